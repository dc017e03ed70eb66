// Where the walks of one election begin, who walks, and what goes wrong on the way: each kind of incident, one at a time.
import type { Edition, Incident } from '../../src/simulator/core/edition.ts';
import type { CommandType, World } from '../../src/simulator/core/portal.ts';
import {
  accountActive,
  accountWithChallenge,
  after,
  at,
  begin,
  editionOf,
  inMailbox,
  letterOpen,
  signedIn,
  withIncidents,
  type Given,
} from '../support/scenario.ts';
import { abstracted } from './model-edition.ts';

export type IncidentKind = Incident['kind'];

/** One walk, ready to be made. */
export interface Walk {
  readonly name: string;
  readonly edition: Edition;
  /** The world it begins with, drawn from a seed. */
  readonly first: (seed: string) => World;
  /** Left to another walk. */
  readonly without: readonly CommandType[];
  /** Somebody can vote in it: not a voter that nothing can bring on the roll. */
  readonly hopeful: boolean;
}

/** An account as the election makes it. */
const withAccount: Given = (edition, world) =>
  (edition.challenges.length > 0 ? accountWithChallenge : accountActive)(edition, world);

/** The slip of paper is in the drawer. */
const withNumen: Given = () => [{ type: 'NumenGiven', desk: 'secretariat' }];

interface Beginning {
  readonly given: readonly Given[];
  readonly without: readonly CommandType[];
}

/** Booth and code: for walks whose incident is over before. */
const later: readonly CommandType[] = [
  'RequestVotingCode',
  'AnswerChallenge',
  'LoseNotice',
  'EnterBooth',
  'OpenContest',
  'ConfirmBallot',
];

const beginnings = {
  /** The whole exercise, nothing left out. */
  'from the first mail to the results': { given: [], without: [] },
  /** What happens to mails, links and the account. */
  'from the first mail to the account': { given: [], without: later },
  /** The same, and nobody signs in: where room is counted, the worlds are many. */
  'from the first mail to the password': { given: [], without: [...later, 'SignIn'] },
  /** What happens to the letter, the code and the ballot. */
  'with an account': {
    given: [withAccount, withNumen],
    without: ['RequestPasswordReset', 'SignInToMailbox'],
  },
  /** What happens to the ballot, whatever is asked again meanwhile. */
  'on the opening day': {
    given: [withAccount, withNumen, letterOpen, at('voting'), signedIn, inMailbox],
    without: [],
  },
} as const satisfies Readonly<Record<string, Beginning>>;

type BeginningName = keyof typeof beginnings;

/** What goes wrong, or why it cannot in that election. */
interface Trouble {
  readonly of: (edition: Edition) => readonly Incident[];
  readonly from: BeginningName;
  /** Asked of the edition's own choices, never of its year: a sentence when the incident makes no sense there. */
  readonly senseless?: (edition: Edition) => string | null;
  /** An earlier first day, for what is over when the whole way begins. */
  readonly startsAt?: (edition: Edition) => number | undefined;
}

const opensAt = (edition: Edition) => edition.calendar.voting?.opens ?? 0;
const day = 86_400;

