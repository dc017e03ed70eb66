// Access asked for again while something else is under way: a lock, the booth, a number that is somebody else's.
import { describe, expect, test } from 'vitest';
import type { Command, World } from '../../../src/simulator/core/portal.ts';
import { captchaText, votingCode } from '../../../src/simulator/core/views.ts';
import {
  accountActive,
  accountWithChallenge,
  after,
  at,
  begin,
  did,
  editionOf,
  firstContest,
  identified,
  inBooth,
  inMailbox,
  letterOpen,
  mailArrives,
  newest,
  play,
  secret,
  signedIn,
  type Given,
} from '../../support/scenario.ts';

const newPassword = secret('good-2', 'Marmite-42-neige');
const followed = did((_e, w) => ({ type: 'FollowLink', mail: newest(w) }));
const chosen = did(() => ({
  type: 'ChoosePassword',
  password: newPassword,
  confirmation: newPassword,
}));
/** Asked for by mail, followed, chosen. */
const reset: readonly Given[] = [inMailbox, mailArrives('reset'), followed, chosen];
const cast: Given = (_e, w) => [
  { type: 'RegisterMarked', contest: firstContest(w) },
  { type: 'BallotCast', contest: firstContest(w) },
  { type: 'ReceiptIssued', contest: firstContest(w), at: w.now },
];
const words = (world: World, command: Command, id: string) =>
  play(editionOf(id), world, command).decision.refusals.map(({ word }) => word);

describe.each(['men-2014', 'men-2018', 'men-2022'])('%s: a new password', (id) => {
  const edition = editionOf(id);
  const account = edition.challenges.length > 0 ? accountWithChallenge : accountActive;
  const signIn = (world: World, alias: string): Command => ({
    type: 'SignIn',
    address: world.persona.address,
    password: secret(alias),
  });

  test('asked for while sign-in is locked ends the lock, and the old one is dead', () => {
    const locked: Given = (e, w) => [{ type: 'LockedOut', until: w.now + e.limits.lock }];
    const shut = after(edition, begin(edition), account, identified, locked);
    expect(words(shut, signIn(shut, 'good-1'), id)).toEqual(['locked-out']);
    const { address } = shut.persona;
    const asked = play(edition, shut, { type: 'RequestPasswordReset', address });
    expect(asked.decision.refusals).toEqual([]);
    const open = after(edition, shut, ...reset, identified);
    expect(open.now - shut.now).toBeLessThan(edition.limits.lock);
    expect(words(open, signIn(open, 'good-1'), id)).toEqual(['wrong-password']);
    expect(words(open, signIn(open, 'good-2'), id)).toEqual([]);
  });

  test('asked for in the booth leaves nobody outside, and no ballot undone', () => {
    const inside = after(
      edition,
      begin(edition),
      account,
      letterOpen,
      at('voting'),
      signedIn,
      inBooth,
      cast,
    );
    const back = after(edition, inside, ...reset);
    expect(back.cast).toEqual(inside.cast);
    expect(back.receipts).toEqual(inside.receipts);
    expect(back.booth.inside).toBe(true);
    const again: Command = { type: 'OpenContest', contest: firstContest(back) };
    expect(words(back, again, id)).toEqual(['already-voted']);
    const second = back.persona.contests[1]?.id ?? '';
    expect(words(back, { type: 'OpenContest', contest: second }, id)).toEqual([]);
  });

  test('does not open a booth that wrong codes have locked', () => {
    const locked: Given = (e, w) => [{ type: 'BoothLocked', until: w.now + e.limits.boothLock }];
    const world = after(
      edition,
      begin(edition),
      account,
      letterOpen,
      at('voting'),
      signedIn,
      locked,
      ...reset,
    );
    const enter: Command = {
      type: 'EnterBooth',
      code: votingCode(edition, world, 0),
      password: newPassword,
    };
    expect(words(world, enter, id)).toEqual(['locked-out']);
  });
});

describe('a new code by text message', () => {
  const id = 'men-2018';
  const edition = editionOf(id);
  const asking = (world: World, phone: string): Command => ({
    type: 'RequestVotingCode',
    phone,
    numen: world.persona.numen,
    birthDate: world.persona.birthDate,
    captcha: captchaText(edition, world, 'new-code'),
  });
  const voting = () =>
    after(edition, begin(edition), accountActive, letterOpen, at('voting'), signedIn);

  test('to a number that is not one’s own any more is spent, sends nothing here, and kills the former', () => {
    const voter = voting();
    const { world } = play(edition, voter, asking(voter, voter.persona.otherPhone));
    expect(world.code.reissues).toBe(1);
    expect(world.due.filter(({ what }) => what.kind === 'sms')).toEqual([]);
    const old: Command = {
      type: 'EnterBooth',
      code: votingCode(edition, voter, 0),
      password: null,
    };
    expect(words(voter, old, id)).toEqual([]);
    expect(words(world, old, id)).toEqual(['code-superseded']);
  });

  test('to a number that no message can reach spends nothing, and kills nothing', () => {
    const voter = voting();
    for (const phone of ['+49 151 23456789', '01 23 45 67 89', '06 39 98']) {
      const { world, decision } = play(edition, voter, asking(voter, phone));
      expect(decision.refusals).toHaveLength(1);
      expect(world.code).toEqual(voter.code);
    }
  });

  test('asked for in the booth leaves it; what was cast stays cast', () => {
    const voter = voting();
    const inside = after(edition, voter, inBooth, cast);
    const { world } = play(edition, inside, asking(inside, inside.persona.phone));
    expect(world.booth.inside).toBe(false);
    expect(world.cast).toEqual(inside.cast);
  });
});
