/**
 * `men-2026` as volunteers may fill it in, level by level, and the site built from it: nothing but content changes.
 * Everything is invented: the hours, the page where they were read, the way to sign in.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { root } from '../../src/tools/run.ts';

/** Each level holds what the one before it held, and one thing more. */
export const levels = ['hours', 'wrong', 'corrected', 'extended', 'portal', 'full'] as const;
/** Beside the ladder: one line alone, so that nobody knows when the vote ends. */
export const alone = ['opening', 'prose'] as const;
export type Level = (typeof levels)[number] | (typeof alone)[number];

/** UTC seconds at which the pages of every level were made: Saturday 28 November, noon in Paris. */
export const filledAt = Date.parse('2026-11-28T12:00:00+01:00') / 1000;

const readBy = (value: string, initials: string, more: readonly string[] = []) =>
  [
    '',
    `  valeur: ${value}`,
    '  lu_sur: www.education.gouv.fr/page-d-essai',
    "  lu_le: '2026-11-27'",
    `  relecteurs: [${initials}]`,
    ...more.map((line) => `  ${line}`),
  ].join('\n');

const sentence = (words: string) => `"${words}"`;

/** The lines that each level changes, by key; the value is YAML, after the colon. */
const changes: Readonly<Record<Level, Readonly<Record<string, string>>>> = {
  opening: { ouverture: readBy('2026-12-03 09:00', 'AB, CD') },
  prose: { etapes: ' essai' },
  hours: {
    ouverture: readBy('2026-12-03 09:00', 'AB, CD'),
    cloture: readBy('2026-12-10 17:00', 'AB, CD'),
  },
  // Somebody alone reads one line too low.
  wrong: { cloture: readBy('2026-12-10 18:00', 'AB') },
  corrected: {
    cloture: readBy('2026-12-10 17:00', 'AB, CD', [
      'corrige:',
      "  le: '2026-11-28'",
      '  avant: 10 décembre à 18 h',
    ]),
  },
  extended: { prolonge_au: readBy('2026-12-11 12:00', 'AB, CD') },
  portal: {
    adresse_du_portail: readBy('www.education.gouv.fr/portail-d-essai', 'AB'),
    etapes: ' essai',
  },
  full: {
    aide: readBy(sentence('Assistance d’essai : le numéro est sur la lettre.'), 'AB, CD'),
    lettre: readBy(sentence('La lettre d’essai est remise en main propre.'), 'AB, CD'),
    nouveau_code: readBy(sentence('Un nouveau code d’essai se demande au secrétariat.'), 'AB, CD'),
    scrutins: [
      '',
      '  - profil: Enseignante d’essai',
      '    scrutins:',
      '      - Scrutin national d’essai',
      '      - Scrutin académique d’essai',
      '    lu_sur: www.education.gouv.fr/page-d-essai',
      "    lu_le: '2026-11-27'",
      '    relecteurs: [AB, CD]',
      '  - profil: AESH d’essai',
      '    scrutins:',
      '      - Scrutin national d’essai',
      '    lu_sur: www.education.gouv.fr/page-d-essai',
      "    lu_le: '2026-11-27'",
      '    relecteurs: [AB, CD]',
      "    corrige: { le: '2026-11-28', avant: deux scrutins }",
    ].join('\n'),
  },
};

const steps = `---
lu_sur: lettre de vote
lu_le: '2026-11-27'
relecteurs: [AB, CD]
---

1. Ouvrez le portail d’essai, en tapant l’adresse de votre lettre.
2. Le portail vous envoie vers un autre service de connexion, celui de l’essai. C’est normal.
3. Revenez au portail, et votez un scrutin après l’autre.
`;

const alert = `texte: Le vote est prolongé. La nouvelle fin est en haut de chaque page d’académie.
source: 2026-dgafp-date
depuis: 2026-12-10 15:00
expire: 2026-12-11 12:00
academies: []
modele: prolongation
`;

const editionFile = 'editions/men-2026.yaml';

/** The levels up to this one; « wrong » is gone once it is corrected, as its key is the same. */
const upTo = (level: Level): readonly Level[] => {
  const rung = levels.findIndex((one) => one === level);
  return rung < 0 ? [level] : levels.slice(0, rung + 1);
};

/** `text` with the block of `key` replaced, whether it was « inconnu » or filled in. Throws when there is no such line. */
export function withLine(text: string, key: string, value: string): string {
  const block = new RegExp(`^${key}:.*\\n(?:[ -].*\\n)*`, 'mu');
  if (!block.test(text)) throw new Error(`${editionFile} has no line « ${key}: »`);
  return text.replace(block, () => `${key}:${value}\n`);
}

