// Every case of every chapter, and how one is played: shared by the scenarios' test and `npm run proof`.
import type { Edition } from '../../../../src/simulator/core/edition.ts';
import { worldOf } from '../../../../src/simulator/core/evolve.ts';
import type { Command, Decision, World } from '../../../../src/simulator/core/portal.ts';
import { start } from '../../../../src/simulator/core/start.ts';
import { after, editionOf, play, setupOf } from '../../../support/scenario.ts';
import { accountCases } from './account.ts';
import { ballotCases } from './ballot.ts';
import type { Case } from './case.ts';
import { invitationCases } from './invitation.ts';
import { mailboxCases } from './mailbox.ts';
import { spaceCases } from './space.ts';
import { votingCodeCases } from './voting-code.ts';

export const chapters: Readonly<Record<string, readonly Case[]>> = {
  mailbox: mailboxCases,
  account: accountCases,
  space: spaceCases,
  'voting code': votingCodeCases,
  ballot: ballotCases,
  'invitation and challenge': invitationCases,
};

/** The edition as the case wants it: its own incidents and first hour. */
function edited(edition: Edition, one: Case): Edition {
  const exercises = Object.fromEntries(
    Object.entries(edition.exercises).map(([id, exercise]) => [
      id,
      {
        ...exercise,
        startsAt: one.startsAt?.(edition) ?? exercise.startsAt,
        incidents: one.incidents?.(edition) ?? exercise.incidents,
      },
    ]),
  );
  return { ...edition, exercises };
}

export interface Played {
  readonly edition: Edition;
  readonly world: World;
  readonly command: Command;
  readonly decision: Decision;
  readonly next: World;
}

/** Plays a case in one of its editions. */
export function playCase(id: string, one: Case): Played {
  const edition = edited(editionOf(id), one);
  const setup = setupOf(edition, {
    ...(one.academy && edition.academies[one.academy] ? { academy: one.academy } : {}),
    ...(one.profile === undefined ? {} : { profile: one.profile }),
  });
  const world = after(edition, worldOf(start(edition, setup)), ...one.given);
  const command = one.when(world, edition);
  const { decision, world: next } = play(edition, world, command);
  return { edition, world, command, decision, next };
}
