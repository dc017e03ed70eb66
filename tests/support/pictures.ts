/**
 * Draws docs/pictures/ for CONTRIBUTING.md from real things: lines of the files of tests/support/filled-edition.ts,
 * a real red message, the pages that result. `node tests/support/pictures.ts`, after a change of these.
 * Every picture says that its hours are invented: one that travels alone must not be believed.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { currentEditionSchema } from '../../src/schemas/current-edition.ts';
import { readYaml } from '../../src/schemas/read.ts';
import { browserFlags, findBrowser } from '../../src/tools/browser.mjs';
import { root } from '../../src/tools/run.ts';
import { serveSite } from '../../src/tools/serve.ts';
import { buildFilled, filledFiles, type Level } from './filled-edition.ts';
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
    count: 6,
    marked: /valeur:|corrige:/u,
  },
  'prolongation-fichier': {
    file: edition,
    text: textOf('extended'),
    from: /^prolonge_au:/u,
    count: 5,
    marked: /./u,
  },
  'niveau-2-fichier': {
    file: 'etapes/essai.mdx',
    text: textOf('portal', 'etapes/essai.mdx'),
    from: /^---/u,
    count: 9,
    marked: /^\d\./u,
  },
  'alerte-fichier': {
    file: 'alertes/essai-prolongation.yaml',
    text: textOf('extended', 'alertes/essai-prolongation.yaml'),
    from: /^texte:/u,
    count: 6,
    marked: /^texte:|^expire:/u,
  },
};

/** A page at a level: the part from one mark to another, with what stands around it. */
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

function frame(title: string, inside: string): string {
  return `<!doctype html><meta charset="utf-8"><style>
  body{margin:0;background:#fbf7ef;color:#231b2e;font:15px/1.6 system-ui,sans-serif}
  main{width:640px;border:2px solid #6d2a5f;box-sizing:border-box}
  .band{margin:0;padding:4px 12px;background:#6d2a5f;color:#fff;font-weight:600}
  h1{margin:10px 12px 4px;font-size:15px}
  pre{margin:0 12px 12px;font:14px/1.7 'DejaVu Sans Mono',monospace;white-space:pre-wrap}
  mark{background:#fdeec6;color:inherit} .number{color:#5d5468;user-select:none}
  .red{color:#8f1d1d} img{display:block;width:100%}
  </style><main><p class="band">Exemple inventé : rien ici ne dit quand ni où l’on vote.</p>
  <h1>${escape(title)}</h1>${inside}</main>`;
}

function excerptPicture({ file, text, from, count, marked }: Excerpt): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => from.test(line));
  const shown = lines.slice(start, start + count).map((line, index) => {
    const number = `<span class="number">${String(start + index + 1).padStart(3)}  </span>`;
    return number + (marked.test(line) ? `<mark>${escape(line)}</mark>` : escape(line));
  });
  return frame(`content/${file}`, `<pre>${shown.join('\n')}</pre>`);
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

async function draw(page: Page, name: string, html: string): Promise<void> {
  await page.setContent(html);
  const png = await page.locator('main').screenshot();
  writeFileSync(join(out, `${name}.png`), await smallPng(png));
}

/** The result, as a reader sees it: from `top`, three hundred and sixty pixels at most. */
async function resultPicture(
  page: Page,
  { level, at, top }: (typeof pages)[keyof typeof pages],
): Promise<string> {
  const site = await serveSite({ dir: await buildFilled(level), port });
  try {
    await page.clock.setFixedTime(new Date(at));
    await page.goto(site.address + dijon);
    const box = await page.locator(top).boundingBox();
    const png = await page.screenshot({
      fullPage: true,
      clip: { x: 0, y: Math.max(0, (box?.y ?? 0) - 4), width: 480, height: 430 },
    });
    const source = `data:image/png;base64,${png.toString('base64')}`;
    return frame('La page « mon académie »', `<img alt="" src="${source}">`);
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
  await draw(sheet, name, excerptPicture(excerpt));
await draw(
  sheet,
  'message-rouge',
  frame('Ce que dit la construction', `<pre class="red">${escape(redMessage())}</pre>`),
);
for (const [name, wanted] of Object.entries(pages)) {
  const context = await browser.newContext({
    viewport: { width: 480, height: 800 },
    locale: 'fr-FR',
    serviceWorkers: 'block',
  });
  await draw(sheet, name, await resultPicture(await context.newPage(), wanted));
  await context.close();
}
await browser.close();
