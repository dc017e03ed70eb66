/**
 * Draws docs/pictures/ for CONTRIBUTING.md from real things: lines of the files of tests/support/filled-edition.ts,
 * a real red message, the pages that result. `node tests/support/pictures.ts`, after a change of these.
 * Every picture says that its hours are invented: one that travels alone must not be believed.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { currentEditionSchema } from '../../src/schemas/current-edition.ts';
import { readYaml } from '../../src/schemas/read.ts';
import { browserFlags, findBrowser } from '../../src/tools/browser.mjs';
import { root } from '../../src/tools/run.ts';
import { serveSite } from '../../src/tools/serve.ts';
import { buildWith, filledFiles, type Level } from './filled-edition.ts';
import { smallPng } from './small-png.mjs';

const out = join(root, 'docs', 'pictures');
const edition = 'editions/men-2026.yaml';
const dijon = '/elections/men-2026/dijon/';
const port = Number(process.env['PORT'] ?? 4401);

/** Some lines of a file, those of `marked` highlighted. */
type Excerpt = {
  readonly file: string;
  readonly text: string;
  readonly from: RegExp;
  readonly count: number;
  readonly marked: RegExp;
};

const textOf = (level: Level, file = edition) => filledFiles(level)[file] ?? '';

/** `text` with `part` replaced once; throws when it is not there, so that no picture shows something else in silence. */
function changed(text: string, part: string | RegExp, by: string): string {
  if (text.search(part) < 0) throw new Error(`« ${String(part)} » is not there any more`);
  return text.replace(part, by);
}

/** The hours while only one person has read the closing one. */
const oneReader = changed(
  textOf('hours'),
  /(cloture:(?:\n {2}.*){3}\n {2}relecteurs: )\[AB, CD\]/u,
  '$1[AB]',
);

/** The model of a correction, filled in for the invented mistake. */
const rectified = [
  ['…', '10 décembre à 18 h'],
  ['…', '10 décembre à 17 h'],
  ['a-remplacer', '2026-dgafp-date'],
  [/depuis: .*/u, 'depuis: 2026-11-28 10:00'],
  [/expire: .*/u, 'expire: 2026-11-29 10:00'],
] as const;
const rectifiedText = rectified.reduce(
  (text, [part, by]) => changed(text, part, by),
  readFileSync(join(root, 'content/alertes/_modele-rectificatif.yaml'), 'utf8'),
);

const excerpts: Readonly<Record<string, Excerpt>> = {
  'niveau-1-fichier': {
    file: edition,
    text: textOf('hours'),
    from: /^ouverture:/u,
    count: 12,
    marked: /valeur:|lu_sur:|lu_le:|relecteurs:/u,
  },
  'correction-fichier': {
    file: edition,
    text: textOf('corrected'),
    from: /^cloture:/u,
    count: 8,
    marked: /valeur:|corrige:|^ {4}(?:le|avant):/u,
  },
  'prolongation-fichier': {
    file: edition,
    text: textOf('extended'),
    from: /^prolonge_au:/u,
    count: 5,
    marked: /./u,
  },
  'niveau-2-fichier': {
    file: 'etapes/men-2026.mdx',
    text: textOf('portal', 'etapes/essai.mdx'),
    from: /^---/u,
    count: 9,
    marked: /^\d\./u,
  },
  'niveau-1-portail': {
    file: edition,
    text: textOf('full'),
    from: /^adresse_du_portail:/u,
    count: 10,
    marked: /valeur:|relecteurs:/u,
  },
  'niveau-2-lignes': {
    file: edition,
    text: changed(textOf('full'), 'etapes: essai', 'etapes: men-2026'),
    from: /^etapes:/u,
    count: 19,
    marked: /^etapes:|valeur:|profil:|^ {6}- /u,
  },
  'alerte-fichier': {
    file: 'alertes/essai-prolongation.yaml',
    text: textOf('extended', 'alertes/essai-prolongation.yaml'),
    from: /^texte:/u,
    count: 6,
    marked: /^texte:|^expire:/u,
  },
};

/** A page at a level, from a mark on. */
const pages = {
  'niveau-1-page': { level: 'hours', at: '2026-11-30T10:00:00+01:00', top: '.top' },
  'correction-page': { level: 'corrected', at: '2026-11-30T10:00:00+01:00', top: '.top' },
  'prolongation-page': { level: 'extended', at: '2026-12-10T13:00:00+01:00', top: '.top' },
  'niveau-2-page': { level: 'full', at: '2026-12-03T10:00:00+01:00', top: '#etapes' },
  'alerte-page': { level: 'extended', at: '2026-12-10T20:00:00+01:00', top: '#alertes' },
} as const satisfies Readonly<
  Record<string, { readonly level: Level; readonly at: string; readonly top: string }>
>;

const escape = (words: string) =>
  words.replace(/[&<>]/gu, (sign) => `&#${String(sign.codePointAt(0))};`);

/** What to show of a page: at this moment, from this mark on, so many pixels. */
type Shown = { readonly at: string; readonly top: string; readonly height?: number };

