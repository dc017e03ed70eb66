/** `npm run bench -- --against`: the same 1,200 texts by Isoloir and by other generators, side by side in one run. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { grow, tutorialText, type Grown } from './growth.ts';
import { buildAlone } from './one-build.ts';
import { weighPage } from './page-weight.ts';
import { rivals, type Rival } from './rivals.ts';

const pages = 1200;

/** A line of the comparison; `null`: its packages could not be had. */
interface Line {
  readonly name: string;
  readonly grown: Grown | null;
}

/** Builds all of them, one after the other, and gives the table to print. Needs the npm registry; a few minutes. */
export async function compare(): Promise<string> {
  const lines: Line[] = [{ name: 'Isoloir', grown: await grow(pages) }];
  for (const rival of rivals) lines.push({ name: rival.name, grown: await growRival(rival) });
  return tableOf(lines);
}

/** In a folder of its own, outside of the project. */
async function growRival(rival: Rival): Promise<Grown | null> {
  const project = mkdtempSync(join(tmpdir(), 'isoloir-comparaison-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  };
  try {
    write('package.json', JSON.stringify({ name: 'essai', private: true, type: 'module' }));
    const install = ['install', '--no-audit', '--no-fund', '--loglevel=error', ...rival.packages];
    if (spawnSync('npm', install, { cwd: project, stdio: 'ignore' }).status !== 0) return null;
    for (const [path, text] of Object.entries(rival.files)) write(path, text);
    const text = plainMarkdown(tutorialText());
    for (let n = 1; n <= pages; n += 1)
      write(rival.source(`essai-${String(n)}`), `---\ntitle: Essai ${String(n)}\n---\n\n${text}`);
    const taken = await buildAlone(project, rival.script);
    return { ...taken, pages, weight: weighPage(join(project, 'dist'), rival.built('essai-1')) };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** The words of a tutorial without our tags: titles, steps, what was so then. */
function plainMarkdown(mdx: string): string {
  return mdx
    .replace(/^---\n.*?\n---\n/su, '')
    .replace(/<Partie [^>]*titre="([^"]*)"[^>]*>/gu, '## $1')
    .replace(/<Etape [^>]*titre="([^"]*)"[^>]*>/gu, '### $1')
    .replace(/<Epoque alors="([^"]*)" maintenant="([^"]*)" \/>/gu, '$1\n\n$2')
    .replace(/<\/?[A-Z][^>]*>/gu, '')
    .replace(/\n{3,}/gu, '\n\n');
}

function tableOf(lines: readonly Line[]): string {
  const own = lines[0]?.grown ?? null;
  const rows = lines.map(({ name, grown }) =>
    grown
      ? [
          name,
          ...cell(grown.seconds, own?.seconds, 1, 's'),
          ...cell(grown.peakBytes / 1e6, own && own.peakBytes / 1e6, 0, 'Mo'),
          ...cell(grown.weight.all / 1000, own && own.weight.all / 1000, 1, 'ko'),
          ...cell(grown.weight.scripts / 1000, own && own.weight.scripts / 1000, 1, 'ko'),
        ]
      : [name, 'ses paquets ne sont pas venus'],
  );
  const head = ['1 200 pages', 'construction', '×', 'mémoire', '×', 'page', '×', 'scripts', '×'];
  const all = [head, ...rows];
  const widths = head.map((_, at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((text, at) =>
          at === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[at] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

/** The figure, and how many times ours it is. */
function cell(
  value: number,
  own: number | null | undefined,
  maximumFractionDigits: number,
  unit: string,
): readonly [string, string] {
  const words = `${value.toLocaleString('fr-FR', { maximumFractionDigits })} ${unit}`;
  if (!own) return [words, ''];
  return [words, (value / own).toLocaleString('fr-FR', { maximumFractionDigits: 2 })];
}
