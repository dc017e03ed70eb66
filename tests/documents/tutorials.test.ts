/** What every tutorial of a past election keeps: five anchors, whole steps, own words, no live contact. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sources } from '../../src/lib/content.ts';
import { loadCodes } from '../../src/lib/editions.ts';
import { practicePath } from '../../src/lib/practice.ts';
import { checkTutorial, checkTutorials, tutorialAnchors } from '../../src/lib/tutorials.ts';
import { ContentError, root } from '../../src/schemas/read.ts';
import { parseLink } from '../../src/simulator/links.ts';
import { lineTables } from './lines.ts';
import { stepsOf, takenFrom, wholeText, words } from './table.ts';

const known = sources().map(({ id }) => id);

describe.each(lineTables)('$academy, $edition', ({ edition, academy }) => {
  const text = wholeText(edition, academy);
  const steps = stepsOf(text);

  test('stands where it says, and names a document that exists', () => {
    const path = `content/tutoriels/${edition}/${academy}.mdx`;
    expect(() => checkTutorial(path, { edition, academy }, known)).not.toThrow();
  });

  test('has the five anchors in their order', () => {
    const parts = [...text.matchAll(/<Partie id="([a-z]+)"/gu)].map(([, id]) => id);
    expect(parts).toEqual(['avant', ...tutorialAnchors]);
  });

  test('counts its steps from 1 in each part, without a hole', () => {
    const counted = new Map<string, number>();
    for (const { id } of steps) {
      const [part = ''] = id.split('-');
      counted.set(part, (counted.get(part) ?? 0) + 1);
      expect(id).toBe(`${part}-${String(counted.get(part))}`);
    }
    expect([...counted.keys()]).toEqual(['avant', ...tutorialAnchors]);
  });

  test('each step says what to prepare, what is seen, what can go wrong, and from where', () => {
    const poor = steps.filter(({ body }) =>
      ['**À préparer.**', '**À l’écran.**', '**Si ça bloque.**', '<Source '].some(
        (piece) => !body.includes(piece),
      ),
    );
    expect(poor.map(({ id }) => id)).toEqual([]);
  });

  test('each source exists', () => {
    const named = [...text.matchAll(/<Source preuve="[a-z-]+" de="([^"]+)"/gu)].flatMap(
      ([, ids = '']) => ids.split(' '),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
  });

  test('leads nowhere but to itself: hosts, addresses and numbers are plain text', () => {
    const links = [...text.matchAll(/\]\(([^)]*)\)/gu)].map(([, target = '']) => target);
    expect(links.filter((target) => !target.startsWith('#'))).toEqual([]);
    expect(text).not.toMatch(/https?:|mailto:|tel:|<a\s/u);
    // Outside `code`, a host or an address would be made a link.
    expect(text.replace(/`[^`]*`/gu, '')).not.toMatch(/www\.|[\w.]@[\w-]|\.gouv\.fr|\.ac-\w/u);
  });

  test('promotes no organisation', () => {
    const shown = text.replace(/<Source [^>]*>/gu, '');
    expect(shown).not.toMatch(/\b(?:SUD|FSU|SNES|UNSA|CGT|CFDT|SNALC|Sgen)\b|\bFO\b/u);
  });

  test('uses its own words: nothing long is taken from a document, labels in « » excepted', () => {
    const taken = lineTables.flatMap(({ document }) => takenFrom(document, text));
    expect(taken).toEqual([]);
  });

  test('quotes labels, not sentences', () => {
    const quotes = [...text.matchAll(/«([^»]*)»/gu)].map(([, quote = '']) => quote.trim());
    expect(quotes.filter((quote) => words(quote).length > 12)).toEqual([]);
  });

  test('its practice links are links that the simulator reads', () => {
    for (const step of [null, ...tutorialAnchors]) {
      const [page, hash = ''] = practicePath({ edition, academy, step }).split('#');
      expect(page).toBe('/simulateur/');
      expect(parseLink(loadCodes(), hash)).toMatchObject({ edition, academy, step, seat: null });
    }
  });
});

test('every file of content/tutoriels is sound', () => {
  expect(() => {
    checkTutorials(known);
  }).not.toThrow();
});

test('the warning of Grenoble leads to its own exercise', () => {
  expect(wholeText('men-2014', 'grenoble')).toContain('exercice="certificat-inconnu"');
  const practice = { edition: 'men-2014', academy: 'grenoble', step: null };
  const path = practicePath({ ...practice, exercise: 'certificat-inconnu' });
  expect(parseLink(loadCodes(), path.split('#')[1] ?? '')?.exercise).toBe('certificat-inconnu');
});

test('an academy without a code is said in French', () => {
  expect(() => practicePath({ edition: 'men-2014', academy: 'atlantide', step: null })).toThrow(
    'ajouter un code de deux signes pour « atlantide »',
  );
});

describe('a fault in a front matter stops with a French message', () => {
  const folder = mkdtempSync(join(tmpdir(), 'isoloir-tutoriel-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const sound = readFileSync(join(root(), 'content/tutoriels/men-2014/dijon.mdx'), 'utf8');
  const place = { edition: 'men-2014', academy: 'dijon' };
  const part = '_code-vote-preuve.mdx';
  copyFileSync(join(root(), 'content/tutoriels/men-2014', part), join(folder, part));
  const complaint = (text: string): string => {
    const path = join(folder, 'dijon.mdx');
    writeFileSync(path, text);
    try {
      checkTutorial(path, place, known);
    } catch (error) {
      if (error instanceof ContentError) return error.message;
      throw error;
    }
    return 'rien';
  };

  test.each([
    ['nothing wrong', '', '', 'rien'],
    ['a misspelt key', 'titre:', 'tire:', 'Écrire plutôt : titre'],
    ['a day that does not exist', '2026-11-22', '2026-02-30', 'n’existe pas dans le calendrier'],
    ['a document that does not exist', '[document-002]', '[document-099]', 'document-099'],
    [
      'another academy',
      'academie: dijon',
      'academie: paris',
      'le fichier est rangé pour « dijon »',
    ],
    ['no document', '[document-002]', '[]', 'Nommer au moins un document'],
    [
      'a screen that does not exist',
      'ecran="create-account"',
      'ecran="creat-account"',
      '« creat-account » n’est pas permis pour ecran',
    ],
    [
      'what to write instead',
      'ecran="mail-login"',
      'ecran="maillogin"',
      'Écrire plutôt : mail-login',
    ],
    [
      'the line of a screen',
      'ecran="mail-login"',
      'ecran="mail"',
      /dijon\.mdx, ligne 55 : <Etape> : « mail »/,
    ],
  ])('%s', (_, from, to, message) => {
    const said = complaint(sound.replace(from, to));
    expect(said).toMatch(message);
    expect(said.split('\n').length).toBeLessThanOrEqual(10);
  });
});