/** Every kind of `Incident`: the compiler asks for those that are added. */
export const troubles: Readonly<Record<IncidentKind, Trouble>> = {
  'portal-down': {
    of: (edition) => [
      { kind: 'portal-down', opens: opensAt(edition) + 7200, closes: opensAt(edition) + 14_400 },
    ],
    from: 'on the opening day',
  },
  'mail-late': {
    of: () => [{ kind: 'mail-late', seconds: 7200 }],
    from: 'from the first mail to the account',
  },
  'mail-to-junk': {
    of: () => [{ kind: 'mail-to-junk' }],
    from: 'from the first mail to the account',
  },
  'mailbox-full': {
    of: () => [{ kind: 'mailbox-full' }],
    from: 'from the first mail to the password',
  },
  'fake-mail': {
    of: (edition) => [
      {
        kind: 'fake-mail',
        at: (edition.exercises['parcours-complet']?.startsAt ?? 0) + 3600,
        mail: Object.values(edition.mails).find(({ fakeClue }) => fakeClue)?.kind ?? '',
      },
    ],
    from: 'from the first mail to the account',
  },
  'certificate-warning': {
    of: () => [{ kind: 'certificate-warning' }],
    from: 'from the first mail to the account',
    senseless: (edition) =>
      edition.screens['certificate-warning']
        ? null
        : 'no source tells of a certificate warning: there is no page for it',
  },
  'inner-browser': {
    of: () => [{ kind: 'inner-browser' }],
    from: 'from the first mail to the account',
  },
  'caps-lock': {
    of: () => [{ kind: 'caps-lock' }],
    from: 'from the first mail to the account',
  },
  'logos-missing': {
    of: () => [{ kind: 'logos-missing' }],
    from: 'on the opening day',
  },
  'letter-lost': { of: () => [{ kind: 'letter-lost' }], from: 'with an account' },
  'letter-posted': { of: () => [{ kind: 'letter-posted' }], from: 'with an account' },
  'reissue-fails': { of: () => [{ kind: 'reissue-fails' }], from: 'with an account' },
  'cut-after-confirmation': {
    of: () => [{ kind: 'cut-after-confirmation', seconds: 1200 }],
    from: 'on the opening day',
  },
  'one-time-code-short': {
    of: () => [{ kind: 'one-time-code-short' }],
    from: 'with an account',
    senseless: (edition) =>
      edition.reissue === 'challenge' ? null : 'there is no one-time code in this election',
  },
  'profile-mistake': {
    of: () => [{ kind: 'profile-mistake' }],
    from: 'with an account',
    senseless: (edition) =>
      edition.calendar.profileUpdate
        ? null
        : 'no source gives the window in which a profile is corrected: it is not offered',
    startsAt: (edition) => (edition.calendar.profileUpdate?.closes ?? 0) - 5 * day,
  },
  'contest-missing': {
    of: () => [{ kind: 'contest-missing' }],
    from: 'with an account',
    senseless: (edition) =>
      edition.calendar.rollCorrection
        ? null
        : 'no source gives the window in which the roll is corrected: it is not offered',
    startsAt: (edition) => beforeCorrection(edition),
  },
};

/** Who walks when nothing goes wrong; the first one also walks through every incident. */
const voters = {
  'two contests': { profile: 'prive-2d', academy: 'amiens' },
  'four contests': { profile: 'certifie', academy: 'amiens' },
  overseas: { profile: 'pe', academy: 'nouvelle-caledonie' },
} as const;

const calm: readonly (readonly [keyof typeof voters, BeginningName])[] = [
  ['two contests', 'from the first mail to the results'],
  ['four contests', 'on the opening day'],
  ['overseas', 'from the first mail to the results'],
];

/** Whom the roll has forgotten. */
const forgotten = { profile: 'pas-sur-la-liste', academy: 'amiens' };

/** What asks for the roll to be corrected begins some days before that is too late, where it is offered at all. */
const beforeCorrection = (edition: Edition): number | undefined =>
  edition.calendar.rollCorrection ? edition.calendar.rollCorrection.closes - 5 * day : undefined;

function starting(edition: Edition, startsAt: number | undefined): Edition {
  if (startsAt === undefined) return edition;
  const exercises = Object.fromEntries(
    Object.entries(edition.exercises).map(([id, exercise]) => [id, { ...exercise, startsAt }]),
  );
  return { ...edition, exercises };
}

function walk(
  edition: Edition,
  name: string,
  voter: { readonly profile: string; readonly academy: string },
  from: BeginningName,
): Walk {
  const model = abstracted(edition);
  const { given, without } = beginnings[from];
  return {
    name: `${name}, ${from}`,
    edition: model,
    first: (seed) => after(model, begin(model, { ...voter, seed }), ...given),
    without,
    hopeful: true,
  };
}

/** Every walk of an election, in a fixed order. */
export function walksOf(id: string): readonly Walk[] {
  const edition = withIncidents(editionOf(id));
  const walks = calm.map(([who, from]) => walk(edition, who, voters[who], from));
  const tool = Object.values(edition.academies).find(
    ({ mailbox }) => mailbox.identifierTool !== 'none',
  );
  if (tool) {
    const voter = { profile: 'prive-2d', academy: tool.id };
    walks.push(walk(edition, 'identifier tool', voter, 'from the first mail to the account'));
  }
  const { rollCorrection } = edition.calendar;
  const early = starting(edition, beforeCorrection(edition));
  walks.push({
    ...walk(early, 'not on the roll', forgotten, 'from the first mail to the results'),
    hopeful: rollCorrection !== null,
  });
  for (const [kind, trouble] of Object.entries(troubles)) {
    if (trouble.senseless?.(edition)) continue;
    const troubled = starting(
      withIncidents(edition, ...trouble.of(edition)),
      trouble.startsAt?.(edition),
    );
    walks.push(walk(troubled, kind, voters['two contests'], trouble.from));
  }
  return walks;
}
