/** /data/communs.json: what every election shares, for the simulator, made when the site is built. */
import type { APIRoute } from 'astro';
import { travelling } from '../../lib/travelling.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(travelling().shared), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
