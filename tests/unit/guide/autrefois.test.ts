// What was true of an old election stands under « autrefois », or in an exercise that says so; nowhere else.
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { currentEdition, situations } from '../../../src/lib/current.ts';
import type { Situation } from '../../../src/schemas/situation.ts';
import { bodyOf } from './situation-texts.ts';

const yearOf = (id: string): string => id.replace(/^.*-/u, '');
const oldYears = new RegExp(
  `(?<!\\d)(?:2008|2011|${editionIds().map(yearOf).join('|')})(?!\\d)`,
  'u',
);

/** How long, how many times: what changed from one election to the next. One of anything is not a limit. */
const delay =
  /(?<![\p{L}\p{N}])(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|soixante-douze|cent\p{L}*)[\s\u00a0\u202f](?:jours|heures|h|minutes|min|secondes|semaines|mois|fois|essais|demandes|caractères)(?!\p{L})/iu;

/** What the page says today, and which no source of the coming election vouches for. */
const today = (situation: Situation): readonly string[] => [
  situation.title,
  situation.choice,
  situation.reassurance,
  ...situation.now.flatMap(({ do: gesture, detail }) => [gesture, detail ?? '']),
  ...situation.tonight,
  ...situation.tomorrow,
  situation.message.subject,
  situation.message.body,
  bodyOf(situation.slug),
];

/** « Il l’était en 2014, 2018 et 2022 »: says that it is not confirmed, which the coming election's own line may do. */
const unconfirmed = (words: string): boolean =>
  words.startsWith('Si ') && words.includes(`en ${yearOf(currentEdition().id)}`);

describe.each(situations().map((situation) => [situation.slug, situation] as const))(
  '%s',
  (_slug, situation) => {
    test('gives no delay nor number of tries as today’s advice', () => {
      for (const words of today(situation)) expect(words).not.toMatch(delay);
    });
    test('names no old year as today’s advice', () => {
      for (const words of today(situation)) expect(words).not.toMatch(oldYears);
    });
    test('a delay that is said to be known now has a source of the coming election', () => {
      for (const { text, source } of situation.known)
        if (delay.test(text)) expect(source, text).toMatch(yearOf(currentEdition().id));
    });
    test('an old year among what is not known says that nothing confirms it', () => {
      for (const { text } of situation.unknown) {
        expect(text).not.toMatch(delay);
        if (oldYears.test(text)) expect(text).toSatisfy(unconfirmed);
      }
    });
    test('what was, names its election', () => {
      const known = [...editionIds(), 'men-2008', 'men-2011'];
      for (const { edition } of situation.formerly) expect(known).toContain(edition);
    });
  },
);
