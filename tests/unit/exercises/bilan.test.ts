/** Every exercise to its goals and away from them: what its bilan says, and how many gestures the good way takes. */
import { describe, expect, test } from 'vitest';
import { editionIds, loadCodes } from '../../../src/lib/editions.ts';
import { library } from '../../../src/lib/exercise-library.ts';
import { exerciseSchema } from '../../../src/schemas/exercise.ts';
import { parseLink, seedOf } from '../../../src/simulator/links.ts';
import { readFolder } from '../../../src/schemas/read.ts';
import { bilanOf, type Bilan } from '../../../src/simulator/core/bilan.ts';
import { stepOf } from '../../../src/simulator/core/advice.ts';
import { placeOf, placeOfRefusal } from '../../../src/simulator/core/place.ts';
import { sealOf } from '../../../src/simulator/core/secrets.ts';
import { editionOf } from '../../support/scenario.ts';
import { begun, journalOf, sitDown, tries, upTo, type Player } from './player.ts';
import { plays, wrongly } from './plays.ts';

const files = readFolder('content/exercices', exerciseSchema).map(({ data }) => data);

function bilan(player: Player, upTo?: number): Bilan {
  const found = bilanOf(player.edition, journalOf(player, upTo));
  if (!found) throw new Error('no bilan');
  return found;
}

function played(id: string, exercise: string, way: 'good' | 'bad'): Player {
  const player = sitDown(id, exercise);
  plays[exercise]?.[way](player);
  return player;
}

/** The first gesture after which every goal is reached; `null` when none is. */
function gestures(player: Player): number | null {
  for (let n = 0; n <= player.done.length; n += 1) if (bilan(player, n).reached === 'yes') return n;
  return null;
}

const all = editionIds().flatMap((id) =>
  files.filter(({ editions }) => id in editions).map((file) => [id, file.id, file] as const),
);

describe('each exercise', () => {
  test.each(all)('%s %s: its goals are not reached before the first gesture', (id, exercise) => {
    expect(bilan(sitDown(id, exercise)).reached).toBe('no');
  });
  test.each(all)('%s %s: the good way reaches every goal', (id, exercise) => {
    const player = played(id, exercise, 'good');
    expect(gestures(player)).not.toBeNull();
    const { goals, recovered } = bilan(player);
    // What was reached stays reached.
    expect(goals.filter(({ met }) => !met)).toEqual([]);
    expect(recovered).toBeDefined();
  });
  test.each(all)(
    '%s %s: the link of its page takes as many gestures as the page says',
    (id, exercise, file) => {
      const { versions = [] } = library().find(({ slug }) => slug === exercise) ?? {};
      const { path, gestures: said } = versions.find(({ edition }) => edition === id) ?? {};
      const link = parseLink(loadCodes(), path?.split('#')[1] ?? '');
      if (!link) throw new Error(`no link on the page of ${exercise}`);
      const player = begun({ ...link, seed: seedOf(link) });
      plays[exercise]?.good(player);
      expect([gestures(player), said]).toEqual([file.gestures[id], file.gestures[id]]);
    },
  );
  test.each(all)(
    '%s %s: the bad way does not, and the bilan says what went wrong, and where',
    (id, exercise) => {
      const { reached, goals, troubles, deadEnd } = bilan(played(id, exercise, 'bad'));
      expect(reached).toBe('no');
      expect(goals.some(({ met }) => !met)).toBe(true);
      expect(troubles.length > 0 || deadEnd !== null).toBe(true);
    },
  );
});

describe('a trouble is told where it happened, however far the voter had come', () => {
  const whereOf = (player: Player) =>
    bilan(player).troubles.map(({ snag, step }) => [
      snag.kind === 'refused' ? snag.word : snag.kind === 'happened' ? snag.event.type : snag.kind,
      step,
    ]);

  test.each(editionIds())('%s: a fake mail followed, in the mailbox', (id) => {
    const player = played(id, 'courriel-suspect', 'bad');
    expect(stepOf(player.world)).toBe('compte');
    expect(whereOf(player)).toContainEqual(['FakeFollowed', 'messagerie']);
  });
  test.each(editionIds())('%s: a link that is used up, at the door of the account', (id) => {
    if (!('lien-perime' in editionOf(id).exercises)) return;
    expect(whereOf(played(id, 'lien-perime', 'good'))).toContainEqual(['link-expired', 'compte']);
  });
  test.each(editionIds())('%s: a wrong password, at the account, the letter in hand', (id) => {
    const player = sitDown(id, 'presque-vote');
    tries(() => ({ type: 'SignOut' }))(player);
    expect(stepOf(player.world)).toBe('vote');
    wrongly('Souvenir-1')(player);
    expect(whereOf(player).filter(([word]) => word === 'wrong-password')).toEqual([
      ['wrong-password', 'compte'],
    ]);
  });
  test.each(editionIds())('%s: a wrong voting code, at the booth', (id) => {
    const player = sitDown(id, 'presque-vote');
    upTo('enter-booth')(player);
    tries((_edition, { persona, account }) => ({
      type: 'EnterBooth',
      code: 'ACDEFGHJKLMN',
      password: sealOf('x', account.secret ?? '', persona.address),
    }))(player);
    expect(whereOf(player)).toContainEqual(['wrong-voting-code', 'vote']);
  });
  test.each([
    ['AnswerCaptcha', 'messagerie'],
    ['LookUpIdentity', 'messagerie'],
    ['ForgetMailboxPassword', 'messagerie'],
    ['AnswerFake', 'messagerie'],
    ['FollowLink', 'compte'],
    ['ChooseChallenge', 'compte'],
    ['RequestPasswordReset', 'compte'],
    ['OverrideWarning', 'compte'],
    ['CollectNotice', 'code'],
    ['RequestVotingCode', 'code'],
    ['AnswerChallenge', 'code'],
    ['GiveOneTimeCode', 'code'],
    ['EnterBooth', 'vote'],
    ['ConfirmBallot', 'vote'],
    ['PassTime', 'code'],
    ['CallHelpdesk', 'code'],
    ['AskForNumen', 'code'],
    ['SignOut', 'code'],
  ] as const)('%s belongs to « %s », asked by somebody who looks for a code', (type, step) => {
    const { world } = sitDown('men-2018', 'lettre-perdue');
    expect(placeOf(type, { ...world, account: { ...world.account, state: 'active' } })).toBe(step);
  });
  test('a portal that is down or has closed the session says nothing of a place: where the voter stands', () => {
    const { world } = sitDown('men-2018', 'presque-vote');
    expect(placeOfRefusal('SignIn', 'portal-down', world)).toBe(stepOf(world));
    expect(placeOfRefusal('RequestVotingCode', 'session-expired', world)).toBe(stepOf(world));
    expect(placeOfRefusal('RequestVotingCode', 'not-a-mobile', world)).toBe('code');
    expect(placeOfRefusal('FollowLink', 'not-in-mailbox', world)).toBe('messagerie');
  });
  test.each(all)(
    '%s %s: no trouble of the mailbox is put elsewhere, nor of the booth',
    (id, exercise) => {
      for (const way of ['good', 'bad'] as const)
        for (const [what, step] of whereOf(played(id, exercise, way))) {
          if (/^(Fake|Genuine|MailBounced)|mailbox/u.test(what ?? ''))
            expect(step).toBe('messagerie');
          if (what === 'wrong-voting-code' || what === 'already-voted') expect(step).toBe('vote');
          if (/^(link|password)-|^wrong-password$/u.test(what ?? '')) expect(step).toBe('compte');
        }
    },
  );
});