function frame(...parts: readonly (readonly [title: string, inside: string])[]): string {
  return `<!doctype html><meta charset="utf-8"><style>
  body{margin:0;background:#fbf7ef;color:#231b2e;font:15px/1.6 system-ui,sans-serif}
  main{width:640px;border:2px solid #6d2a5f;box-sizing:border-box}
  .band{margin:0;padding:4px 12px;background:#6d2a5f;color:#fff;font-weight:600}
  h1{margin:10px 12px 4px;font-size:15px}
  pre{margin:0 12px 12px;font:14px/1.7 'DejaVu Sans Mono',monospace;white-space:pre-wrap}
  mark{background:#fdeec6;color:inherit} .number{color:#5d5468;user-select:none}
  .red{color:#8f1d1d} img{display:block;width:100%}
  </style><main><p class="band">Exemple inventé : rien ici ne dit quand ni où l’on vote.</p>
  ${parts.map(([title, inside]) => `<h1>${escape(title)}</h1>${inside}`).join('')}</main>`;
}

function excerptPart({ file, text, from, count, marked }: Excerpt): readonly [string, string] {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => from.test(line));
  const shown = lines.slice(start, start + count).map((line, index) => {
    const number = `<span class="number">${String(start + index + 1).padStart(3)}  </span>`;
    return number + (marked.test(line) ? `<mark>${escape(line)}</mark>` : escape(line));
  });
  return [`content/${file}`, `<pre>${shown.join('\n')}</pre>`];
}

/** What the build really says of a date written as people write it. */
function redMessage(): string {
  const dir = mkdtempSync(join(tmpdir(), 'isoloir-red-'));
  const path = join(dir, 'men-2026.yaml');
  writeFileSync(
    path,
    textOf('hours').replace('valeur: 2026-12-10 17:00', 'valeur: 10/12/2026 17h'),
  );
  try {
    readYaml(path, currentEditionSchema('men-2026'));
  } catch (error) {
    if (error instanceof Error)
      return error.message.replaceAll('men-2026.yaml', `content/${edition}`);
  } finally {
    rmSync(dir, { recursive: true });
  }
  throw new Error('a wrong date was accepted');
}

/** A file, and the page that comes of it, in one picture. */
const pairs = {
  'niveau-1-relecteurs': {
    files: { ...filledFiles('hours'), [edition]: oneReader },
    page: { at: '2026-11-30T10:00:00+01:00', top: '.top', height: 287 },
    excerpts: [
      {
        file: `${edition}, lu par AB`,
        text: oneReader,
        from: /^cloture:/u,
        count: 5,
        marked: /relecteurs:/u,
      },
      {
        file: `${edition}, relu par CD`,
        text: textOf('hours'),
        from: /^cloture:/u,
        count: 5,
        marked: /relecteurs:/u,
      },
    ],
  },
  'correction-alerte': {
    files: { ...filledFiles('corrected'), 'alertes/erreur-sur-la-fin.yaml': rectifiedText },
    page: { at: '2026-11-28T14:00:00+01:00', top: '#alertes', height: 162 },
    excerpts: [
      {
        file: 'alertes/erreur-sur-la-fin.yaml',
        text: rectifiedText,
        from: /^texte:/u,
        count: 6,
        marked: /^texte:|^depuis:|^expire:/u,
      },
    ],
  },
} as const satisfies Readonly<
  Record<
    string,
    {
      readonly files: Readonly<Record<string, string>>;
      readonly page: Shown;
      readonly excerpts: readonly Excerpt[];
    }
  >
>;

async function draw(page: Page, name: string, html: string): Promise<void> {
  await page.setContent(html);
  const png = await page.locator('main').screenshot();
  writeFileSync(join(out, `${name}.png`), await smallPng(png));
}

/** The result, as a reader sees it. */
async function resultPart(
  page: Page,
  dir: string,
  { at, top, height = 430 }: Shown,
): Promise<readonly [string, string]> {
  const site = await serveSite({ dir, port });
  try {
    await page.clock.setFixedTime(new Date(at));
    await page.goto(site.address + dijon);
    const box = await page.locator(top).boundingBox();
    const png = await page.screenshot({
      fullPage: true,
      clip: { x: 0, y: Math.max(0, (box?.y ?? 0) - 4), width: 480, height },
    });
    const source = `data:image/png;base64,${png.toString('base64')}`;
    return ['La page « mon académie »', `<img alt="" src="${source}">`];
  } finally {
    await site.stop();
  }
}

mkdirSync(out, { recursive: true });
const executablePath = await findBrowser();
const browser = await chromium.launch({
  args: [...browserFlags],
  ...(executablePath === null ? {} : { executablePath }),
});
const sheet = await browser.newPage({ viewport: { width: 640, height: 400 } });
for (const [name, excerpt] of Object.entries(excerpts))
  await draw(sheet, name, frame(excerptPart(excerpt)));
await draw(
  sheet,
  'message-rouge',
  frame(['Ce que dit la construction', `<pre class="red">${escape(redMessage())}</pre>`]),
);
async function resultOf(dir: string, wanted: Shown): Promise<readonly [string, string]> {
  const context = await browser.newContext({
    viewport: { width: 480, height: 800 },
    locale: 'fr-FR',
    serviceWorkers: 'block',
  });
  const part = await resultPart(await context.newPage(), dir, wanted);
  await context.close();
  return part;
}
for (const [name, { level, ...wanted }] of Object.entries(pages)) {
  const dir = await buildWith(level, filledFiles(level));
  await draw(sheet, name, frame(await resultOf(dir, wanted)));
}
for (const [name, { files, page, excerpts }] of Object.entries(pairs)) {
  const [first, ...others] = excerpts.map(excerptPart);
  const result = await resultOf(await buildWith(name, files), page);
  await draw(sheet, name, frame(...(first ? [first] : []), result, ...others));
}
await browser.close();
