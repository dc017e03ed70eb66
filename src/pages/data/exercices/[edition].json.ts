/** /data/exercices/<edition>.json: what the exercises of one election have of their own, made when the site is built. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { editionIds } from '../../../lib/editions.ts';
import { travellingExercises } from '../../../lib/travelling.ts';

export const getStaticPaths: GetStaticPaths = () =>
  editionIds().map((edition) => ({ params: { edition } }));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(travellingExercises().own[params['edition'] ?? '']), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
