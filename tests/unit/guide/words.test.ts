import { describe, expect, test } from 'vitest';
import * as dates from '../../../src/lib/dates.ts';
import { addressPieces, typeset, typesetHtml } from '../../../src/lib/typography.ts';
import { currentAcademies } from '../../../src/lib/current.ts';
import { towns } from '../../../src/lib/towns.ts';
import {
  academyPaths,
  foldText,
  isOneSlip,
  isSecret,
  matches,
  resultWords,
  search,
} from '../../../src/scripts/guide-words.ts';
import { presentTextOf, breachesOf } from '../../support/forbidden-2026.ts';

describe('days and hours in French', () => {
  test('days', () => {
    expect(dates.fullDay('2026-12-01')).toBe('1ᵉʳ décembre 2026');
    expect(dates.shortDay('2026-11-22')).toBe('22 nov. 2026');
    expect(dates.weekdayAndDay('2026-12-10')).toBe('jeudi 10 décembre');
    expect(dates.dayRange('2026-12-03', '2026-12-10')).toBe('3 au 10 décembre 2026');
    expect(dates.dayRange('2018-11-29', '2018-12-06')).toBe('29 novembre au 6 décembre 2018');
    expect(dates.dayRange('2026-12-30', '2027-01-02')).toBe('30 décembre 2026 au 2 janvier 2027');
    expect(dates.daysCounted('2026-12-03', '2026-12-10')).toBe(8);
    expect(dates.addDays('2026-12-31', 1)).toBe('2027-01-01');
  });
  test('a moment, here and elsewhere', () => {
    const moment = dates.parisInstant('2026-12-10', '16:05');
    expect(dates.momentIn('Europe/Paris', moment)).toBe('jeudi 10 décembre à 16 h 05');
    expect(dates.momentIn('Pacific/Noumea', moment)).toBe('vendredi 11 décembre à 2 h 05');
    expect(dates.momentIn('Pacific/Tahiti', moment)).toBe('jeudi 10 décembre à 5 h 05');
    expect(dates.dayIn('Pacific/Noumea', moment)).toBe('2026-12-11');
  });
  test('how far from the Paris clock', () => {
    const moment = dates.parisInstant('2026-12-10');
    expect(dates.hoursFromParis('Europe/Paris', moment)).toBeNull();
    expect(dates.hoursFromParis('Indian/Reunion', moment)).toBe('3 heures de plus qu’à Paris');
    expect(dates.hoursFromParis('America/Cayenne', moment)).toBe('4 heures de moins qu’à Paris');
    expect(dates.hoursFromParis('Pacific/Marquesas', moment)).toBe(
      '10 heures 30 de moins qu’à Paris',
    );
  });
  test('not a day is a bug', () => {
    expect(() => dates.fullDay('demain')).toThrow();
    expect(() => dates.parisInstant('2026-02-30')).toThrow();
  });
});

describe('French spaces', () => {
  test('before double signs and inside guillemets', () =>
    expect(typeset('« Quoi ? » : ceci ; cela !')).toBe(
      '«\u202fQuoi\u202f?\u202f»\u202f: ceci\u202f; cela\u202f!',
    ));
  test('between a number and its month or unit', () => {
    expect(typeset('le 3 décembre, 14 h 05, 10 minutes')).toBe(
      'le 3\u00a0décembre, 14\u00a0h\u00a005, 10\u00a0minutes',
    );
    expect(typeset('1er décembre')).toBe('1ᵉʳ\u00a0décembre');
    expect(typeset('article R. 211-553')).toBe('article R.\u00a0211-553');
    expect(typeset('3 histoires')).toBe('3 histoires');
  });
  test('« 1er » is raised, but not inside an address', () => {
    expect(typeset('Du 1er au 2 mars.')).toBe('Du 1ᵉʳ au 2\u00a0mars.');
    expect(typeset('snes.edu/du-1er-au-8')).toBe('snes.edu/du-1er-au-8');
  });
  test('twice is the same as once', () => {
    const once = typeset('« Le 3 décembre ? »');
    expect(typeset(once)).toBe(once);
  });
  test('a page’s tags, styles and scripts are left alone', () => {
    const page =
      '<p title="a : b">Quoi ? <b>« a »</b></p><style>a :hover{}</style><script>x ? y : z</script><!-- a ; b -->';
    expect(typesetHtml(page)).toBe(
      '<p title="a : b">Quoi\u202f? <b>«\u202fa\u202f»</b></p><style>a :hover{}</style><script>x ? y : z</script><!-- a ; b -->',
    );
  });
  test('what is read aloud or in a list of results is set too', () => {
    expect(typesetHtml('<meta name="description" content="a : b"><img alt="« c »">')).toBe(
      '<meta name="description" content="a\u202f: b"><img alt="«\u202fc\u202f»">',
    );
    expect(typeset("l'école, qu&#39;« elle » a")).toBe('l’école, qu’«\u202felle\u202f» a');
    expect(typeset('60 % des voix')).toBe('60\u00a0% des voix');
    expect(typeset('418 846 votes, 1 234 567 voix')).toBe(
      '418\u202f846 votes, 1\u202f234\u202f567 voix',
    );
    // A telephone number goes by two, a year is no thousand.
    for (const same of ['04 00 00 00 00', '0810 00 00 00', 'en 2018 200 personnes'])
      expect(typeset(same)).toBe(same);
  });
});

