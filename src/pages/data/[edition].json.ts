/** /data/<edition>.json: one election for the simulator, made when the site is built. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { editionIds, forSimulator, loadEdition } from '../../lib/editions.ts';

export const getStaticPaths: GetStaticPaths = () =>
  editionIds().map((edition) => ({ params: { edition } }));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(forSimulator(loadEdition(params['edition'] ?? ''))), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
