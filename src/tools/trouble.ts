/** Says why the pages could not be built: for content, the sentence meant for its editor and nothing else. */

// One line less than ten: the build adds its own last line.
const mostLines = 9;
const errorPattern =
  /(?:rendering (\/[^\s:]*):\s*)?ContentError: ([\s\S]*?)(?=\n\s*(?:Hint|Location|Stack trace):|\n\s+at |$)/g;

/** The French sentence of a content error in what Astro wrote, with the page that asked; else why, in nine lines at most. */
export function troubleOf(output: string): string {
  const all = [...output.matchAll(errorPattern)];
  const found = all.find(([, page]) => page !== undefined) ?? all[0];
  if (found === undefined) return unexpected(output);
  const [, page, message = ''] = found;
  // Astro says the message twice.
  const lines = [...new Set(message.split('\n'))].filter((line) => line.trim() !== '');
  const place = page === undefined ? [] : [`  Page\u202f: ${page}`];
  return [...lines.slice(0, mostLines - place.length), ...place].join('\n');
}

/** A fault that our own checks do not know: what the program said of it, without its stack nor the folders of this machine. */
function unexpected(output: string): string {
  const lines = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s*(?:at |Stack trace:|Hint:)/u.test(line))
    .map((line) => line.replace(/(?:file:\/\/)?\/\S*\/(?=(?:content|src)\/)/gu, ''));
  const error = lines.findIndex((line) => /error/iu.test(line));
  const from = error < 0 ? Math.max(0, lines.length - (mostLines - 2)) : error;
  return [
    'Une page n’a pas pu être construite, pour une raison que la vérification du contenu ne connaît pas.',
    'Reprendre le dernier fichier changé. Ce que le programme en dit, en anglais\u202f:',
    ...lines.slice(from, from + mostLines - 2).map((line) => `  ${line.trim()}`),
  ].join('\n');
}
