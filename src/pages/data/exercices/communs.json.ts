/** /data/exercices/communs.json: what an exercise says alike in every election that has it, made when the site is built. */
import type { APIRoute } from 'astro';
import { travellingExercises } from '../../../lib/travelling.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(travellingExercises().shared), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
