// Long runs through the session itself: gestures, jumps in time, reloads, forks, files taken away and opened elsewhere.
// After each, what the screen would show is what the rules alone say (PORTAL.md section 8, invariants 1 to 5 and 8).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advise } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import { gestures } from '../../src/simulator/core/offers.ts';
import type { Command, World } from '../../src/simulator/core/portal.ts';
import {
  challengeProposals,
  mailboxProposals,
  proposals,
} from '../../src/simulator/core/secrets.ts';
import { memoryStore } from '../../src/simulator/journal/memory.ts';
import type { Store } from '../../src/simulator/journal/store.ts';
import type { DeskState, Session } from '../../src/simulator/session/contract.ts';
import { createSession } from '../../src/simulator/session/session.ts';
import { endOf, readFile, worldsOf } from '../support/files.ts';
import { editionOf, setupOf } from '../support/scenario.ts';
import { attempts, criticalInstants } from './explore.ts';
import { checkInvariants } from './invariants.ts';
import { mischief } from './mischief.ts';

/** What the rules alone say: the world after each command that left a trace. */
interface Model {
  past: readonly { readonly group: number; readonly world: World }[];
  world: World;
}

interface Real {
  readonly edition: Edition;
  readonly instants: readonly number[];
  store: Store;
  session: Session;
}

type Step = fc.AsyncCommand<Model, Real>;

function stateOf({ session }: Real): DeskState {
  const state = session.state();
  if (state === null) throw new Error('nothing is open');
  return state;
}

/** The screen and the rules agree. */
function agree(model: Model, real: Real): void {
  expect(stateOf(real).world).toEqual(model.world);
}

/** Sends a command and lets the rules answer it too. */
async function send(model: Model, real: Real, command: Command): Promise<void> {
  const from = model.world;
  const decision = decide(real.edition, from, command);
  const to = decision.events.reduce(evolve, from);
  checkInvariants(real.edition, { from, command, decision, to }, true);
  expect(await real.session.send(command)).toEqual(decision);
  model.world = to;
  const group = stateOf(real).lines.at(-1)?.group ?? 0;
  if (decision.events.length > 0 || decision.refusals.length > 0)
    model.past = [...model.past, { group, world: to }];
}

function step(name: string, run: (model: Model, real: Real) => Promise<void>): Step {
  return {
    check: () => true,
    run: async (model, real) => {
      await run(model, real);
      agree(model, real);
    },
    toString: () => name,
  };
}

/** Anything that can be typed or pressed. */
function anything(n: number): Step {
  return step(`anything ${n}`, async (model, real) => {
    const all = [
      ...gestures(real.edition, model.world),
      ...attempts(real.edition, model.world, real.instants),
      ...mischief(real.edition, model.world),
    ];
    const command = all[n % all.length];
    if (command) await send(model, real, command);
  });
}

/** Some gestures of a careful voter. */
function careful(many: number): Step {
  return step(`careful ${many}`, async (model, real) => {
    for (let i = 0; i < many; i += 1) {
      const { command } = advise(real.edition, model.world);
      if (command) await send(model, real, command);
    }
  });
}

/** Time passes, also backwards if one could. */
function wait(seconds: number): Step {
  return step(`wait ${seconds}`, async (model, real) => {
    await send(model, real, { type: 'PassTime', until: model.world.now + seconds });
  });
}

/** To an opening or a closing, give or take a second. */
function waitForInstant(shift: number): Step {
  return step(`critical instant ${shift}`, async (model, real) => {
    const next = real.instants.find((instant) => instant > model.world.now + 1);
    if (next !== undefined) await send(model, real, { type: 'PassTime', until: next + shift });
  });
}

/** The tab is closed and opened again. */
const reload = step('reload', async (_model, real) => {
  const { exercise } = stateOf(real);
  real.session.leave();
  real.session = createSession({ openDevice: async () => real.store });
  await real.session.resume(real.edition, exercise);
});

