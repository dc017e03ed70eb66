/** /data/<edition>.json: what one election has of its own, for the simulator, made when the site is built. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { editionIds } from '../../lib/editions.ts';
import { travelling } from '../../lib/travelling.ts';

export const getStaticPaths: GetStaticPaths = () =>
  editionIds().map((edition) => ({ params: { edition } }));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(travelling().own[params['edition'] ?? '']), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
