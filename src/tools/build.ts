/** `npm run build`: checks the content, builds the site, seals each page with its policy, prepares offline. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, isRedirect, loneFile, pathOf, simulatorPage } from './dist.ts';
import { withEarlyScripts } from './early-scripts.ts';
import { afterWords } from './late-scripts.ts';
import { lostLinks, lostWords } from './inner-links.ts';
import {
  laterChunks,
  precacheBudget,
  weighCarried,
  weighPrecache,
  writePageList,
  writeWorker,
} from './offline.ts';
import { breachesOf, headerRules, lonePolicy, pagePolicy, withPolicy } from './policy.ts';
import { loneFileBudget, writeLoneFile } from './pack/single-file.ts';
import { isProgram, kilobytes, requireNode, root, run, siteFolder, stopWith } from './run.ts';
import { remindersOf } from './reminders.ts';
import { writeSearchIndex } from './search-index.ts';
import { writePreviews } from './previews.ts';
import { writeHostFiles } from './hosts/write.ts';
import { writeShortAddresses } from './short-addresses.ts';
import { writeParts } from './supply/write.ts';
import { troubleOf } from './trouble.ts';

/** Builds the whole site into `dir`. Ends the program with French sentences on any trouble. */
export async function buildSite(dir: string): Promise<void> {
  process.env['SOURCE_DATE_EPOCH'] ??= lastCommitSeconds();
  await checkContentOrStop();

  console.log('Je construis le site (moins d’une minute).');
  const astro = await run('astro', ['build'], { ISOLOIR_OUT: dir });
  if (!astro.ok) stopWith(`${troubleOf(astro.output)}\nLa construction des pages s’est arrêtée.`);

  await guarded(() => writeSearchIndex(dir));
  let leads: ReadonlyMap<string, string> = new Map();
  await guarded(() => {
    leads = writeShortAddresses(dir);
  });
  await guarded(async () => {
    const { drawn, kept, seconds } = await writePreviews(dir);
    console.log(
      `${drawn + kept} aperçus de liens, dont ${drawn} dessinés, en ${seconds.toLocaleString('fr-FR', { maximumFractionDigits: 1 })} s.`,
    );
  });
  if (existsSync(join(dir, simulatorPage))) await guarded(() => writeLoneFile(dir));
  seal(dir, leads);
  await guarded(() => writeParts(dir, Number(process.env['SOURCE_DATE_EPOCH'])));
  const pages = writePageList(dir);
  if (pages === 0) stopWith('Aucune page n’a été construite.');
  await writeWorker(dir);
  const lost = lostWords(lostLinks(dir));
  if (lost !== null) stopWith(lost);
  report(dir, pages, astro.seconds);
  const { publisher } = await import('../lib/guide-pages.ts');
  for (const line of remindersOf(publisher())) console.log(line);
}

/** The date of pages is that of their last change, never the clock's. */
function lastCommitSeconds(): string {
  const git = spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: root, encoding: 'utf8' });
  const seconds = git.status === 0 ? git.stdout.trim() : '';
  if (seconds !== '') return seconds;
  // Outside a clone (an archive that was unpacked), the packages' lock file tells when it was made.
  return String(Math.floor(statSync(join(root, 'package-lock.json')).mtimeMs / 1000));
}

async function checkContentOrStop(): Promise<void> {
  // Read only now: content that cannot be read must find somebody to say so plainly.
  await guarded(async () => (await import('../lib/check.ts')).checkContent());
}

/** Does this, or ends the program with the sentence that the content deserves. */
async function guarded(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Error && error.name === 'ContentError') stopWith(error.message);
    stopWith(troubleOf(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  }
}

/** Puts the policy in every page, and the headers beside them; stops on what would break a promise. */
function seal(dir: string, leads: ReadonlyMap<string, string>): void {
  const files = filesOf(dir).filter((file) => file.endsWith('.html'));
  const pages = files.map((file) => {
    const html = readFileSync(join(dir, file), 'utf8');
    const read = (asset: string) => readFileSync(join(dir, asset), 'utf8');
    return {
      file,
      html: file === simulatorPage ? withEarlyScripts(html, read, laterChunks) : afterWords(html),
    };
  });
  const troubles = pages.flatMap(({ file, html }) =>
    breachesOf(html).map((breach) => `${file} : ${breach}`),
  );
  if (troubles.length > 0)
    stopWith(
      `${troubles.slice(0, 10).join('\n')}\n${troubles.length} défaut(s) de sûreté dans les pages.`,
    );
  for (const { file, html } of pages)
    writeFileSync(join(dir, file), withPolicy(html, file === loneFile ? lonePolicy : pagePolicy));
  // A picture opened by itself is a document, held to the header alone: its style has a hash there too.
  const pictures = filesOf(dir)
    .filter((file) => file.endsWith('.svg'))
    .map((file) => readFileSync(join(dir, file), 'utf8'));
  writeHostFiles(dir, {
    rules: headerRules([...pages.map(({ html }) => html), ...pictures]),
    leads,
    pages: pages
      .filter(({ file, html }) => file.endsWith('index.html') && !isRedirect(html))
      .map(({ file }) => pathOf(file)),
  });
}

function report(dir: string, pages: number, seconds: number): void {
  const precache = weighPrecache(dir);
  console.log(
    `${pages} pages en ${seconds.toLocaleString('fr-FR', { maximumFractionDigits: 1 })} s.`,
  );
  console.log(
    `Prêt hors ligne avec ${precache.files.length} fichiers, ${kilobytes(precache.bytes)} compressés (au plus ${kilobytes(precacheBudget)}).`,
  );
  const carried = weighCarried(dir);
  console.log(
    `Ensuite, derrière la page lue, ${carried.pages} pages de plus, ${kilobytes(carried.bytes)} compressés.`,
  );
  if (!existsSync(join(dir, simulatorPage))) console.log('Le simulateur n’est pas encore là.');
  else reportLoneFile(statSync(join(dir, loneFile)).size);
  if (precache.bytes > precacheBudget)
    stopWith('La première visite pèse trop : voir src/tools/offline.ts, precachedFiles.');
}

function reportLoneFile(bytes: number): void {
  console.log(
    `Le simulateur en un fichier : ${loneFile}, ${kilobytes(bytes)} (au plus ${kilobytes(loneFileBudget)}).`,
  );
  if (bytes > loneFileBudget) stopWith('Le fichier unique pèse trop : voir src/tools/pack.');
}

if (isProgram(import.meta.url)) {
  requireNode();
  await buildSite(siteFolder);
}
