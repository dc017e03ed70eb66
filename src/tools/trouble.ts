/** Says why the pages could not be built: for content, the sentence meant for its editor and nothing else. */

const mostLines = 10;
const errorPattern =
  /(?:rendering (\/[^\s:]*):\s*)?ContentError: ([\s\S]*?)(?=\n\s*(?:Hint|Location|Stack trace):|\n\s+at |$)/g;

/** The French sentence of a content error in what Astro wrote, with the page that asked; else the last lines. */
export function troubleOf(output: string): string {
  const all = [...output.matchAll(errorPattern)];
  const found = all.find(([, page]) => page !== undefined) ?? all[0];
  if (found === undefined) return output.split('\n').slice(-15).join('\n');
  const [, page, message = ''] = found;
  // Astro says the message twice.
  const lines = [...new Set(message.split('\n'))].filter((line) => line.trim() !== '');
  const place = page === undefined ? [] : [`  Page\u202f: ${page}`];
  return [...lines.slice(0, mostLines - place.length), ...place].join('\n');
}
