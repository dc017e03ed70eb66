/** The thinking part of a report, without a page: what its link may say. */

export type ReportedPage = {
  readonly path: string;
  /** « 26/11/2026 »: the day that page was made. */
  readonly day: string;
};

/**
 * « #2026-11-26/ca-bloque/code-perdu/ » → its page and day; anything else → `null`. The words of a link may come from
 * anybody: only what looks like a path of ours is taken, and no number long enough to be a telephone.
 */
export function reportedPage(hash: string): ReportedPage | null {
  const [, year, month, day, path = ''] =
    /^#(\d{4})-(\d\d)-(\d\d)(\/(?:[a-z0-9-]{1,40}\/){0,5})$/u.exec(hash) ?? [];
  return path === '' || /\d{5}/u.test(path.replace(/-/gu, ''))
    ? null
    : { path, day: `${String(day)}/${String(month)}/${String(year)}` };
}
