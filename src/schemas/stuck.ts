/** content/situations/_questions.yaml: from « where does it stop? » to one page, without any script. */
import { z } from 'astro/zod';
import { id, text } from './fact.ts';

/** One answer, and the situation it leads to. */
export type Answer = { readonly words: string; readonly page: string };

/** An answer that asks once more. Two questions at most before a page. */
export type Question = { readonly words: string; readonly answers: readonly Answer[] };

/** One place where it may stop: its answers, then those that ask once more. */
export type Door = {
  readonly where: string;
  readonly answers: readonly Answer[];
  readonly questions: readonly Question[];
};

export type StuckHelper = { readonly title: string; readonly doors: readonly Door[] };

const answer = z
  .strictObject({ mots: text(70), page: id() })
  .transform((fr): Answer => ({ words: fr.mots, page: fr.page }));

const question = z
  .strictObject({ mots: text(70), reponses: z.array(answer).min(2, 'Deux réponses au moins') })
  .transform((fr): Question => ({ words: fr.mots, answers: fr.reponses }));

const door = z
  .strictObject({
    ou: text(60),
    reponses: z.array(answer).min(1),
    questions: z.array(question).default([]),
  })
  .transform((fr): Door => ({ where: fr.ou, answers: fr.reponses, questions: fr.questions }));

/** The whole file. */
export const stuckSchema = z
  .strictObject({ titre: text(60), portes: z.array(door).min(2) })
  .transform((fr): StuckHelper => ({ title: fr.titre, doors: fr.portes }));

/** An answer and its place in the file, to name the line when it leads nowhere. */
export type PlacedAnswer = Answer & { readonly key: readonly PropertyKey[] };

/** Every answer, at both depths. */
export const answersOf = (helper: StuckHelper): readonly PlacedAnswer[] =>
  helper.doors.flatMap(({ answers, questions }, n) => [
    ...placed(answers, ['portes', n]),
    ...questions.flatMap((one, m) => placed(one.answers, ['portes', n, 'questions', m])),
  ]);

const placed = (answers: readonly Answer[], under: readonly PropertyKey[]) =>
  answers.map((answer, n): PlacedAnswer => ({ ...answer, key: [...under, 'reponses', n, 'page'] }));
