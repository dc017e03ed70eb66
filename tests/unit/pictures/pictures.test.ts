// The screens that tutorials show: drawn from the simulator's own, safe to copy away, and the same in words.
import { XMLValidator } from 'fast-xml-parser';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadEdition } from '../../../src/lib/editions.ts';
import { askedPictures } from '../../../src/lib/tutorials.ts';
import { nodesOf } from '../../../src/pictures/markup.ts';
import { widthOf, wrap } from '../../../src/pictures/measure.ts';
import { pictureIn, pictureOf } from '../../../src/pictures/picture.ts';
import { standingOn } from '../../../src/pictures/standing.ts';
import { fullWords } from '../../../src/pictures/telling.ts';
import { votingCode } from '../../../src/simulator/core/views.ts';

const asked = askedPictures().map(({ edition, academy, ...wanted }) => ({
  name: [edition, academy, wanted.screen].join(' '),
  edition,
  academy,
  wanted,
  picture: pictureOf(edition, academy, wanted),
}));
const drawn = asked.flatMap(({ name, picture }) => (picture ? [{ name, picture }] : []));
const files = new Map(drawn.map(({ picture }) => [picture.path, picture]));
const wordsOf = (name: string): string =>
  drawn
    .filter((one) => one.name === name)
    .map(({ picture }) => fullWords(picture.sheet).join('\n'))
    .join('\n');

