/**
 * The simulator in one file, made from a built site: its scripts in one piece, its style, its data and the names of the
 * guide's pages inside. It opens by double-click, asks nothing of any network, and keeps no exercise.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import config from '../../../astro.config.mjs';
import { publisher } from '../../lib/guide-pages.ts';
import { typesetHtml } from '../../lib/typography.ts';
import { carriedId, type Carried } from '../../simulator/ui/carried.ts';
import { filesOf, isGuidePage, isRedirect, loneFile, pathOf, simulatorPage } from '../dist.ts';
import { inlineStyles } from '../policy.ts';
import { root } from '../run.ts';
import { isSimulatorData } from '../offline.ts';
import { titleOf } from '../search-index.ts';
import { packedOn } from './packed-on.ts';

/** What a share, a key and a patient download can take (in bytes, as stored). */
export const loneFileBudget = 1_000_000;

/** Writes the file into the built site, without its policy: the build puts that in with the others. */
export async function writeLoneFile(dir: string): Promise<void> {
  const html = lonePage(dir, await bundle());
  writeFileSync(join(dir, loneFile), html);
}

/** The simulator's own entry, whole: what the site asks for later is already here. */
async function bundle(): Promise<string> {
  const target = config.vite?.build?.target;
  const made = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      ...(target === undefined ? {} : { target }),
      rolldownOptions: {
        input: join(root, 'src/simulator/ui/main.tsx'),
        // No module: some browsers refuse theirs to a page that was opened from a disk.
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const [output] = [made].flat();
  const parts = output !== undefined && 'output' in output ? output.output : [];
  const scripts = parts.flatMap((part) => (part.type === 'chunk' ? [part.code] : []));
  const [script, ...more] = scripts;
  if (script === undefined || more.length > 0)
    throw new Error(`The simulator came in ${String(scripts.length)} pieces instead of one.`);
  // The parser of HTML would take these for its own, wherever they stand.
  if (/<!--|<\/?script/iu.test(script))
    throw new Error('A script of the simulator holds « <script » or « <!-- ».');
  return script.trim();
}

/** The site's data and the names of its pages. */
function carriedBy(dir: string): Carried {
  const files = filesOf(dir);
  const data = files.filter(isSimulatorData);
  const guide = files
    .filter(isGuidePage)
    .map((file) => ({ path: pathOf(file), html: readFileSync(join(dir, file), 'utf8') }))
    .filter(({ html }) => !isRedirect(html));
  return {
    files: Object.fromEntries(
      data.map((file) => [file, JSON.parse(readFileSync(join(dir, file), 'utf8'))]),
    ),
    guide: Object.fromEntries(
      guide.map(({ path, html }) => [path.slice(1), titleOf(html).replace(/\s+/gu, ' ').trim()]),
    ),
  };
}

/** Data that no parser of HTML can take for a tag. */
const printData = (value: unknown): string => JSON.stringify(value).replace(/</gu, '\\u003c');

function found(html: string, pattern: RegExp, what: string): string {
  const [, text] = pattern.exec(html) ?? [];
  if (text === undefined) throw new Error(`${simulatorPage}: no ${what}.`);
  return text;
}

function lonePage(dir: string, script: string): string {
  const simulator = readFileSync(join(dir, simulatorPage), 'utf8');
  const page = found(simulator, /id="simulateur"[^>]*\sdata-page="([^"]*)"/u, 'data-page');
  const logo = found(simulator, /class="logo"[^>]*>\s*(<svg\b[\s\S]*?<\/svg>)/u, 'logo');
  const icon = readFileSync(join(root, 'public/favicon.svg')).toString('base64');
  const { site } = publisher();
  const where = site === null ? 'sur le site d’où vient ce fichier' : `sur ${site}`;
  return typesetHtml(`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<meta name="description" content="Le simulateur d’Isoloir en un fichier : s’entraîner à voter sans réseau, avec des personnes inventées. On ne vote pas ici.">
<title>EXERCICE : s’entraîner, sans réseau · Isoloir</title>
<link rel="icon" href="data:image/svg+xml;base64,${icon}">
<style>${inlineStyles(simulator).join('\n')}</style>
</head>
<body>
<a class="skip" href="#contenu">Aller au contenu</a>
<header class="top">
<span class="logo">${logo}Isoloir</span>
<span class="motto">On ne vote pas ici.</span>
</header>
<main id="contenu" tabindex="-1">
<div id="simulateur" data-page="${page}">
<p>Isoloir, pour s’entraîner. On ne vote pas ici.</p>
<h1>S’entraîner à voter</h1>
<p>Cette phrase reste affichée ? L’exercice a besoin de JavaScript, et d’un navigateur qui n’est pas trop ancien : Firefox 115, Chrome ou Edge 109, Safari 15.6, ou un plus récent. Ouvrez ce fichier avec un autre navigateur.</p>
</div>
</main>
<footer class="foot">
<div>
<p><strong>Isoloir, pour s’entraîner. On ne vote pas ici.</strong></p>
<p>Ce fichier se suffit : il n’appelle aucun réseau et ne garde aucun exercice sur cet ordinateur. Fermer l’onglet efface l’exercice.</p>
<p data-persons>Une question sur votre vote ? Demandez au secrétariat ou à la direction de votre lieu de travail.</p>
<p>Les pages du guide n’y sont pas ; elles se lisent ${where}. Fichier fait le ${packedOn()}.</p>
</div>
</footer>
<script type="application/json" id="${carriedId}">${printData(carriedBy(dir))}</script>
<script>${script}</script>
</body>
</html>
`);
}
