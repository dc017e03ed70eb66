/** What is new: corrections of the coming election, and changes of the site; for the page and for the feed. */
import { createHash } from 'node:crypto';
import { newsSchema, type SiteNews } from '../schemas/news.ts';
import { readYaml } from '../schemas/read.ts';
import { corrections, type Correction } from './corrections.ts';

export const newsPath = 'content/nouveautes.yaml';
/** The page that lists them. */
export const newsPage = '/nouveautes/';
export const feedPath = '/nouveautes/flux.xml';

/** One entry. A correction says what stood there `before`. */
export type News = SiteNews & { readonly before: string | null };

/** Everything, the newest day first; on one day corrections before the rest, which keeps the order of its file. */
export function news(corrected: readonly Correction[] = corrections()): readonly News[] {
  return [
    ...corrected.map(ofCorrection),
    ...readYaml(newsPath, newsSchema).map((one) => ({ ...one, before: null })),
  ].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function ofCorrection({ what, value, when, before, path }: Correction): News {
  return {
    // The same correction keeps its name when others come: a feed must not tell it twice.
    anchor: `corrige-${when}-${createHash('sha256').update(`${what}|${before}`).digest('hex').slice(0, 8)}`,
    day: when,
    title: `Corrigé : ${what}`,
    text: `${value}${/[.!?]$/u.test(value) ? '' : '.'}`,
    path,
    words: 'Voir la page',
    before,
  };
}
