/** What /partager/ offers: each message with the days of the calendar in it, and when it is the one to send. */
import type { CurrentEdition } from '../schemas/current-edition.ts';
import type { Trouble } from '../schemas/explain.ts';
import { locateYaml, readYaml, stop } from '../schemas/read.ts';
import {
  sharingRulesSchema,
  sharingSchema,
  type DayHole,
  type Lengths,
  type Sharing,
  type SharingMoment,
  type SharingRules,
} from '../schemas/sharing.ts';
import { alerts, type Academy } from './content.ts';
import { currentAcademies, currentEdition, isToConfirm, lastDayOf, votingDays } from './current.ts';
import { addDays, parisInstant, weekdayAndDay } from './dates.ts';
import { boundsOf } from './phase.ts';

export type { Lengths } from '../schemas/sharing.ts';

const path = 'content/partager/messages.yaml';

export const sharing = (): Sharing => readYaml(path, sharingSchema);
export const sharingRules = (): SharingRules =>
  readYaml('content/partager/regles.yaml', sharingRulesSchema);

/** A message ready to send: its words, and the page to which it leads. */
export type ReadyLengths = Lengths & { readonly to: string };

/** UTC seconds, the first included, the last not. */
type Span = { readonly from: number; readonly to: number };

export type MomentToShare = ReadyLengths & {
  readonly moment: SharingMoment;
  readonly title: string;
  /** « du lundi 23 novembre au dimanche 29 novembre »; empty for what belongs to no day. */
  readonly days: string;
  /** When it is the one to send; empty = no alert says so. */
  readonly spans: readonly Span[];
};

export type SituationToShare = ReadyLengths & { readonly name: string; readonly title: string };

/** The page of the kit of an academy. */
export const sharingPath = ({ id }: Pick<Academy, 'id'>): string => `/partager/${id}/`;

/** The page that the messages of an academy lead to. */
const nowPath = (academy: Academy): string => `/elections/${currentEdition().id}/${academy.id}/`;

/**
 * The first day of each dated moment, in the order of the calendar, all from the calendar of the vote. « lundi » is the
 * first Monday strictly inside it. Where two fall on the same day, the later in the list is the one kept.
 */