const fillable = [...new Set(Object.values(changes).flatMap((lines) => Object.keys(lines)))];

/** The files of `content/` at a level, path → text; everything else there stays as it is. */
export function filledFiles(level: Level): Readonly<Record<string, string>> {
  const real = readFileSync(join(root, 'content', editionFile), 'utf8');
  const empty = fillable.reduce((text, key) => withLine(text, key, ' inconnu'), real);
  const edition = upTo(level)
    .flatMap((one) => Object.entries(changes[one]))
    .reduce((text, [key, value]) => withLine(text, key, value), empty);
  const passed = (one: Level) => upTo(level).includes(one);
  return {
    [editionFile]: edition,
    ...(passed('portal') || passed('prose') ? { 'etapes/essai.mdx': steps } : {}),
    ...(passed('extended') ? { 'alertes/essai-prolongation.yaml': alert } : {}),
  };
}

const parts = ['src', 'public', 'content', 'package.json', 'package-lock.json'];
const wiring = ['astro.config.mjs', 'tsconfig.json'];
const kept = join(root, 'node_modules', '.cache', 'isoloir-filled');

/** The site built at a level: see {@link buildWith}. */
export const buildFilled = (level: Level): Promise<string> => buildWith(level, filledFiles(level));

/**
 * The site built with these files of `content/` (path → text) in the place of its own, in a folder that is kept until a
 * source or a text changes: copy it before changing it. Throws what the build said when it stops.
 * @param name tells it from other builds: the folder of an older one under the same name is removed
 */
export async function buildWith(
  name: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const key = [name, fingerprint(files)].join('-');
  const done = join(kept, key);
  mkdirSync(kept, { recursive: true });
  if (await isBuiltOrMine(done)) return done;
  // Node reads no TypeScript under node_modules: the copy stands elsewhere.
  const project = mkdtempSync(join(tmpdir(), 'isoloir-filled-'));
  try {
    for (const part of [...parts, ...wiring])
      cpSync(join(root, part), join(project, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, 'content', path)), { recursive: true });
      writeFileSync(join(project, 'content', path), text);
    }
    const out = join(project, 'dist');
    await promisify(execFile)(process.execPath, ['src/tools/build.ts'], {
      cwd: project,
      env: { ...process.env, ISOLOIR_OUT: out, SOURCE_DATE_EPOCH: String(filledAt) },
    });
    // What stands at this key is never taken away: another worker may be copying it, and Node aborts when a file it
    // copies vanishes.
    for (const old of readdirSync(kept))
      if (old.startsWith(`${name}-`) && !old.startsWith(key))
        rmSync(join(kept, old), { recursive: true, force: true });
    const fresh = mkdtempSync(join(kept, 'new-'));
    cpSync(out, fresh, { recursive: true });
    renameSync(fresh, done);
  } finally {
    rmSync(project, { recursive: true, force: true });
    rmSync(claimOf(done), { recursive: true, force: true });
  }
  return done;
}

const claimOf = (done: string) => `${done}.claim`;

/** Longer than any build: whoever claimed it was killed. */
const abandonedMs = 240_000;

/**
 * True once somebody has built this folder; false when it is the caller's turn to, the claim being taken. Two workers
 * that want the same site build it once.
 */
async function isBuiltOrMine(done: string): Promise<boolean> {
  const claim = claimOf(done);
  for (;;) {
    if (existsSync(done)) return true;
    try {
      mkdirSync(claim);
      // Built between the look and the claim.
      if (!existsSync(done)) return false;
      rmSync(claim, { recursive: true });
    } catch {
      const since = statSync(claim, { throwIfNoEntry: false })?.mtimeMs;
      if (since !== undefined && Date.now() - since > abandonedMs)
        rmSync(claim, { recursive: true, force: true });
      else await sleep(200);
    }
  }
}

/** Changes with any source, text, or moment. */
function fingerprint(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256').update(JSON.stringify([files, filledAt]));
  for (const part of [...parts, ...wiring]) hashInto(hash, join(root, part));
  return hash.digest('hex').slice(0, 16);
}

function hashInto(hash: ReturnType<typeof createHash>, path: string): void {
  const entries = /\.\w+$/u.test(path) ? null : readdirSync(path).sort();
  if (entries === null) hash.update(path).update(readFileSync(path));
  else for (const entry of entries) hashInto(hash, join(path, entry));
}
