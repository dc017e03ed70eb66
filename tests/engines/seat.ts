/** Somebody at one engine, in front of the built site, with every request heard on its way. */
import { siteFolder } from '../../src/tools/run.ts';
import { serveSite, type SiteServer } from '../../src/tools/serve.ts';
import type { Engine, Room } from './driver.ts';
import { listeningProxy, type ListeningProxy } from './listening-proxy.ts';
import { Visitor } from './visitor.ts';

export interface Seat {
  readonly site: SiteServer;
  readonly proxy: ListeningProxy;
  readonly room: Room;
  readonly visitor: Visitor;
  /** Ends the browser, the proxy and the site. */
  readonly leave: () => Promise<void>;
}

/** @param port of the site, on this machine */
export async function sitDown(engine: Pick<Engine, 'start'>, port: number): Promise<Seat> {
  const site = await serveSite({ dir: siteFolder, port });
  const proxy = await listeningProxy(`localhost:${String(port)}`);
  const room = await engine.start(proxy.port);
  const leave = async () => {
    await room.close();
    proxy.stop();
    await site.stop();
  };
  return { site, proxy, room, visitor: new Visitor(room.tab), leave };
}
