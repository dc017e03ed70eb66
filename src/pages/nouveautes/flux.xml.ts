/** The feed, made once at build. */
import { feedOf } from '../../lib/feed.ts';
import { publisher } from '../../lib/guide-pages.ts';
import { news } from '../../lib/news.ts';

export async function GET(): Promise<Response> {
  const known = publisher();
  const host = 'site' in known && typeof known.site === 'string' ? known.site : null;
  return new Response(await feedOf(news(), host), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
}
