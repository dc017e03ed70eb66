// The way to the projector: `#projeter`, with or without a class code behind a dot. Its code comes when it is wanted.
import { Later } from './later.tsx';
import type { ProjectorProps } from './projector.tsx';

/** The address of the projector; the class code follows: `#projeter.1.e8.gr.cd.pc.KMPRTV`. */
export const projectorHash = '#projeter';

/** The class code in an address of the projector, as `parseLink` reads it; `null` for any other address. */
export function projectedCode(hash: string): string | null {
  if (hash === projectorHash) return '';
  return hash.startsWith(`${projectorHash}.`) ? hash.slice(projectorHash.length + 1) : null;
}

/** The address that projects a link. @param link a hash, with its « # » */
export const projecting = (link: string): string => `${projectorHash}.${link.slice(1)}`;

/**
 * Dresses the page itself for the eyes of a room: a run looked at again takes the place of the wall, and stays so.
 * @param onWall everything is as large as the back of a room needs
 * @param covered codes are covered everywhere in the simulator
 */
export function dress(onWall: boolean, covered: boolean): void {
  document.documentElement.classList.toggle('on-wall', onWall);
  document.getElementById('simulateur')?.classList.toggle('covered', covered);
}

const load = () =>
  import('./projector.tsx').then(({ ProjectorView, wearWall }) => {
    wearWall();
    return ProjectorView;
  });

export function ProjectorDoor(props: ProjectorProps) {
  return (
    <Later
      load={load}
      hand={props}
      failure="La page à projeter n’est pas arrivée : il faut du réseau la première fois. Rechargez la page, ou écrivez le code au tableau."
    />
  );
}
