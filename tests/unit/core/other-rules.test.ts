/** Rules that none of the elections we know had, or had otherwise: the data says them, no line of code. */
import { describe, expect, test } from 'vitest';
import { z } from 'astro/zod';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import type { Command, World } from '../../../src/simulator/core/portal.ts';
import { votingCode } from '../../../src/simulator/core/views.ts';
import {
  accountActive,
  after,
  at,
  begin,
  did,
  editionOf,
  firstContest,
  later,
  letterOpen,
  play,
  reissued,
  signedIn,
} from '../../support/scenario.ts';

const edition = editionOf('men-2018');
const words = (here: Edition, world: World, command: Command): readonly string[] =>
  play(here, world, command).decision.refusals.map(({ word, field }) =>
    field ? `${word}@${field}` : word,
  );

describe('a few minutes of grace after the closing', () => {
  const grace = 300;
  const kind = { ...edition, limits: { ...edition.limits, grace } };
  const [opening, confirming] = [edition.costs.OpenContest ?? 0, edition.costs.ConfirmBallot ?? 0];
  const atBooth = () =>
    after(kind, begin(kind), accountActive, letterOpen, at('voting', 'closes', -90), signedIn);
  const enter = (world: World): Command => ({
    type: 'EnterBooth',
    code: votingCode(kind, world, 0),
    password: null,
  });
  const entered = did((_e, world) => enter(world));
  const inside = () => after(kind, atBooth(), entered);
  const confirm = (world: World): Command => ({
    type: 'ConfirmBallot',
    contest: firstContest(world),
  });
  const open = (world: World): Command => ({ type: 'OpenContest', contest: firstContest(world) });
  const opened = (shift: number): World =>
    after(
      kind,
      inside(),
      did((_e, world) => open(world)),
      at('voting', 'closes', shift - confirming),
    );
  test('are for a ballot that is already in hand, to the last second', () => {
    const [last, over] = [opened(grace - 1), opened(grace)];
    expect(words(kind, last, confirm(last))).toEqual([]);
    expect(words(kind, over, confirm(over))).toEqual(['closed@contest']);
  });
  test('and for the next ballot of somebody inside', () => {
    const late = after(kind, inside(), at('voting', 'closes', grace - opening - 1));
    expect(words(kind, late, open(late))).toEqual([]);
  });
  test('not for somebody who is still at the door', () => {
    const late = after(kind, atBooth(), at('voting', 'closes'));
    expect(words(kind, late, enter(late))).toEqual(['closed']);
  });
  test('nor for somebody who has left', () => {
    const left = did(() => ({ type: 'LeaveBooth' }));
    const late = after(kind, inside(), left, at('voting', 'closes'));
    expect(words(kind, late, open(late))).toEqual(['closed@contest']);
  });
});

describe('a new code by text message', () => {
  const inSpace = () => after(edition, begin(edition), accountActive, signedIn);
  const ask = ({ persona }: World, captcha: string): Command => ({
    type: 'RequestVotingCode',
    phone: persona.phone,
    numen: persona.numen,
    birthDate: persona.birthDate,
    captcha,
  });
  test('without an image to read', () => {
    const plain = { ...edition, captchas: { ...edition.captchas, 'new-code': null } };
    const world = inSpace();
    expect(words(plain, world, ask(world, ''))).toEqual([]);
    expect(words(edition, world, ask(world, ''))).toEqual(['missing-answer@captcha']);
  });
  test('as often as one likes', () => {
    const free = {
      ...edition,
      captchas: { ...edition.captchas, 'new-code': null },
      limits: { ...edition.limits, reissues: null },
    };
    const fourth = after(free, inSpace(), reissued, reissued, reissued, later(60));
    expect(words(free, fourth, ask(fourth, ''))).toEqual([]);
  });
});

test('a gesture that only another version knows is not offered', () => {
  const foreign = z.custom<Command>().parse({ type: 'Fly' });
  expect(words(edition, begin(edition), foreign)).toEqual(['not-offered']);
});
