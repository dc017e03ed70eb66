/** Sets French spaces in every page while it is built. Runs in no browser: there is no server. */
import { defineMiddleware } from 'astro:middleware';
import { typesetHtml } from './lib/typography.ts';

export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.includes('text/html')) return response;
  return new Response(typesetHtml(await response.text()), response);
});