/** Back to any moment, and on from there: the former way is not lost, and does not matter. */
function fork(n: number): Step {
  return step(`fork ${n}`, async (model, real) => {
    const place = n % model.past.length;
    const moment = model.past[place];
    if (!moment) return;
    await real.session.undoTo(moment.group);
    model.past = model.past.slice(0, place + 1);
    model.world = moment.world;
  });
}

/** 5. Nothing in a file that could not be read aloud: no password, no real address, no list. */
function nothingPrivate(edition: Edition, { persona, setup }: World, text: string): void {
  const secrets = [
    ...proposals(edition, setup.seed, persona.address),
    ...mailboxProposals(setup.seed).filter(({ flawed }) => !flawed),
    ...challengeProposals(setup.seed),
  ];
  // The persona's address is proposed as a flawed password: it may stand there as an address.
  for (const { alias, text: word } of secrets)
    if (alias !== 'bad-address') expect(text).not.toContain(`"${word}"`);
  expect(text).not.toMatch(/@|"persona"/);
  for (const { id } of edition.lists) expect(text).not.toContain(`"${id}"`);
}

/** Worlds without the names of what was typed: no file holds them. */
const untyped = (world: World): string =>
  JSON.stringify(world).replace(/"secret":"[^"]*"/g, '"secret":""');

/** The exercise is taken away as a file and opened on a device that never saw it. */
const carryAway = step('carry away', async (model, real) => {
  const text = await real.session.exportJournal();
  nothingPrivate(real.edition, stateOf(real).world, text);
  const { run, whole } = readFile(real.edition, text);
  expect(whole).toBe(true);
  const worlds = worldsOf(run);
  // 8. time never goes back, and every cut of the journal is a world.
  for (const [i, { now }] of worlds.entries())
    expect(now).toBeGreaterThanOrEqual(worlds[i - 1]?.now ?? 0);
  expect(untyped(endOf(run))).toBe(untyped(model.world));
  let read = 0;
  model.past = run.gestures.flatMap(({ events }, i) => {
    const world = worlds[(read += events.length) - 1];
    return world ? [{ group: i + 1, world }] : [];
  });
  model.world = endOf(run);
  real.session.leave();
  real.store = memoryStore();
  real.session = createSession({ openDevice: async () => real.store });
  await real.session.adopt(real.edition, run);
});

const number = fc.nat({ max: 1_000_000 });
const steps = [
  number.map(anything),
  number.map(anything),
  fc.integer({ min: 1, max: 20 }).map(careful),
  fc.oneof(fc.integer({ min: -60, max: 7200 }), fc.constant(3 * 86_400)).map(wait),
  fc.constantFrom(-1, 0, 1).map(waitForInstant),
  fc.constant(reload),
  number.map(fork),
  fc.constant(carryAway),
];

describe.each(['men-2014', 'men-2018', 'men-2022'])('%s', (id) => {
  test('long runs with jumps, reloads, forks and files', async () => {
    const edition = editionOf(id);
    let [ballots, done] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.commands(steps, { maxCommands: 120, size: 'max' }),
        fc.stringMatching(/^[ACDEFGHJKLMNPQRTUVWXY]{6}$/),
        async (commands, seed) => {
          const store = memoryStore();
          const session = createSession({ openDevice: async () => store });
          await session.start(edition, setupOf(edition, { seed }));
          const state = session.state();
          if (state === null) throw new Error('nothing is open');
          const { world, lines } = state;
          const instants = criticalInstants(edition, world);
          const model: Model = { past: [{ group: lines.at(-1)?.group ?? 1, world }], world };
          const real: Real = { edition, instants, store, session };
          await fc.asyncModelRun(() => ({ model, real }), commands);
          ballots += model.world.cast.length;
          done += [...commands].length;
        },
      ),
      { numRuns: 80 },
    );
    // It would prove nothing if nobody ever voted, or if the runs were short.
    expect(ballots).toBeGreaterThan(0);
    expect(done).toBeGreaterThan(2000);
  });
});
