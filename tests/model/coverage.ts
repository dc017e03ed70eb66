// What a walk has seen: answers of every command, pages, events.
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import { gestures } from '../../src/simulator/core/offers.ts';
import type { CommandType, EventType, World } from '../../src/simulator/core/portal.ts';
import type { RefusalWord } from '../../src/simulator/core/refusals.ts';
import type { Transition } from './explore.ts';
import { mischief } from './mischief.ts';

export interface Coverage {
  /** Commands accepted at least once. */
  readonly accepted: Set<CommandType>;
  /** `SignIn wrong-password`: refusals met, by command. */
  readonly refused: Set<`${CommandType} ${RefusalWord}`>;
  readonly screens: Set<string>;
  readonly events: Set<EventType>;
}

export function nothingSeen(): Coverage {
  return { accepted: new Set(), refused: new Set(), screens: new Set(), events: new Set() };
}

/** Notes one attempt. */
export function see(seen: Coverage, { command, decision, to }: Transition): void {
  if (decision.refusals.length === 0) seen.accepted.add(command.type);
  for (const { word } of decision.refusals) seen.refused.add(`${command.type} ${word}`);
  for (const { type } of decision.events) seen.events.add(type);
  seen.screens.add(to.screen);
}

/**
 * Pages and faulty forms are projected away from the walk, so every page is opened and every form filled in, right or
 * wrong, once in each kind of world that a page or a form can tell apart: the clock, the doors, the mailbox, the account.
 */
export function tryEverything(
  edition: Edition,
  worlds: ReadonlyMap<string, World>,
  check: (step: Transition) => void,
): void {
  const kinds = new Set<string>();
  for (const [key, from] of worlds) {
    const { account, booth, mailbox, code, down } = from;
    const kind = [
      key.split('|')[key.startsWith('voted') ? 1 : 0],
      ...[account.state, account.choosing, account.identified, account.session !== null],
      ...[account.sessionLost, booth.inside, booth.contest !== null, mailbox.open],
      ...[mailbox.captchaPassed, code.letter, code.oneTime !== null, from.innerBrowser !== null],
      ...[from.warning.wanted !== null, down],
    ].join('|');
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    for (const command of [...gestures(edition, from), ...mischief(edition, from)]) {
      const decision = decide(edition, from, command);
      check({ from, command, decision, to: decision.events.reduce(evolve, from) });
    }
  }
}
