// The journal is the exercise: folding it again, from its JSON, gives the same world; cut anywhere, it opens.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve, worldOf } from '../../src/simulator/core/evolve.ts';
import { narrate } from '../../src/simulator/core/narrate.ts';
import type { PortalEvent, World } from '../../src/simulator/core/portal.ts';
import { mailboxProposals, proposals } from '../../src/simulator/core/secrets.ts';
import { start } from '../../src/simulator/core/start.ts';
import { editionOf, setupOf } from '../support/scenario.ts';
import { attempts, criticalInstants } from './explore.ts';

interface Walk {
  readonly events: readonly PortalEvent[];
  readonly world: World;
}

/** Somebody who tries anything: each number picks one of what can be tried. */
function walk(edition: Edition, seed: string, picks: readonly number[]): Walk {
  const first = start(edition, setupOf(edition, { seed }));
  const events: PortalEvent[] = [first];
  let world = worldOf(first);
  const instants = criticalInstants(edition, world);
  for (const pick of picks) {
    const commands = attempts(edition, world, instants);
    const command = commands[pick % commands.length];
    if (!command) continue;
    for (const event of decide(edition, world, command).events) {
      events.push(event);
      world = evolve(world, event);
    }
  }
  return { events, world };
}

function fold(events: readonly PortalEvent[]): World | null {
  return events.reduce<World | null>(
    (world, event) =>
      world ? evolve(world, event) : event.type === 'ExerciseStarted' ? worldOf(event) : null,
    null,
  );
}

const parse: (text: string) => readonly PortalEvent[] = JSON.parse;

const seeds = fc.stringMatching(/^[ACDEFGHJKLMNPQRTUVWXY]{6}$/);
const picks = fc.array(fc.nat(), { maxLength: 60 });

describe.each(['men-2014', 'men-2018', 'men-2022'])('%s', (id) => {
  const edition = editionOf(id);
  test('replaying the JSON of any journal gives the same world', () => {
    fc.assert(
      fc.property(seeds, picks, (seed, choices) => {
        const { events, world } = walk(edition, seed, choices);
        expect(fold(parse(JSON.stringify(events)))).toEqual(world);
      }),
      { numRuns: 60 },
    );
  });
  test('a journal cut at any entry opens, and time never goes back in it', () => {
    fc.assert(
      fc.property(seeds, picks, fc.nat(), (seed, choices, cut) => {
        const { events } = walk(edition, seed, choices);
        let now = 0;
        for (let i = 1; i <= (cut % events.length) + 1; i += 1) {
          const world = fold(events.slice(0, i));
          expect(world?.now).toBeGreaterThanOrEqual(now);
          now = world?.now ?? 0;
        }
      }),
      { numRuns: 25 },
    );
  });
  test('no journal holds a password, an address that could be real, or a choice', () => {
    fc.assert(
      fc.property(seeds, picks, (seed, choices) => {
        const { events, world } = walk(edition, seed, choices);
        const text = JSON.stringify(events);
        const secrets = [
          ...proposals(edition, seed, world.persona.address),
          ...mailboxProposals(seed),
        ];
        // The persona's address is proposed as a flawed password: it may stand there as an address.
        for (const one of secrets)
          if (one.alias !== 'bad-address') expect(text).not.toContain(one.text);
        for (const [address] of text.matchAll(/[\w.-]+@[\w.-]+/g))
          expect(address).toMatch(/\.example$/);
        for (const list of edition.lists) expect(text).not.toContain(`"${list.id}"`);
      }),
      { numRuns: 40 },
    );
  });
  test('every event that happens has its sentence, with every name filled in', () => {
    fc.assert(
      fc.property(seeds, picks, (seed, choices) => {
        const { events, world } = walk(edition, seed, choices);
        for (const event of events) expect(narrate(edition, event, world)).toMatch(/^[^{}]{8,}$/);
      }),
      { numRuns: 30 },
    );
  });
});
