/**
 * The dates of the coming vote in the sentences of `content/`: a name between braces, filled in from the calendar, so
 * that a correction or a prolongation reaches every page. Whoever writes a sentence writes no date.
 */
import type { CurrentEdition } from '../schemas/current-edition.ts';
import { nearest, type Trouble } from '../schemas/explain.ts';
import { stop, type Prepare } from '../schemas/read.ts';
import { messageBlanks } from '../schemas/situation.ts';
import { addDays, dayAndMonth, dayIn, dayRange, fullDay } from './dates.ts';

/** Whole days before the first one by which a voter of the State’s services has a letter (source: 2026-r553). */
const letterDelay = 15;

/** Each name and its words. */
export function dateHoles(edition: CurrentEdition): Readonly<Record<string, string>> {
  const { days, advice, extendedTo } = edition;
  const extended = extendedTo && dayIn('Europe/Paris', extendedTo.value);
  const last = extended ?? days.last;
  return {
    jours: `du ${dayRange(days.first, last)}`,
    // A fact read in a text keeps the days of that text, and says what came after it.
    jours_prevus: `du ${dayRange(days.first, days.last)}${extended ? ` (prolongé jusqu’au ${dayAndMonth(extended)})` : ''}`,
    jours_conseilles: `du ${dayRange(days.first, advice.voteBy)}`.replace(/ \d{4}$/u, ''),
    veille: dayAndMonth(addDays(days.first, -1)),
    veille_annee: fullDay(addDays(days.first, -1)),
    dernier_jour: dayAndMonth(last),
    lettre: dayAndMonth(addDays(days.first, -letterDelay)),
  };
}

/** Left for others to fill in: the reader’s academy, the blanks of a ready message. */
const others: readonly string[] = ['academie', ...messageBlanks];

/** Fills in what a file says, before its schema reads it. Stops the build at a name that nobody fills in. */
export function withDates(edition: CurrentEdition): Prepare {
  const holes = dateHoles(edition);
  return (path, located) => {
    const troubles: Trouble[] = [];
    const filled = (value: unknown, at: readonly PropertyKey[]): unknown => {
      if (typeof value === 'string')
        return value.replaceAll(/\{([^{}]*)\}/gu, (whole, name: string) => {
          const words = Object.hasOwn(holes, name) ? holes[name] : undefined;
          if (words === undefined && !others.includes(name))
            troubles.push({ line: located.line(at), ...lost(name, Object.keys(holes)) });
          return words ?? whole;
        });
      if (Array.isArray(value))
        return value.map((one: unknown, index) => filled(one, [...at, index]));
      if (typeof value !== 'object' || value === null || value instanceof Date) return value;
      return Object.fromEntries(
        Object.entries(value).map(([key, one]: [string, unknown]) => [
          key,
          filled(one, [...at, key]),
        ]),
      );
    };
    const value = filled(located.value, []);
    if (troubles.length > 0) stop(path, troubles);
    return { ...located, value };
  };
}

function lost(name: string, known: readonly string[]): Pick<Trouble, 'what' | 'write'> {
  const near = nearest(name, known);
  return {
    what: `rien ne remplit « {${name}} ».`,
    write: near
      ? `Écrire plutôt : {${near}}`
      : `Écrire l’un de ceux-ci : ${[...known, ...messageBlanks].map((one) => `{${one}}`).join(', ')} ; jamais de secret`,
  };
}
