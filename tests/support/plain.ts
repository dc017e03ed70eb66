/** How plain a text is, as the simplified version promises it: words in a sentence, orders in a line. */

export type Sentence = { readonly sentence: string; readonly count: number };

/** The sentences of a block, each with its words; a semicolon ends one. */
export const sentencesOf = (block: string): readonly Sentence[] =>
  block.split(/(?<=[.?!;])\s/u).flatMap((sentence) => {
    const count = sentence.match(/[\p{L}\d][\p{L}\d’'.-]*/gu)?.length ?? 0;
    return count > 0 ? [{ sentence, count }] : [];
  });

/** Words that end like an order and are none. */
const noOrder = /^(?:chez|assez|avez|savez|pouvez|devez|venez)$/iu;

/** Verbs that ask for something: « ouvrez », but neither « vous avez » nor « vous n’y arrivez pas ». */
export const ordersIn = (line: string): readonly string[] =>
  [...line.matchAll(/(?<!\b(?:vous|en|y)\s|’)\b(?<!’)(\p{L}+ez)(?=[\s,.-]|$)/giu)]
    .map(([, word = '']) => word)
    .filter((word) => !noOrder.test(word));
