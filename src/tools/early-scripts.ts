/**
 * The simulator's scripts name one another, file after file: a slow line would fetch them one round trip after the other.
 * The page names them all at once, at its end, behind every word of its own.
 */

const named = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/gu;
const namedLater = /import\(\s*["'`]\.\/([^"'`]+\.js)["'`]\s*\)/gu;
const scripts = /<script type="module" src="\/([^"]+)"><\/script>/gu;

/**
 * The page with a hint for each file that its module scripts name, at once or in turn, then for each that these ask for
 * later; what only those later ones name comes by itself.
 * @param read a file of the site, by its path without the first slash
 * @param unless later files that the page does without
 */
export function withEarlyScripts(
  html: string,
  read: (file: string) => string,
  unless: RegExp,
): string {
  const own = [...html.matchAll(scripts)].flatMap(([, file]) => file ?? []);
  const now = new Set(own);
  const later = new Set<string>();
  for (const file of now) {
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    const text = read(file);
    for (const [, name = ''] of text.matchAll(named)) now.add(folder + name);
    for (const [, name = ''] of text.matchAll(namedLater)) later.add(folder + name);
  }
  const hints = [
    ...[...now].filter((file) => !own.includes(file)).map(hint('')),
    ...[...later]
      .filter((file) => !now.has(file) && !unless.test(file))
      .map(hint(' fetchpriority="low"')),
  ];
  return html.replace('</body>', () => `${hints.join('')}</body>`);
}

const hint = (more: string) => (file: string) =>
  `<link rel="modulepreload" href="/${file}"${more}>`;
