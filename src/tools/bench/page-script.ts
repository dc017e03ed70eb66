/** A module of ours as one script, for a page that the bench drives: as the site's own build would make it. */
import { build } from 'vite';

/**
 * @param module beside this file; what it exports stands on `IsoloirBench` in the page
 * @returns the script's text; sent by the browser's own tools, so that the site's content policy stays as it is
 */
export async function pageScript(module: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: {
        entry: new URL(module, import.meta.url).pathname,
        name: 'IsoloirBench',
        formats: ['iife'],
      },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}