describe('a screen shown in a tutorial', () => {
  test('is drawn in every academy that asks for it', () => {
    expect(drawn.length).toBeGreaterThan(150);
    expect(asked.filter(({ picture }) => picture === null).map(({ name }) => name)).toEqual([]);
  });

  test('is a sound file that names itself an exercise, runs nothing and fetches nothing', () => {
    for (const { path, svg } of files.values()) {
      expect(XMLValidator.validate(svg), path).toBe(true);
      expect(svg, path).toContain('>EXERCICE, on ne vote pas ici<');
      expect(svg, path).not.toMatch(/https:|<script|<foreignObject|href|url\(|@import|\son\w+=/iu);
    }
  });

  test('is light, and as wide as a telephone', () => {
    for (const { path, svg, width, height } of files.values()) {
      expect(brotliCompressSync(svg).length, path).toBeLessThan(1_500);
      expect(width, path).toBe(300);
      expect(height, path).toBeLessThan(860);
    }
  });

  test('is shared by the academies that see the same', () => {
    const paths = drawn
      .filter(({ name }) => /^men-2022 .* booth-entry$/u.test(name))
      .map(({ picture }) => picture.path);
    expect(paths.length).toBeGreaterThan(5);
    expect(new Set(paths).size).toBe(1);
  });

  test('has an alternative of at most 300 characters that begins with its title and how well it is known', () => {
    for (const { name, picture } of drawn) {
      const title = picture.sheet.blocks.find(({ kind }) => kind === 'title');
      expect(title, name).toBeDefined();
      expect(picture.alt.length, name).toBeLessThanOrEqual(300);
      expect(picture.alt, name).toMatch(/^Écran d’exercice (?:documenté|reconstitué)\u202f: /u);
      expect(picture.alt, name).toContain(title && 'text' in title ? title.text : '?');
      expect(picture.alt, name).not.toMatch(/,\.|[{}<>]|undefined/u);
    }
  });

  test('names no address but those of the exercise', () => {
    for (const { name, picture } of drawn) {
      const words = fullWords(picture.sheet).join('\n');
      const addresses =
        words.match(/[\w.-]+@[\w.-]+|\b[\w-]+\.(?:fr|com|org|net|example)\b/gu) ?? [];
      for (const address of addresses) expect(address, name).toMatch(/\.example$/u);
      expect(words, name).not.toMatch(/https?:|\bwww\./u);
    }
  });

  test('is marked as the registry marks it', () => {
    const words = { documented: 'documenté', reconstructed: 'reconstitué' } as const;
    for (const { edition, name, wanted, picture } of asked) {
      const id = wanted.screen.startsWith('mail.') ? 'mail' : wanted.screen;
      const screen = loadEditionOnce(edition).screens[id];
      // The entry of a mailbox has the mark of its academy.
      if (id === 'mail-login' || !screen) continue;
      expect(picture?.sheet.mark, name).toBe(words[screen.mark]);
      expect(picture?.svg, name).toContain(`Écran ${words[screen.mark]}`);
    }
  });
});

const loaded = new Map<string, ReturnType<typeof loadEdition>>();
function loadEditionOnce(id: string): ReturnType<typeof loadEdition> {
  const edition = loaded.get(id) ?? loadEdition(id);
  loaded.set(id, edition);
  return edition;
}

describe('a drawing comes from the screen', () => {
  const edition = loadEditionOnce('men-2018');
  const world = standingOn(edition, 'amiens', { screen: 'password', exercise: null });
  const screen = edition.screens['password'];
  if (!world || !screen) throw new Error('no such screen');
  const before = pictureIn(edition, world);

  test('the same screen is drawn the same, twice', () => {
    expect(pictureIn(edition, world)).toEqual(before);
  });

  test('another label in its data is another drawing, under another name', () => {
    const fields = screen.fields.map((field) => ({ ...field, label: 'Phrase secrète' }));
    const screens = { ...edition.screens, password: { ...screen, fields } };
    const after = pictureIn({ ...edition, screens }, world);
    expect(after.svg).toContain('Phrase secrète');
    expect(after.path).not.toBe(before.path);
    expect(after.alt).toContain('Champ « Phrase secrète »'.replace(/ (?=»)|(?<=«) /gu, '\u202f'));
  });

  test('helps of the exercise are not part of the screen', () => {
    expect(before.svg).not.toMatch(/remplir|masquer|identifiant<|messagerie</u);
  });

  test('a code is never readable', () => {
    const sms = standingOn(edition, 'amiens', { screen: 'sms', exercise: null });
    if (!sms) throw new Error('no message');
    const picture = pictureIn(edition, sms);
    expect(picture.svg).toContain('••••');
    for (const nth of [0, 1, 2, 3])
      expect(picture.svg).not.toContain(votingCode(edition, sms, nth));
  });

  test('a mail that nobody sent here has no picture', () => {
    expect(standingOn(edition, 'amiens', { screen: 'mail.nothing', exercise: null })).toBeNull();
  });

  test('the space is shown as it is first seen, before the vote', () => {
    expect(wordsOf('men-2014 grenoble space')).not.toContain('fermé');
  });

  test('a screen that is cut keeps the note that makes it true', () => {
    const space = drawn.find(({ name }) => name === 'men-2014 grenoble space')?.picture;
    expect(space?.svg).toContain('La suite est dans l’exercice.');
    expect(space?.svg).toContain('Le bloc 3 est reconstitué');
    expect(space?.hasOwnWords).toBe(true);
  });

  test('each mailbox has the words of its academy', () => {
    expect(wordsOf('men-2014 grenoble mail-login')).toContain(
      'Bienvenue sur le Webmail Académique',
    );
    expect(wordsOf('men-2014 caen mail-login')).toContain('Bienvenue sur la Messagerie Académique');
  });
});

describe('markup and widths', () => {
  test('a fragment that closes what it did not open is refused', () => {
    expect(() => nodesOf('<p>un</b></p>')).toThrow('</b>');
    expect(() => nodesOf('<p>un')).toThrow('<p>');
    expect(nodesOf('a &amp; b<br/>')).toEqual([
      'a & b',
      { tag: 'br', attributes: new Map(), children: [] },
    ]);
  });

  test('no line is wider than its room, and no word is lost', () => {
    const text =
      'Une adresse : prenom.nom@academie-au-nom-tres-long-vraiment.example, puis la suite';
    const lines = wrap(text, 120, 13);
    for (const line of lines) expect(widthOf(line, 13)).toBeLessThanOrEqual(120);
    expect(lines.join('').replace(/ /gu, '')).toBe(text.replace(/ /gu, ''));
  });
});
