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

/** What must not ride in a message: a NUMEN, a date, a long code. A phone number is welcome in its own field. */
export function isSecret(value: string, field: string): boolean {
  const bare = value.replace(/[\s.-]/gu, '');
  if (/\d{2}[a-z]\d{7}[a-z]{3}/iu.test(bare)) return true;
  if (/\b\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:19|20)\d{2}\b/u.test(value)) return true;
  return field !== 'telephone' && /(?=[a-z]*\d)(?=\d*[a-z])[a-z\d]{12,}/iu.test(value);
}

/** Where a remembered academy leads in an edition. Anything that is not « id|name » is refused: it may be years old. */
export function academyPaths(
  known: string,
  edition: string,
): { readonly now: string; readonly sheet: string; readonly name: string } | null {
  const match = /^([a-z]+(?:-[a-z]+)*)\|([\p{L}\d '’-]{1,40})$/u.exec(known);
  if (!match) return null;
  const [, id = '', name = ''] = match;
  return { now: `/elections/${edition}/${id}/`, sheet: `/academies/${id}/`, name };
}
