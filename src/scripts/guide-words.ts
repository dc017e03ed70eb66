/** The thinking part of the guide's script, without a page: what matches, what looks like a secret. */

/** Lower case, without accents, hyphens as spaces: « Île-de-France » is found by « ile de ». */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[-'’\s]+/gu, ' ')
    .trim();
}

/** Every word typed begins a word of the line. An empty request matches everything. */
export function matches(request: string, folded: string): boolean {
  const words = folded.split(' ');
  return foldText(request)
    .split(' ')
    .every((asked) => asked === '' || words.some((word) => word.startsWith(asked)));
}

/** `true` when one letter added, dropped, changed, or two swapped, is all that tells the words apart. */
export function isOneSlip(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  const [left, right] = [a.slice(same), b.slice(same)];
  if (left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1))
    return true;
  return left.slice(2) === right.slice(2) && left[0] === right[1] && left[1] === right[0];
}

/** Every word typed begins a word of the line, give or take one slip in words of four letters or more. */
function matchesNearly(request: string, folded: string): boolean {
  const words = folded.split(' ');
  const nearly = (asked: string, word: string) =>
    /^[a-z]{4,}$/u.test(asked) &&
    [-1, 0, 1].some((more) => isOneSlip(asked, word.slice(0, asked.length + more)));
  return foldText(request)
    .split(' ')
    .every((asked) => words.some((word) => word.startsWith(asked) || nearly(asked, word)));
}

/** Which of these folded lines answer: those that match, else those that match but for a slip of the finger. */
export function search(
  request: string,
  lines: readonly string[],
): { readonly found: readonly number[]; readonly corrected: boolean } {
  const those = (fits: (line: string) => boolean) =>
    lines.flatMap((line, index) => (fits(line) ? [index] : []));
  const exact = those((line) => matches(request, line));
  if (exact.length > 0) return { found: exact, corrected: false };
  return { found: those((line) => matchesNearly(request, line)), corrected: true };
}

/** As many results as are named beneath the field. */
export const namedResults = 4;

/** What the line beneath the field says before the names that it may carry. */
export function resultWords(request: string, count: number, corrected: boolean): string {
  if (foldText(request) === '') return 'Par exemple\u202f: Isère, 38, Caen.';
  if (count === 0)
    return 'Rien ne correspond. Essayez le numéro du département, ou effacez pour revoir la liste.';
  if (count > namedResults) return `${String(count)} académies, dans la liste plus bas.`;
  return corrected ? 'Peut-être\u202f:' : 'Trouvé\u202f:';
}

/** What must not ride in a message: a NUMEN, a date, a long code. A phone number is welcome in its own field. */
export function isSecret(value: string, field: string): boolean {
  const bare = value.replace(/[\s.-]/gu, '');
  if (/\d{2}[a-z]\d{7}[a-z]{3}/iu.test(bare)) return true;
  if (/\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d{2}\b/u.test(value)) return true;
  return field !== 'telephone' && /(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{12,}/iu.test(value);
}

export type MyAcademy = {
  readonly id: string;
  readonly now: string;
  readonly sheet: string;
  readonly name: string;
  /** « de Mayotte »; « : Mayotte » when an older page remembered only the name. */
  readonly of: string;
};

/**
 * Where a remembered academy leads in an edition. Anything that is not « id|name » or « id|name|of name » is refused:
 * it may be years old.
 */
export function academyPaths(known: string, edition: string): MyAcademy | null {
  const match =
    /^([a-z]+(?:-[a-z]+)*)\|([\p{L}\d '’-]{1,40})(?:\|(d(?:e |u |es |’)[\p{L}\d '’-]{1,50}))?$/u.exec(
      known,
    );
  if (!match) return null;
  const [, id = '', name = '', of = `\u202f: ${name}`] = match;
  return { id, now: `/elections/${edition}/${id}/`, sheet: `/academies/${id}/`, name, of };
}
