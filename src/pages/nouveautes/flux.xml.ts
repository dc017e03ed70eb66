/** The feed, made once at build. */
import { feedOf } from '../../lib/feed.ts';
import { publisher } from '../../lib/guide-pages.ts';
import { news } from '../../lib/news.ts';

export async function GET(): Promise<Response> {
  return new Response(await feedOf(news(), publisher().site), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
}
