/** The dates of the vote for one academy, as a file for the reader's own agenda. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { calendarFile } from '../../../../lib/calendar-file.ts';
import { requireAcademy } from '../../../../lib/content.ts';
import { currentAcademies, currentEdition } from '../../../../lib/current.ts';
import { builtAt } from '../../../../lib/dates.ts';

export const getStaticPaths: GetStaticPaths = () =>
  currentAcademies().map(({ id }) => ({ params: { academie: id } }));

export const GET: APIRoute = ({ params }) =>
  new Response(calendarFile(currentEdition(), requireAcademy(params['academie'] ?? ''), builtAt), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  });
