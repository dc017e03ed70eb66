/** What a situation says in its own words: without the frame of the page, the chain of persons and the sources. */
import { locateFrontMatter } from '../../../src/schemas/read.ts';
import type { Situation } from '../../../src/schemas/situation.ts';

/** The text under the front matter. */
export const bodyOf = (slug: string): string =>
  locateFrontMatter(`content/situations/${slug}.mdx`).body;

/** Every text of the page, the past included; the greeting that opens each message is part of the frame. */
const textsOf = (situation: Situation): readonly string[] => [
  situation.title,
  situation.reassurance,
  ...situation.now.flatMap((gesture) => [gesture.do, gesture.detail ?? '']),
  ...situation.tonight,
  ...situation.tomorrow,
  situation.message.to,
  situation.message.subject,
  situation.message.body.replace(/^Bonjour,/u, '').replace(/\{[a-z]+\}/gu, ''),
  ...situation.known.map(({ text }) => text),
  ...situation.unknown.map(({ text }) => text),
  ...situation.formerly.map(({ text }) => text),
  situation.exercise,
  bodyOf(situation.slug),
];

const wordsOf = (text: string): readonly string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const sentencesIn = (situation: Situation): readonly (readonly string[])[] =>
  textsOf(situation).flatMap((text) => text.split(/[.?!;:\n]+/u).map(wordsOf));

/** Sentences of three words or more, without their punctuation. Shorter ones (« Merci beaucoup ») are manners. */
export const sentencesOf = (situation: Situation): readonly string[] =>
  sentencesIn(situation)
    .filter((words) => words.length >= 3)
    .map((words) => words.join(' '));

/** Every run of ten words inside a sentence: a sentence copied with one word changed is still a copy. */
export const runsOf = (situation: Situation): readonly string[] =>
  sentencesIn(situation).flatMap((words) =>
    words.slice(9).map((_, index) => words.slice(index, index + 10).join(' ')),
  );
