/** Builds a project in a process of its own, and says what it took. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'astro/zod';

/** What a build took: start-up and end of its process are counted. */
export interface Taken {
  readonly seconds: number;
  readonly peakBytes: number;
}

const sayPeak = `
  console.log(JSON.stringify({ peak: process.resourceUsage().maxRSS * 1024 }));
`;

const said = z.object({ peak: z.number() });

/** Runs inside: Astro as its own command would. */
export const astroBuild = `
  import { build } from 'astro';
  await build({ root: process.cwd(), logLevel: 'error' });
`;

/**
 * @param project folder with its own `node_modules`
 * @param script a module that builds it, into `dist`
 * @throws what the build says when it stops
 */
export async function buildAlone(project: string, script: string): Promise<Taken> {
  const started = performance.now();
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', `${script}${sayPeak}`],
    {
      cwd: project,
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
        ISOLOIR_OUT: 'dist',
        // Measured whole, and the pictures that the project itself keeps are left alone.
        ISOLOIR_CACHE: '.cache',
      },
    },
  );
  const { peak } = said.parse(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''));
  return { seconds: (performance.now() - started) / 1000, peakBytes: peak };
}