describe('the filter of academies', () => {
  const grenoble = foldText('Grenoble 07 26 38 73 74 Ardèche Drôme Isère Savoie Haute-Savoie');
  test.each(['gre', '38', 'isere', 'Haute Sav', 'ISÈRE', '', '  '])('« %s » finds it', (asked) =>
    expect(matches(asked, grenoble)).toBe(true),
  );
  test.each(['lyon', '3 8', 'noble'])('« %s » does not', (asked) =>
    expect(matches(asked, grenoble)).toBe(false),
  );
});

describe('towns, former academies and slips of the finger', () => {
  const all = currentAcademies();
  const lines = all.map((academy) =>
    foldText(
      [
        academy.short,
        ...academy.departments.flatMap(({ code, name }) => [code, name]),
        ...(towns()[academy.id] ?? []),
      ].join(' '),
    ),
  );
  const found = (asked: string) => search(asked, lines).found.map((index) => all[index]?.id);
  test.each([
    ['Caen', ['normandie']],
    ['Rouen', ['normandie']],
    ['Mamoudzou', ['mayotte']],
    ['mayote', ['mayotte']],
    ['Saint-Denis', ['creteil', 'la-reunion']],
    ['Grenobel', ['grenoble']],
    ['Genoble', ['grenoble']],
    ['93', ['creteil']],
    ['le Mans', ['nantes']],
    ['zzzz', []],
  ])('« %s »', (asked, expected) => expect([...found(asked)].sort()).toEqual(expected));
  test('an exact word is never mistaken for another', () => {
    expect(search('Laon', lines)).toEqual({
      found: [all.findIndex(({ id }) => id === 'amiens')],
      corrected: false,
    });
  });
  test('nothing typed shows everything, an example beside it', () => {
    expect(found('')).toHaveLength(all.length);
    expect(resultWords('', all.length, false)).toMatch(/^Par exemple/u);
  });
  test.each([
    ['mayote', 'mayotte', true],
    ['lyom', 'lyon', true],
    ['roeun', 'rouen', true],
    ['lyon', 'lyon', true],
    ['nice', 'nancy', false],
  ])('« %s », « %s »: one slip apart, %s', (a, b, yes) => expect(isOneSlip(a, b)).toBe(yes));
  test('what is said beneath the field', () => {
    expect(resultWords('caen', 1, false)).toBe('Trouvé\u202f:');
    expect(resultWords('mayote', 1, true)).toBe('Peut-être\u202f:');
    expect(resultWords('a', 7, false)).toBe('7 académies, dans la liste plus bas.');
    expect(resultWords('zzz', 0, true)).toMatch(/^Rien ne correspond/u);
  });
});

describe('an address to retype', () => {
  test('may end a line after a dot, a slash or an at sign only', () => {
    expect(addressPieces('www.ac-mayotte.fr').map(({ text }) => text)).toEqual([
      'www.',
      'ac-mayotte.',
      'fr',
    ]);
    expect(addressPieces('aide@ac-x.fr/mes-pages/').map(({ text }) => text)).toEqual([
      'aide@',
      'ac-x.',
      'fr/',
      'mes-pages/',
    ]);
  });
  test('keeps nothing whole that could not fit', () =>
    expect(addressPieces('espace-professionnel_165_mel-ouvert.html')[0]?.fixed).toBe(false));
});

describe('what may not ride in a message', () => {
  test.each(['01E9501234ABC', '01 e95 01234 abc', '12/03/1980', '12.03.1980', 'K7PLQ29XW4MT'])(
    '%s is held back',
    (value) => expect(isSecret(value, 'nom')).toBe(true),
  );
  test.each(['Aude Vizé', 'Lycée Jean-Moulin', 'Collège du 8 mai 1945', 'École 12 bis'])(
    '%s may stand',
    (value) => expect(isSecret(value, 'etablissement')).toBe(false),
  );
  test('a phone number is welcome in its own field', () =>
    expect(isSecret('06 39 98 12 34', 'telephone')).toBe(false));
});

describe('the remembered academy', () => {
  test('leads to its two pages', () =>
    expect(academyPaths('la-reunion|La Réunion', 'men-2026')).toEqual({
      now: '/elections/men-2026/la-reunion/',
      sheet: '/academies/la-reunion/',
      id: 'la-reunion',
      name: 'La Réunion',
      of: '\u202f: La Réunion',
    }));
  test('is named with its own preposition', () => {
    for (const { id, short, of } of currentAcademies())
      expect(academyPaths(`${id}|${short}|${of}`, 'men-2026')?.of, id).toBe(of);
  });
  test.each(['', 'dijon', '../x|Dijon', 'dijon|<b>', '//evil|Dijon', 'dijon|', 'dijon|Dijon|<b>'])(
    '« %s » is refused',
    (known) => expect(academyPaths(known, 'men-2026')).toBeNull(),
  );
});

describe('the reader of forbidden statements', () => {
  test.each([
    'Le vote ferme à 17 h.',
    'Le vote ferme à 17\u00a0h\u00a000',
    'Connectez-vous avec FranceConnect',
    'Vous aurez 30 minutes de plus',
    'Attendez le courriel',
    'Vous votez au CSA académique',
    'Le lien du compte est envoyé à votre adresse professionnelle.',
    'Le NUMEN sera demandé pour ouvrir le compte.',
    'Votre code se trouve sur la lettre.',
    'Le portail demandera de recopier une image.',
  ])('hears « %s »', (text) => expect(breachesOf(text)).not.toEqual([]));
  test('does not hear the folded past, nor addresses in tags', () =>
    expect(
      breachesOf(
        presentTextOf(
          '<p><a href="https://x.fr">ici</a></p><div data-autrefois><p>à 17 h</p></div><p>Votez le 8. On ne sait pas si le NUMEN servira.</p>',
        ),
      ),
    ).toEqual([]));
});
