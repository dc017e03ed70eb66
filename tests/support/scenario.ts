// given(events).when(command).then(events): a test of a rule is a sentence.
import { loadEdition } from '../../src/lib/editions.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition, Incident, PeriodName } from '../../src/simulator/core/edition.ts';
import { evolve, worldOf } from '../../src/simulator/core/evolve.ts';
import type {
  Command,
  Decision,
  PortalEvent,
  SealedSecret,
  Setup,
  World,
} from '../../src/simulator/core/portal.ts';
import { sealOf } from '../../src/simulator/core/secrets.ts';
import { start } from '../../src/simulator/core/start.ts';

export const editions: Readonly<Record<string, Edition>> = Object.fromEntries(
  ['men-2014', 'men-2018', 'men-2022'].map((id) => [id, loadEdition(id)]),
);

/** @throws when the edition has no simulation */
export function editionOf(id: string): Edition {
  const edition = editions[id];
  if (!edition) throw new Error(`no edition ${id}`);
  return edition;
}

/** One step of what already happened: from the world so far, the events that come. */
export type Given = (edition: Edition, world: World) => readonly PortalEvent[];

/** A setup of the edition's whole-way exercise, unless told otherwise. */
export function setupOf(edition: Edition, change: Partial<Setup> = {}): Setup {
  const academy = edition.id === 'men-2014' ? 'caen' : 'amiens';
  return {
    edition: edition.id,
    academy,
    profile: 'certifie',
    exercise: 'parcours-complet',
    seed: 'KMPRTV',
    ...change,
  };
}

/** The same election, with these incidents in every exercise. */
export function withIncidents(edition: Edition, ...incidents: readonly Incident[]): Edition {
  const exercises = Object.fromEntries(
    Object.entries(edition.exercises).map(([id, exercise]) => [id, { ...exercise, incidents }]),
  );
  return { ...edition, exercises };
}

export function begin(edition: Edition, change: Partial<Setup> = {}): World {
  return worldOf(start(edition, setupOf(edition, change)));
}

/** Plays commands through the rules, refusing nothing: for building a world. */
export function after(edition: Edition, world: World, ...given: readonly Given[]): World {
  return given.reduce((here, step) => step(edition, here).reduce(evolve, here), world);
}

/** What a command did: the world after it, and the answer. */
export function play(
  edition: Edition,
  world: World,
  command: Command,
): { world: World; decision: Decision } {
  const decision = decide(edition, world, command);
  return { world: decision.events.reduce(evolve, world), decision };
}

/** A password in a test is an alias and a shape. */
export function secret(alias: string, text = 'Coquille-42'): SealedSecret {
  return sealOf(text, alias, 'nobody@nowhere.example');
}

/** The clock goes there, and everything due on the way happens. */
export function at(period: PeriodName, edge: 'opens' | 'closes' = 'opens', shift = 0): Given {
  return (edition, world) => {
    const window = edition.calendar[period];
    if (!window) throw new Error(`${edition.id} has no ${period}`);
    return decide(edition, world, { type: 'PassTime', until: window[edge] + shift }).events;
  };
}

export function later(seconds: number): Given {
  return (edition, world) =>
    decide(edition, world, { type: 'PassTime', until: world.now + seconds }).events;
}

export function did(command: (edition: Edition, world: World) => Command): Given {
  return (edition, world) => {
    const { events, refusals } = decide(edition, world, command(edition, world));
    if (refusals.length > 0)
      throw new Error(`a given command was refused: ${JSON.stringify(refusals)}`);
    return events;
  };
}

export const inMailbox: Given = () => [{ type: 'MailboxSignedIn' }];

/** The account is open, with the password `good-1`. */
export const accountActive: Given = () => [
  { type: 'AccountOpened', secret: 'good-1' },
  { type: 'PasswordChosen', secret: 'good-1', by: 'activation' },
];

/** The same, with the challenge question that some elections ask for. */
export const accountWithChallenge: Given = () => [
  { type: 'PasswordKept', secret: 'good-1' },
  { type: 'ChallengeChosen', question: 0, secret: 'answer-1' },
];

/** The address was given, past its captcha. */
export const identified: Given = () => [{ type: 'AddressGiven', known: true }];

export const signedIn: Given = () => [{ type: 'SignedIn' }];

export const letterOpen: Given = () => [{ type: 'NoticeCollected' }, { type: 'EnvelopeOpened' }];

export const reissued: Given = (_edition, world) => [
  { type: 'VotingCodeReissued', nth: world.code.reissues + 1, to: 'own', due: null },
];

export const inBooth: Given = () => [{ type: 'BoothEntered' }];

/** A mail with a link of that kind arrives now. */
export function mailArrives(kind: 'activation' | 'reset'): Given {
  return (edition, world) => {
    const text = Object.values(edition.mails).find(({ link }) => link === kind);
    const nth = world.account[kind].sent + 1;
    const id = `d${world.promised + 1}`;
    const link = { kind, nth };
    const mail = text?.kind ?? kind;
    return [
      { type: 'MailSent', due: { id, at: world.now, what: { kind: 'mail', mail, link } } },
      {
        type: 'MailDelivered',
        due: id,
        mail: {
          id: `m${world.mailbox.received + 1}`,
          kind: mail,
          at: world.now,
          folder: 'inbox',
          read: false,
          link,
          oneTime: null,
        },
      },
    ];
  };
}

/** Id of the newest mail. */
export function newest(world: World): string {
  return world.mailbox.mails.at(-1)?.id ?? '';
}

/** The first of the voter's contests. */
export function firstContest(world: World): string {
  return world.persona.contests[0]?.id ?? '';
}