export function momentDays(
  edition: CurrentEdition,
): readonly { readonly moment: Exclude<SharingMoment, 'panne'>; readonly day: string }[] {
  const { first } = edition.days;
  const last = lastDayOf(edition);
  const monday = [1, 2, 3, 4, 5, 6, 7]
    .map((count) => addDays(first, count))
    .filter((day) => day < last && isMonday(day));
  const all = [
    { moment: 'j-10', day: addDays(first, -10) },
    { moment: 'j-3', day: addDays(first, -3) },
    { moment: 'ouverture', day: first },
    ...monday.map((day) => ({ moment: 'lundi' as const, day })),
    { moment: 'date-prudente', day: edition.advice.voteBy },
    { moment: 'dernier-jour', day: last },
  ] as const;
  return all
    .filter(({ day }, index) => !all.slice(index + 1).some((later) => later.day === day))
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

const isMonday = (day: string) => new Date(`${day}T12:00Z`).getUTCDay() === 1;

/** When there is nothing left to send: the end, or at the latest midnight (Paris) of the last day. */
export function nothingLeftFrom(edition: CurrentEdition): number {
  const { dayAfter, ends } = boundsOf(edition);
  return Math.min(dayAfter, ends);
}

/** The moments that this calendar has, in their order, then the outage. */
export function momentsToShare(
  academy: Academy,
  edition: CurrentEdition = currentEdition(),
): readonly MomentToShare[] {
  const file = sharing();
  const days = momentDays(edition);
  const words = (moment: SharingMoment) => {
    const found = file.moments.find((one) => one.moment === moment);
    if (!found) throw new Error(`No message for ${moment}`); // The schema asks for each.
    const ready = filled(found, academy, edition, file);
    return { moment, title: found.title, ...ready, to: found.to ?? nowPath(academy) };
  };
  const dated = days.map(({ moment, day }, index) => {
    const next = days[index + 1]?.day;
    const until = next === undefined ? day : addDays(next, -1);
    const from = index === 0 ? 0 : parisInstant(day);
    const to = next === undefined ? nothingLeftFrom(edition) : parisInstant(next);
    return { ...words(moment), days: spanWords(day, until), spans: [{ from, to }] };
  });
  const outages = alerts()
    .filter(({ model }) => model === 'outage')
    .filter(({ academies }) => academies.length === 0 || academies.includes(academy.id))
    .map(({ from, expires }) => ({ from, to: expires }));
  return [...dated, { ...words('panne'), days: '', spans: outages }];
}

/** The messages for somebody in particular. */
export function situationsToShare(
  academy: Academy,
  edition: CurrentEdition = currentEdition(),
): readonly SituationToShare[] {
  const file = sharing();
  return file.situations.map((one) => ({
    ...filled(one, academy, edition, file),
    name: one.name,
    title: one.title,
    to: one.to,
  }));
}

const spanWords = (first: string, last: string): string =>
  first >= last ? weekdayAndDay(last) : `du ${weekdayAndDay(first)} au ${weekdayAndDay(last)}`;

/** The days in their places; where dates are to be confirmed, a message that gives some says so. */
function filled(
  { sms, medium, email }: Lengths,
  academy: Academy,
  edition: CurrentEdition,
  { toConfirm }: Sharing,
): Lengths {
  const says: Readonly<Record<DayHole, string>> = {
    jours: votingDays(edition),
    premier: weekdayAndDay(edition.days.first),
    dernier: weekdayAndDay(lastDayOf(edition)),
    prudent: weekdayAndDay(edition.advice.voteBy),
  };
  const fill = (words: string) =>
    Object.entries(says).reduce((text, [hole, day]) => text.replaceAll(`{${hole}}`, day), words);
  const note = (words: string, more: string) =>
    isToConfirm(academy) && words.includes('{') ? more : '';
  const before = (words: string, more: string) =>
    // The last paragraph announces the link: the note stands above it.
    more === '' ? words : words.replace(/\n\n(?=[^\n]*\s*$)/u, `\n\n${more}\n\n`);
  return {
    // « 1ᵉʳ » is no sign of an SMS.
    sms: fill([sms, note(sms, toConfirm.sms)].filter(Boolean).join(' ')).replaceAll('1ᵉʳ', '1er'),
    medium: fill(before(medium.trim(), note(medium, toConfirm.text))),
    email: {
      subject: fill(email.subject),
      body: fill(before(email.body.trim(), note(email.body, toConfirm.text))),
    },
  };
}

/** Signs of an SMS, and of the beginning of a link: « https:// » and a host of middling length. */
export const smsLength = 160;
export const originLength = 30;

/** Every SMS fits, link included, for every academy; stops the build at the line of the one that does not. */
export function checkSharing(): void {
  sharingRules();
  const file = sharing();
  const { line } = locateYaml(path);
  const troubles = currentAcademies().flatMap((academy) => [
    ...momentsToShare(academy).flatMap((ready) =>
      tooLong(
        ready,
        line(['moments', file.moments.findIndex((one) => one.moment === ready.moment), 'sms']),
      ),
    ),
    ...situationsToShare(academy).flatMap((ready, index) =>
      tooLong(ready, line(['situations', index, 'sms'])),
    ),
  ]);
  // One trouble a line: the longest.
  const worst = new Map<number, Long>();
  for (const one of troubles)
    if (one.over > (worst.get(one.line)?.over ?? 0)) worst.set(one.line, one);
  if (worst.size > 0)
    stop(
      path,
      [...worst.values()].map(({ line, over }): Trouble => ({
        line,
        what: `ce SMS dépasse ${String(smsLength)} signes de ${String(over)}, lien compris.`,
        write: `Raccourcir de ${String(over)} ${over > 1 ? 'signes' : 'signe'}.`,
      })),
    );
}

type Long = { readonly line: number; readonly over: number };

function tooLong({ sms, to }: ReadyLengths, line: number): readonly Long[] {
  const over = sms.length + 1 + originLength + to.length - smsLength;
  return over > 0 ? [{ line, over }] : [];
}
