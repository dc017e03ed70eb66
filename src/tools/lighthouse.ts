/**
 * `npm run lighthouse`: Lighthouse's mobile preset on one page of each kind and the ten heaviest (PRODUCT.md section 7).
 * `-- /memo/ /aider/` measures only these. Before them, a page of one sentence, without style or script: what this machine
 * makes of nothing, to hold the others against. Installed in a folder of its own the first time: it brings hundreds of packages that the site does not need.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { pageKinds } from '../../tests/support/page-kinds.ts';
import { weighPages } from './bench/site.ts';
import { browserFlags, findBrowser } from './browser.mjs';
import { requireNode, root, runNode, siteFolder, stopWith } from './run.ts';
import { serveSite } from './serve.ts';

const version = '13.5.0';
const folder = join(root, 'node_modules', '.cache', `lighthouse-${version}`);
const port = 4326;

/** What is asked of a guide page, and of the simulator. */
const most = { paint: 850, simulatorInteractive: 1600 } as const;

/** The part of a report that we read: a score from 0 to 1, a figure in its own unit. */
const reportSchema = z.object({
  categories: z.record(z.string(), z.object({ score: z.number().nullable() })),
  audits: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: z.number().nullable(),
      numericValue: z.number().optional(),
    }),
  ),
});

requireNode();
const browser = await findBrowser();
if (browser === null) stopWith('Il faut un navigateur : lancez npm test une fois.');
install();
if (!existsSync(join(siteFolder, 'index.html'))) {
  const built = await runNode(['src/tools/build.ts']);
  if (!built.ok) stopWith(built.output);
}
const heaviest = weighPages(siteFolder)
  .filter(({ path }) => path !== '/simulateur/' && path !== '/404.html')
  .slice(0, 10)
  .map(({ path }) => path);
const everyPage = new Set([...pageKinds.filter((path) => path !== '/404.html'), ...heaviest]);
const asked = process.argv.slice(2);
const bare = await serveSite({ dir: bareSite(), port: port + 1 });
const site = await serveSite({ dir: siteFolder, port });
let late = 0;
try {
  console.log('perf. access. pratiques SEO   LCP    TBT  CLS   page');
  await measure(`${bare.address}/`, browser, '(une phrase nue)');
  for (const path of asked.length > 0 ? asked : everyPage)
    late += (await measure(site.address + path, browser, path)) ? 0 : 1;
} finally {
  await bare.stop();
  await site.stop();
}
console.log(
  late === 0
    ? 'Tout y est.'
    : `${String(late)} page(s) hors de ce qui est demandé (100 partout, LCP ${String(most.paint)} ms).`,
);
process.exit(late === 0 ? 0 : 1);

function install(): void {
  if (existsSync(join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js'))) return;
  console.log(`J’installe Lighthouse ${version} à part (une minute).`);
  mkdirSync(folder, { recursive: true });
  const done = spawnSync(
    'npm',
    [
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      '--save-exact',
      `lighthouse@${version}`,
    ],
    { encoding: 'utf8' },
  );
  if (done.status !== 0) stopWith(`Lighthouse ne s’installe pas :\n${done.stderr}`);
}

/** A folder that holds one page: a sentence. */
function bareSite(): string {
  const dir = join(folder, 'bare');
  mkdirSync(dir, { recursive: true });
  writeFileSync(
    join(dir, 'index.html'),
    '<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="description" content="Une phrase."><title>Nue</title><p>Une phrase.</p></html>',
  );
  return dir;
}

/** Prints one line; `false` when something asked for is missing. */
async function measure(address: string, program: string, path: string): Promise<boolean> {
  const output = join(folder, 'report.json');
  const done = await runNode(
    [
      join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js'),
      address,
      '--quiet',
      '--output=json',
      `--output-path=${output}`,
      '--no-enable-error-reporting',
      '--only-categories=performance,accessibility,best-practices,seo',
      `--chrome-flags=--headless=new ${browserFlags.join(' ')}`,
    ],
    { CHROME_PATH: program },
  );
  if (!done.ok) {
    console.log(`✗ ${path} : ${done.output.split('\n').at(-1) ?? ''}`);
    return false;
  }
  const { categories, audits } = reportSchema.parse(JSON.parse(readFileSync(output, 'utf8')));
  const score = (name: string): number => Math.round((categories[name]?.score ?? 0) * 100);
  const value = (name: string): number => audits[name]?.numericValue ?? 0;
  const isHidden = /name="robots" content="noindex/u.test(await (await fetch(address)).text());
  const scores = ['performance', 'accessibility', 'best-practices', 'seo'].map(score);
  const wanted = isHidden ? scores.slice(0, 3) : scores;
  const paint = value('largest-contentful-paint');
  const inTime =
    path === '/simulateur/'
      ? value('interactive') <= most.simulatorInteractive
      : paint <= most.paint;
  const calm = value('total-blocking-time') === 0 && value('cumulative-layout-shift') === 0;
  const good = inTime && calm && wanted.every((one) => one === 100);
  const [performance = 0, accessibility = 0, practices = 0, seo = 0] = scores;
  console.log(
    [
      good ? '✓' : '✗',
      String(performance).padStart(4),
      String(accessibility).padStart(6),
      String(practices).padStart(8),
      (isHidden ? '—' : String(seo)).padStart(6),
      `${String(Math.round(paint))} ms`.padStart(8),
      `${String(Math.round(value('total-blocking-time')))} ms`.padStart(6),
      value('cumulative-layout-shift').toFixed(3).padStart(6),
      ` ${path}`,
    ].join(' '),
  );
  if (!good)
    for (const [name, audit] of Object.entries(audits))
      if (
        audit.score !== null &&
        audit.score < 0.9 &&
        ['errors-in-console', 'color-contrast', 'inspector-issues', 'unused-javascript'].includes(
          name,
        )
      )
        console.log(`        ${audit.title}`);
  return good;
}
