/**
 * `npm run bench`: the figures of PRODUCT.md section 7, as a table and as `bench-results.json`.
 * `npm run bench -- --against`: other generators beside us, and nothing else.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compare } from './bench/against.ts';
import { coachFigures } from './bench/coach.ts';
import { coreFigures } from './bench/core.ts';
import { deskFigures } from './bench/desk.ts';
import { explorationFigures } from './bench/exploration.ts';
import { ratioOf, table, type Figure } from './bench/figure.ts';
import { growthFigures } from './bench/growth.ts';
import { journalFigures } from './bench/journal.ts';
import { lengthFigures } from './bench/length.ts';
import { linkFigures } from './bench/links.ts';
import { reviewFigures } from './bench/review.ts';
import { secondVisitFigures } from './bench/second-visit.ts';
import { siteFigures, weighPages } from './bench/site.ts';
import { findBrowser } from './browser.mjs';
import { requireNode, root, runNode, siteFolder, stopWith } from './run.ts';
import { serveSite } from './serve.ts';

requireNode();
const { values: asked } = parseArgs({ options: { against: { type: 'boolean', default: false } } });
if (asked.against) {
  console.log(
    'J’installe trois autres outils dans un dossier provisoire, puis je compare (quelques minutes).',
  );
  console.log(await compare());
  process.exit();
}
console.log('Je construis le site, puis je mesure (quelques minutes).');
const built = await runNode(['src/tools/build.ts'], { ISOLOIR_OUT: siteFolder });
if (!built.ok) stopWith(built.output);

const figures: readonly Figure[] = [
  ...siteFigures(siteFolder),
  ...(await coreFigures()),
  ...lengthFigures(),
  ...linkFigures(),
  ...reviewFigures(),
  ...(await explorationFigures()),
  ...(await browserFigures()),
  ...(await growthFigures()),
  { name: 'construction complète', value: built.seconds, unit: 's', budget: null },
];
const heaviest = weighPages(siteFolder).slice(0, 10);

console.log(table(figures));
console.log('\nLes dix pages les plus lourdes, brotli :');
for (const { path, bytes } of heaviest) console.log(`${String(bytes).padStart(8)} o  ${path}`);
const results = { figures: figures.map((each) => ({ ...each, ratio: ratioOf(each) })), heaviest };
writeFileSync(join(root, 'bench-results.json'), `${JSON.stringify(results, null, 2)}\n`);

async function browserFigures(): Promise<readonly Figure[]> {
  const browser = await findBrowser();
  if (browser === null) {
    console.log('Sans navigateur, les mesures du navigateur manquent : lancez npm test une fois.');
    return [];
  }
  const site = await serveSite({ dir: siteFolder, port: 4328 });
  try {
    const where = { address: site.address, browser };
    return [
      ...(await coachFigures(where)),
      ...(await journalFigures(where)),
      ...(await deskFigures(where)),
      ...(await secondVisitFigures(site, browser)),
    ];
  } finally {
    await site.stop();
  }
}
