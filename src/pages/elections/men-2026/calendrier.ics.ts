/** The dates of the vote for a reader of no academy in particular, as a file for her own agenda. */
import type { APIRoute } from 'astro';
import { calendarFile } from '../../../lib/calendar-file.ts';
import { currentEdition } from '../../../lib/current.ts';
import { builtAt } from '../../../lib/dates.ts';

export const GET: APIRoute = () =>
  new Response(calendarFile(currentEdition(), undefined, builtAt), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
