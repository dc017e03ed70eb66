/** /data/exercices/<edition>.json: the exercises of one election, made when the site is built. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { editionIds, loadEdition } from '../../../lib/editions.ts';

export const getStaticPaths: GetStaticPaths = () =>
  editionIds().map((edition) => ({ params: { edition } }));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(loadEdition(params['edition'] ?? '').exercises), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
