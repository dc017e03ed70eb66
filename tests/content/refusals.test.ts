// Every no in plain French: what happened, what to do, and somebody to ask where one cannot do it alone.
import { describe, expect, test } from 'vitest';
import { refusalWords, type RefusalWord } from '../../src/simulator/core/refusals.ts';
import { columnOf, typedOf } from '../unit/core/bad-input/expected.ts';
import { formsOf, send } from '../unit/core/bad-input/forms.ts';
import { values } from '../unit/core/bad-input/values.ts';
import { editions } from '../support/scenario.ts';

/** « Relisez », « demandez »… and none of the words that only look like it. */
const order = /\b(?!(?:chez|assez|avez|pouvez|voulez)\b)\p{L}{3,}ez\b/iu;
const somebody = /assistance|secrétariat/u;

/** Where the voter's own care is not enough: another person has, or knows, what is missing. */
const needsSomebody: readonly RefusalWord[] = [
  'portal-down',
  'closed',
  'not-offered',
  'malformed-numen',
  'foreign-phone',
  'not-a-mobile',
  'unknown-numen',
  'wrong-birth-date',
  'unknown-address',
  'wrong-mailbox-credentials',
  'no-reissue-left',
  'reissue-unavailable',
  'wrong-challenge-answer',
  'not-your-contest',
];

describe.each(Object.values(editions).map((edition) => [edition.id, edition] as const))(
  'in %s, every refusal',
  (_id, edition) => {
    const sentences = refusalWords.map((word) => [word, edition.refusals[word].sentence] as const);

    test('is short', () => {
      const long = sentences.filter(([, text]) => text.length > 220);
      expect(long).toEqual([]);
    });
    test('says what to do', () => {
      expect(sentences.filter(([, text]) => !order.test(text))).toEqual([]);
    });
    test('names somebody to ask where one cannot do it alone', () => {
      const alone = sentences.filter(
        ([word, text]) => needsSomebody.includes(word) && !somebody.test(text),
      );
      expect(alone).toEqual([]);
    });
    test('repeats nothing of what was typed, and frightens nobody', () => {
      expect(sentences.filter(([, text]) => /[{}]/.test(text))).toEqual([]);
      const hard = /erreur|invalide|incorrect|interdit|échec|impossible|!\s|alerte|fraude/iu;
      // « comme ! ou - » names the signs themselves.
      const harsh = sentences.filter(([, text]) => hard.test(text.replace('comme !', '')));
      expect(harsh).toEqual([]);
    });
    test('that can stand at a field has its sentence', () => {
      const met = new Set<RefusalWord>();
      for (const form of formsOf(edition))
        for (const field of Object.keys(form.right))
          for (const value of values.filter(
            ({ only }) => !only || only.some((one) => one === columnOf(form, field)),
          ))
            for (const { word, field: place } of send(form, typedOf(form, { [field]: value }))
              .decision.refusals)
              if (place !== undefined) met.add(word);
      expect(met.size).toBeGreaterThan(10);
      expect([...met].filter((word) => edition.refusals[word].sentence === '')).toEqual([]);
    });
    test('about a rule stands beneath a box with the rule above it', () => {
      const choosing = formsOf(edition).filter(
        (form) => columnOf(form, 'password') === 'new password',
      );
      const bare = choosing.flatMap(({ screen, right }) =>
        'password' in right && !screen.fields.find(({ id }) => id === 'password')?.hint
          ? [screen.id]
          : [],
      );
      expect(bare).toEqual([]);
    });
  },
);
