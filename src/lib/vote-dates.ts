/**
 * The dates of the current vote that a reader may put in her own calendar, for one academy or for nobody in particular.
 * A day while nobody knows the hour, an instant afterwards; all from the file of the election, nothing by hand.
 */
import type { Corrected } from '../schemas/correction.ts';
import type { CurrentEdition, Reading } from '../schemas/current-edition.ts';
import { capital } from './capital.ts';
import { requireSource, strengthWords, type Academy } from './content.ts';
import { correctionEnds } from './corrections.ts';
import {
  byOne,
  clockWords,
  daysSourceWords,
  isToConfirm,
  isWestOfParis,
  lastDayOf,
} from './current.ts';
import { dayAndMonth, minutesFromParis, shortDay } from './dates.ts';

export type VoteDate = {
  /** Names the date for ever, whatever its day: « ouverture », « fin ». */
  readonly kind: string;
  readonly title: string;
  /** A calendar day as long as the hour is unknown; afterwards UTC seconds. */
  readonly when: { readonly day: string } | { readonly at: number };
  /** Sentences, the most useful first. */
  readonly lines: readonly string[];
  /** To be told again on the very day, not only the evening before. */
  readonly pressing: boolean;
};

const unknownHour =
  'Heure non connue : voir votre lettre ou le portail officiel, ou demander à votre secrétariat.';

/** @param now UTC seconds: a correction is said for fourteen days */
export function voteDates(
  edition: CurrentEdition,
  academy: Academy | undefined,
  now: number,
): readonly VoteDate[] {
  const { days, advice, opens, closes, extendedTo } = edition;
  const end = extendedTo ?? closes;
  const gap = academy ? minutesFromParis(academy.timeZone, days.lastDay) : 0;
  const scope =
    academy && isToConfirm(academy)
      ? 'Dates des services de l’État ; dans le Pacifique, à confirmer auprès de votre service gestionnaire.'
      : `Lu pour les services de l’État ; enseignement privé sous contrat, supérieur${academy ? '' : ', Pacifique'} : à confirmer.`;
  const doubt = academy && isToConfirm(academy) ? ' (à confirmer)' : '';
  const said = (reading: Reading<number>, what: string): readonly string[] => [
    `${what}${byOne(edition, reading)} : ${clockWords(academy, reading.value)}.`,
    ...correctedLine(reading.corrected, now),
    `Lu sur ${reading.readAt}, le ${shortDay(reading.readOn)}.`,
  ];
  const day = (name: string, of: string) => [
    `${name} : ${dayAndMonth(of)}. ${unknownHour}`,
    ...(gap === 0
      ? []
      : [
          `Si ce jour se compte à l’heure de Paris, cela peut tomber ${gap < 0 ? 'la veille' : 'le lendemain'} sur place.`,
        ]),
  ];
  const own = (kind: string, of: string, what: string, why: string): VoteDate => ({
    kind,
    title: `Élections professionnelles : ${what} (notre conseil)`,
    when: { day: of },
    lines: [why, 'C’est un conseil de prudence, pas une règle officielle.', scope],
    pressing: true,
  });
  return [
    ...deadlines(edition, now, doubt, scope),
    {
      kind: 'ouverture',
      title: `Élections professionnelles : ${opens ? 'ouverture du vote' : 'premier jour du vote'}${doubt}`,
      when: opens ? { at: opens.value } : { day: days.first },
      lines: [
        ...(opens ? said(opens, 'Ouverture') : day('Premier jour', days.first)),
        daysSourceWords(edition),
        scope,
      ],
      pressing: false,
    },
    own(
      'conseil',
      advice.voteBy,
      `voter le ${dayAndMonth(advice.voteBy)} au plus tard`,
      'Il reste alors du temps si quelque chose coince.',
    ),
    ...(academy && isWestOfParis(academy, edition)
      ? [
          own(
            'conseil-ouest',
            advice.westBy,
            `pas après le ${dayAndMonth(advice.westBy)}, heure locale`,
            'À l’ouest de Paris, le vote peut finir plus tôt dans la journée.',
          ),
        ]
      : []),
    {
      kind: 'fin',
      title: `Élections professionnelles : ${end ? 'fin du vote' : 'dernier jour du vote'}${extendedTo ? ', prolongé' : ''}${doubt}`,
      when: end ? { at: end.value } : { day: lastDayOf(edition) },
      lines: [
        ...(extendedTo ? said(extendedTo, 'Prolongé jusqu’au') : []),
        ...(closes ? said(closes, extendedTo ? 'Fin d’abord prévue' : 'Fin') : []),
        ...(end ? [] : day('Dernier jour', lastDayOf(edition))),
        ...(gap === 0 ? ['Le matin vaut mieux que le soir.'] : []),
        daysSourceWords(edition),
        scope,
      ],
      pressing: true,
    },
  ];
}

/** What must be done before a day: each sure fact that has one. */
function deadlines(
  { safe }: CurrentEdition,
  now: number,
  doubt: string,
  scope: string,
): readonly VoteDate[] {
  return safe.flatMap(({ usefulUntil, deadline, text, strength, source, checkedOn, corrected }) =>
    usefulUntil === null || deadline === null
      ? []
      : [
          {
            // The source names it: its day may be corrected, and other facts may come before it.
            kind: `retenir-${source ?? 'conseil'}`,
            title: `Élections professionnelles : ${deadline}${doubt}`,
            when: { day: usefulUntil },
            lines: [
              text,
              ...correctedLine(corrected, now),
              `${capital(strengthWords(strength))}${source ? `, ${requireSource(source).title}` : ''}, relevé le ${shortDay(checkedOn)}.`,
              scope,
            ],
            pressing: false,
          },
        ],
  );
}

const correctedLine = (corrected: Corrected | null, now: number): readonly string[] =>
  corrected === null || now >= correctionEnds(corrected)
    ? []
    : [`Corrigé le ${shortDay(corrected.on)}, avant : ${corrected.before}.`];
