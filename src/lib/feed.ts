/** The feed of what is new, RSS 2.0, for a copy whose own address is known or not. */
import { getRssString } from '@astrojs/rss';
import { parisInstant } from './dates.ts';
import { newsPage, type News } from './news.ts';
import { typeset } from './typography.ts';

/**
 * In RSS a link is absolute or is none (rssboard.org/rss-specification: an IANA-registered scheme), the channel's is
 * compulsory, an item's is not. A copy that does not know its own address invents none: its channel is named by this
 * URN, which leads nowhere and says so, and its items name their page in words.
 */
const nowhere = 'urn:uuid:6f0e5a5c-3f0e-4c55-9d0e-4a2f1c7b2026';

/** The feed as text. `host`: where this copy is published, « www.exemple.fr », or `null`. */
export function feedOf(all: readonly News[], host: string | null): Promise<string> {
  const address = host === null ? null : `https://${host}`;
  return getRssString({
    title: 'Isoloir : nouveautés et corrections',
    description: typeset(
      'Ce qui change dans le guide, et ce que nous avons corrigé. Pour s’entraîner : on ne vote pas ici.',
    ),
    site: address === null ? nowhere : new URL(newsPage, address).href,
    // A URN is no folder.
    trailingSlash: address !== null,
    customData: '<language>fr</language>',
    items: all.map((one) => ({
      title: typeset(one.title),
      description: typeset(
        [
          one.text,
          ...(one.before === null ? [] : [`Avant : ${one.before}.`]),
          ...(address === null ? [`À lire sur ce site, page ${one.path}`] : []),
        ].join(' '),
      ),
      // The middle of the day in Paris is that day on every reader's calendar of France's mainland.
      pubDate: new Date(parisInstant(one.day, '12:00') * 1000),
      ...(address === null ? {} : { link: new URL(one.path, address).href }),
      customData: `<guid isPermaLink="false">isoloir-${one.anchor}</guid>`,
    })),
  });
}
