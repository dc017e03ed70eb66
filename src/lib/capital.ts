/** « source officielle » → « Source officielle »: words that begin a sentence; the empty text stays empty. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
