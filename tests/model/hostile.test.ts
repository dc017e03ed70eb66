import { describe, expect, test } from 'vitest';
import { editionOf } from '../support/scenario.ts';
import { liveHostile } from './hostile.ts';
import { checkInvariants } from './invariants.ts';

const gestures = 12_000;

describe.each(['men-2014', 'men-2018', 'men-2022'])('%s', (id) => {
  test(`${gestures} hostile gestures with their costs keep the invariants`, () => {
    const edition = editionOf(id);
    const cast = liveHostile(edition, gestures, (step) => checkInvariants(edition, step, true));
    expect(cast).toBeGreaterThan(0);
  });
});
