/** The memory sheet: its lines from content/memo.yaml, the days that one can choose from the calendar of the vote. */
import { locateYaml, readYaml, stop } from '../schemas/read.ts';
import { memoSchema, type MemoLine, type MemoPlace } from '../schemas/memo.ts';
import type { CurrentEdition } from '../schemas/current-edition.ts';
import { currentEdition, lastDayOf, situations } from './current.ts';
import { capital } from './capital.ts';
import { requireSource, strengthWords } from './content.ts';
import { addDays, daysCounted, parisInstant, shortDay, weekdayAndDay } from './dates.ts';
import { boundsOf } from './phase.ts';

export type { MemoLine } from '../schemas/memo.ts';

const path = 'content/memo.yaml';

/** The lines of the sheet, days included; stops the build when one names a situation that does not exist. */
export function memoLines(edition: CurrentEdition = currentEdition()): readonly MemoLine[] {
  const lines = readYaml(path, memoSchema);
  const slugs = situations().map(({ slug }) => slug);
  lines.forEach(({ situation }, index) => {
    if (situation === null || slugs.includes(situation)) return;
    stop(path, [
      {
        line: locateYaml(path).line(['lignes', index, 'situation']),
        what: `la situation « ${situation} » n’existe pas.`,
        write: `Écrire l’un de ces noms : ${slugs.join(', ')}`,
      },
    ]);
  });
  return lines.map((line) =>
    line.days ? { ...line, places: [...daysToChoose(edition), ...line.places] } : line,
  );
}

/** From the first day to the one that we advise; the last days are left out on purpose. */
function daysToChoose({ days, advice }: CurrentEdition): readonly MemoPlace[] {
  const count = daysCounted(days.first, advice.voteBy);
  return Array.from({ length: count }, (_, index) => {
    const day = addDays(days.first, index);
    return { name: day, words: weekdayAndDay(day).replace(/ \p{L}+$/u, '') };
  });
}

/** One date of the way to the vote. */
export type NextDate = {
  readonly day: string;
  readonly what: string;
  /** UTC seconds from which it is past. */
  readonly over: number;
  /** Where a rule was read; `null` for the days of the vote, whose source stands with them. */
  readonly source: string | null;
};

/** The dates that are still to come, the nearest first, all from the file of the election. */
export function nextDates(edition: CurrentEdition = currentEdition()): readonly NextDate[] {
  const { days, advice, safe } = edition;
  const last = lastDayOf(edition);
  const until = (day: string, what: string) => ({
    day,
    what,
    over: parisInstant(addDays(day, 1)),
    source: null,
  });
  return [
    ...safe.flatMap(({ usefulUntil, deadline, strength, source, checkedOn }) =>
      usefulUntil === null || deadline === null
        ? []
        : [
            {
              ...until(usefulUntil, deadline),
              source:
                source &&
                `${capital(strengthWords(strength))}, ${requireSource(source).title}, relevé le ${shortDay(checkedOn)}`,
            },
          ],
    ),
    until(days.first, 'premier jour du vote'),
    until(advice.voteBy, 'notre conseil : voter ce jour-là au plus tard'),
    { ...until(last, 'dernier jour du vote'), over: boundsOf(edition).dayAfter },
  ];
}
