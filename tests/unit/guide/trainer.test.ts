/** A session as /animer/ tells it: its minutes add up, its exercises fit, and nobody is asked how they vote. */
import { describe, expect, test } from 'vitest';
import { editionIds, loadCodes, loadEdition } from '../../../src/lib/editions.ts';
import { anywhere, rehearsalsNamed } from '../../../src/lib/rehearsals.ts';
import { lineTroubles, startsOf, trainer, trainerPath } from '../../../src/lib/trainer.ts';
import { exerciseSchema } from '../../../src/schemas/exercise.ts';
import { readFolder, locateYaml } from '../../../src/schemas/read.ts';
import { trainerSchema } from '../../../src/schemas/trainer.ts';
import { suits } from '../../../src/simulator/core/suits.ts';
import { printLink, seatMax, seedAlphabet } from '../../../src/simulator/links.ts';

const { sessions, rules, tally } = trainer();
const editions = editionIds().map(loadEdition);

describe.each(sessions)('$title', ({ minutes, lines }) => {
  test('its lines make its minutes, one after the other', () => {
    expect(lines.reduce((sum, line) => sum + line.minutes, 0)).toBe(minutes);
    const starts = startsOf(lines);
    lines.forEach((line, index) => {
      expect((starts[index] ?? 0) + line.minutes).toBe(starts[index + 1] ?? minutes);
    });
  });
  test('each exercise exists, and fits its line', () => {
    for (const line of lines) {
      const needed = line.exercises
        .map((id) => rehearsalsNamed({ id, step: null })[0]?.minutes ?? Infinity)
        .reduce((sum, one) => sum + one, 0);
      expect(needed, line.title).toBeLessThanOrEqual(line.minutes);
    }
  });
  test('each exercise is played in every election with the first choices of the page', () => {
    for (const exercise of lines.flatMap(({ exercises }) => exercises))
      for (const edition of editions)
        expect(
          suits(edition, { academy: anywhere, profile: 'certifie', exercise }),
          `${edition.id} ${exercise}`,
        ).toBe(true);
  });
});

test('there is a session of an hour and one of twenty minutes', () => {
  expect(sessions.map(({ minutes }) => minutes)).toEqual([60, 20]);
});

test('the rules say: no real code, no vote seen, no campaign', () => {
  const said = rules.join(' ');
  for (const word of ['vrai code', 'qui a voté', 'campagne']) expect(said).toContain(word);
});

test('the tally counts steps, never a vote', () => {
  for (const line of tally) expect(line).not.toMatch(/j’ai voté|a voté|pour qui/iu);
});

test('the longest link of a class is 80 characters at most, with a host of 35 signs', () => {
  const tables = loadCodes();
  const host = `https://${'x'.repeat(35)}`;
  for (const edition of Object.keys(tables.editions))
    for (const seat of [null, seatMax])
      for (const exercise of Object.keys(tables.exercises)) {
        const hash = printLink(tables, {
          edition,
          academy: anywhere,
          profile: 'certifie',
          exercise,
          seed: seedAlphabet.slice(0, 6),
          seat,
          step: null,
        });
        expect(`${host}/simulateur/${hash ?? ''}`.length).toBeLessThanOrEqual(80);
      }
});

describe('a faulty file is told what to write', () => {
  const exercises = readFolder('content/exercices', exerciseSchema).map(({ data }) => data);
  const line = { minutes: 9, title: 'T', trainer: 'V', people: 'E' };
  const said = (named: readonly string[]) =>
    lineTroubles({ ...line, exercises: named }, exercises, () => 12)
      .map(({ line: at, what, write }) => `${String(at)} ${what} ${write}`)
      .join('\n');

  test('an exercise that does not exist, or that an election lacks', () => {
    expect(said(['presque-vote'])).toBe('');
    expect(said(['presque-votee'])).toMatch(/^12 .*n’existe pas\. Écrire plutôt : presque-vote$/u);
    expect(said(['certificat-inconnu'])).toContain('n’existe pas dans men-2018');
  });
  test('an exercise, or two of them, that take longer than the line', () => {
    expect(said(['parcours-complet'])).toContain('prennent 20 minutes, et elle en a 9');
    expect(said(['presque-vote', 'courriel-suspect'])).toContain('au moins minutes: 16');
  });

  const sound = JSON.stringify(locateYaml(trainerPath).value);
  test.each([
    ['"minutes":60', '"minutes":55', 'Les lignes font 60 minutes'],
    [',"vers":"/confidentialite/"', '', 'd’où elle vient'],
    ['"situation":"ai-je-vote"', '"situation":"ai-je-vote","reponse":"Oui."', 'd’où elle vient'],
    ['"Je sais où est', '"J’ai voté, je sais où est', 'jamais un vote'],
    ['"nom":"vingt"', '"nom":"heure"', 'un nom par séance'],
  ])('« %s » becomes « %s »', (from, to, words) => {
    expect(sound).toContain(from);
    const value: unknown = JSON.parse(sound.replace(from, to));
    const issues = trainerSchema.safeParse(value).error?.issues ?? [];
    expect(issues.map(({ message }) => message).join('\n')).toContain(words);
  });
});
