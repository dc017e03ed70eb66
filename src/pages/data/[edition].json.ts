/** /data/<edition>.json: one election for the simulator, its exercises apart, made when the site is built. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { editionIds, loadEdition, travelling } from '../../lib/editions.ts';

export const getStaticPaths: GetStaticPaths = () =>
  editionIds().map((edition) => ({ params: { edition } }));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(travelling(loadEdition(params['edition'] ?? '')).edition), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
