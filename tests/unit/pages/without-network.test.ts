/** « Sans réseau, sur une clé »: one text for a page and for the note in the archive; what the archive holds. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutNetwork } from '../../../src/lib/without-network.ts';
import { withoutNetworkSchema } from '../../../src/schemas/without-network.ts';
import { loneFile } from '../../../src/tools/dist.ts';
import { archiveOf } from '../../../src/tools/pack/archive.ts';
import { printNote } from '../../../src/tools/pack/note.ts';
import { breachesOf, tagsOf } from '../../../src/tools/policy.ts';
import { breachesOf as breachesOf2026 } from '../../support/forbidden-2026.ts';

const text = withoutNetwork();
const titles = [text.title, text.summary, ...text.parts.map(({ title }) => title)];
const words = text.parts
  .flatMap(({ says, gestures, points }) => [...says, ...gestures, ...points])
  .join('\n');

describe('the text', () => {
  test.each([
    ['names both files as they are made', /isoloir-exercice\.html[\s\S]*isoloir-site\.zip/u],
    ['says that the site stands at a root', /à la racine d’un nom ou d’un port/u],
    ['says what plain http takes away', /Rien ne se garde hors ligne/u],
    ['asks nobody to get past a warning', /passer outre une alerte/u],
    ['says how to check that it works', /vérifiez que l’accueil s’affiche/u],
  ])('%s', (_, pattern) => expect(words).toMatch(pattern));

  test('says no more of the coming vote than is known, and gives no address that could be taken for its own', () =>
    expect(breachesOf2026([...titles, words].join('\n'), 'everywhere')).toEqual([]));

  test('a part that says nothing is refused, in French', () => {
    const faulty = { titre: 'T', resume: 'R', parties: [{ ancre: 'vide', titre: 'Vide' }] };
    expect(withoutNetworkSchema.safeParse(faulty).error?.issues[0]?.message).toContain(
      'Écrire au moins une phrase',
    );
  });
});

describe('the note', () => {
  const note = printNote(text, '20 novembre 2026');
  test('says everything that the page says, and its day', () => {
    const shown = note.replace(/[\u202f\u00a0]/gu, ' ').replace(/&quot;/gu, '"');
    for (const line of words.split('\n')) expect(shown).toContain(line);
    expect(shown).toContain('20 novembre 2026');
    expect(shown).toContain('On ne vote pas ici.');
  });
  test('asks for nothing, runs nothing', () => {
    expect(note).toContain("default-src 'none'");
    expect(breachesOf(note)).toEqual([]);
    expect(tagsOf(note).filter(({ name }) => /^(script|img|a|form)$/u.test(name))).toEqual([]);
  });
});

describe('the archive', () => {
  let dir = '';
  const seconds = 1795176000;
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'isoloir-archive-'));
    mkdirSync(join(dir, 'assets'));
    writeFileSync(join(dir, 'index.html'), '<p>accueil');
    writeFileSync(join(dir, loneFile), '<p>exercice');
    writeFileSync(join(dir, '.htaccess'), 'Options -Indexes');
    writeFileSync(join(dir, 'assets', 'a.js'), 'void 0');
  });
  afterAll(() => {
    rmSync(dir, { recursive: true, force: true });
  });

  test('holds the site, the note and the single file, in one folder', () => {
    const found = unzipSync(archiveOf(dir, 'lisez-moi', seconds));
    expect(Object.keys(found).sort()).toEqual([
      'isoloir-site/LISEZ-MOI.html',
      'isoloir-site/isoloir-exercice.html',
      'isoloir-site/site/.htaccess',
      'isoloir-site/site/assets/a.js',
      'isoloir-site/site/index.html',
      'isoloir-site/site/isoloir-exercice.html',
    ]);
    expect(new TextDecoder().decode(found['isoloir-site/LISEZ-MOI.html'])).toBe('lisez-moi');
  });

  test('is the same bytes twice, whatever the clock and the zone of the machine', () => {
    const zone = process.env['TZ'];
    const inZone = (name: string) => {
      process.env['TZ'] = name;
      return Buffer.from(archiveOf(dir, 'lisez-moi', seconds)).toString('base64');
    };
    const all = ['UTC', 'Pacific/Tahiti', 'Europe/Paris'].map(inZone);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(new Set(all).size).toBe(1);
  });

  test('refuses whatever a double-click would run', () => {
    writeFileSync(join(dir, 'ouvrir.bat'), '');
    expect(() => archiveOf(dir, '', seconds)).toThrow('ouvrir.bat');
    rmSync(join(dir, 'ouvrir.bat'));
  });
});
