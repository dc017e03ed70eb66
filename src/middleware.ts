/** Sets French spaces in every page while it is built, and links its words to the glossary. Runs in no browser: there is no server. */
import { defineMiddleware } from 'astro:middleware';
import { glossary, hasTermLinks, linkTerms } from './lib/glossary.ts';
import { typesetHtml } from './lib/typography.ts';

export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.includes('text/html')) return response;
  const html = typesetHtml(await response.text());
  return new Response(hasTermLinks(url.pathname) ? linkTerms(html, glossary()) : html, response);
});
