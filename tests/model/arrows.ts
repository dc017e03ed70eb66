// The arrows of an election: from a page, by one of its buttons, to the page that follows. The site draws them, a pull request shows the new ones.
import { doorsOf, sendersOf, sentFrom, type Arrow } from '../../src/lib/arrows.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import { periodNames, type Edition, type Period } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import { gestures } from '../../src/simulator/core/offers.ts';
import type { Command, World } from '../../src/simulator/core/portal.ts';
import { periodOf } from '../../src/simulator/core/views.ts';
import { secret } from '../support/scenario.ts';
import type { Transition } from './explore.ts';

/** What one walk shows. */
export interface ArrowWalk {
  /** Notes what an accepted attempt does to a voter who stands where its button is. */
  readonly see: (step: Transition) => void;
  /** Opens every page that opens in this world, and presses its buttons. */
  readonly visit: (world: World) => void;
}

/** The arrows of one election, whichever of its walks shows them. */
export interface Arrows {
  /** Listens to a walk; its edition has the incidents of that walk. */
  readonly of: (edition: Edition) => ArrowWalk;
  /** Each arrow once, in a fixed order. */
  readonly found: () => readonly Arrow[];
}

/** The world once a command is accepted, `null` when it is refused. */
function after(edition: Edition, world: World, command: Command): World | null {
  const { events, refusals } = decide(edition, world, command);
  return refusals.length > 0 ? null : events.reduce(evolve, world);
}

/** The walk projects pages away: here the voter first goes to the page, as a hand would. */
function standOn(edition: Edition, world: World, screen: string, about?: Command): World | null {
  if (about && 'mail' in about && edition.screens[screen]?.kind === 'mail')
    return after(edition, world, { type: 'OpenMail', mail: about.mail });
  if (world.screen === screen) return world;
  const there = after(edition, world, { type: 'Consult', screen });
  return there?.screen === screen ? there : null;
}

/** Right answers to the forms of a page; the one that the walk does not try, since its key cannot see it, as well. */
function tries(edition: Edition, world: World): readonly Command[] {
  const { persona, mailbox } = world;
  const strong = secret('mailbox-good', 'Marmite-421!');
  const current = secret(mailbox.secret, persona.numen);
  return [
    ...gestures(edition, world),
    { type: 'ChangeMailboxPassword', current, password: strong, confirmation: strong },
  ];
}

/** Which windows are open. */
function windowsOf(edition: Edition, world: World): string {
  const isOpen = (period: Period | null): boolean =>
    period !== null && period.opens <= world.now && world.now < period.closes;
  return periodNames.map((name) => (isOpen(periodOf(edition, world, name)) ? 'o' : '-')).join('');
}

/** Worlds in which the same pages open, with the same buttons. */
function kindOf({ account, booth, mailbox, code, warning, ...world }: World): string {
  return [
    ...[account.state, account.choosing, account.identified, account.session !== null],
    ...[booth.inside, booth.contest !== null, mailbox.open, mailbox.captchaPassed],
    ...[mailbox.identityKnown, code.letter, code.reissues > 0, code.oneTime?.accepted],
    ...[code.sms.some(({ read }) => !read), world.receipts.some(({ kept }) => !kept)],
    ...[world.innerBrowser !== null, warning.wanted, warning.settled, world.down],
  ].join('|');
}

/**
 * Nothing seen yet.
 * @param look is shown each page that opens in each kind of world, once for all walks
 */
export function arrowsOfWalks(look: (edition: Edition, world: World) => void = () => {}): Arrows {
  const arrows = new Map<string, Arrow>();
  const shown = new Set<string>();
  return {
    of(edition) {
      const senders = sendersOf(edition);
      // What this walk knows already; an incident of another walk may lead elsewhere by the same button.
      const settled = new Set<string>();
      const kinds = new Set<string>();
      const atHour = new Map<number, string>();
      function keep(arrow: Arrow, next: World): void {
        const { from, by, to } = arrow;
        if (settled.has(`${from} ${by} ${to}`)) return;
        settled.add(`${from} ${by} ${to}`).add(`${from} ${by}`);
        arrows.set(`${from} ${by} ${to}`, arrow);
        press(next);
      }
      /** Every button of the page where the voter stands that this walk has not seen pressed. */
      function press(world: World): void {
        const screen = edition.screens[world.screen];
        if (!screen) return;
        for (const to of doorsOf(screen)) {
          if (settled.has(`${screen.id} Consult ${to}`)) continue;
          const next = after(edition, world, { type: 'Consult', screen: to });
          if (next) keep({ from: screen.id, by: 'Consult', to: next.screen }, next);
        }
        const unseen = sentFrom(screen).filter((by) => !settled.has(`${screen.id} ${by}`));
        if (unseen.length === 0) return;
        for (const command of tries(edition, world)) {
          if (!unseen.includes(command.type)) continue;
          const next = after(edition, world, command);
          if (next) keep({ from: screen.id, by: command.type, to: next.screen }, next);
        }
      }
      const tried = new Set<string>();
      return {
        see({ from, command, decision, to }) {
          if (decision.refusals.length > 0 || command.type === 'Consult') return;
          const expected = from.screen === to.screen ? '' : to.screen;
          for (const screen of senders.get(command.type) ?? []) {
            const attempt = `${screen} ${command.type} ${expected}`;
            if (tried.has(attempt)) continue;
            const there = standOn(edition, from, screen, command);
            const next = there && after(edition, there, command);
            if (!next) continue;
            tried.add(attempt);
            keep({ from: screen, by: command.type, to: next.screen }, next);
          }
        },
        visit(world) {
          const windows = atHour.get(world.now) ?? windowsOf(edition, world);
          atHour.set(world.now, windows);
          const kind = `${windows}|${kindOf(world)}`;
          if (kinds.has(kind)) return;
          kinds.add(kind);
          for (const screen of Object.keys(edition.screens)) {
            const there = standOn(edition, world, screen);
            if (!there) continue;
            press(there);
            const page = `${there.screen}|${kindOf(there)}`;
            if (shown.has(page)) continue;
            shown.add(page);
            look(edition, there);
          }
        },
      };
    },
    found: () => [...arrows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, arrow]) => arrow),
  };
}
