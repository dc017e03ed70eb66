// Crossings that no exercise is named after, played in the exercise where somebody meets them.
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import type { Command } from '../../../src/simulator/core/portal.ts';
import { localTime } from '../../../src/simulator/core/narrate.ts';
import { sealOf } from '../../../src/simulator/core/secrets.ts';
import { careful, ending, inOrder, minutes, sitDown, tries, upTo, type Play } from './player.ts';
import { askMailAgain, follow, mailboxAgain, wrongly } from './plays.ts';

const askReset = tries((_edition, { persona }) => ({
  type: 'RequestPasswordReset',
  address: persona.address,
}));
const choose: Play = tries((_edition, { persona }): Command => {
  const password = sealOf('Marmite-42-neige', 'good-2', persona.address);
  return { type: 'ChoosePassword', password, confirmation: password };
});
/** Asked for, waited for, followed, chosen. */
const reset = inOrder(askReset, mailboxAgain, minutes(16), follow('reset', 0), choose);

describe.each(editionIds())('%s', (id) => {
  test('a mail asked for twice: the first link is dead, the last one is good', () => {
    const player = sitDown(id, 'courriel-en-retard');
    inOrder(upTo('wait-for-mail'), askMailAgain, minutes(180), follow('activation', 1))(player);
    expect(player.seen).toContain('link-superseded');
    careful()(player);
    expect(ending(player)).toBe('every ballot');
  });

  test('five wrong passwords: a new one opens the locked door', () => {
    const player = sitDown(id, 'majuscules-verrouillees');
    for (let times = 0; times < 5; times += 1) wrongly('COQUILLE')(player);
    expect(player.seen).toContain('locked-out');
    expect(player.world.account.lockedUntil).not.toBeNull();
    reset(player);
    expect(player.world.account.lockedUntil).toBeNull();
    careful()(player);
    expect(ending(player)).toBe('every ballot');
  });

  test('a new password asked for in the middle of a vote: what is cast stays, the rest goes on', () => {
    const player = sitDown(id, 'scrutin-oublie');
    careful((_advice, { cast }) => cast.length === 1)(player);
    reset(player);
    expect(player.seen).toContain('PasswordChosen');
    expect(player.world.cast).toHaveLength(1);
    careful()(player);
    expect(ending(player)).toBe('every ballot');
  });
});

/** The hour of the last day at which the vote ends in Paris at 17:00. */
const localClosing: Readonly<Record<string, string>> = {
  'la-reunion': '20\u00a0h\u00a000',
  'polynesie-francaise': '06\u00a0h\u00a000',
  'nouvelle-caledonie': '03\u00a0h\u00a000',
};

describe.each(editionIds())('%s overseas', (id) => {
  test('the vote ends at the hour that the clock of the place shows, and not a second later', () => {
    const player = sitDown(id, 'outre-mer');
    const { edition } = player;
    const closes = edition.calendar.voting?.closes ?? 0;
    const academies = edition.exercises['outre-mer']?.academies ?? [];
    expect([...academies].sort()).toEqual(Object.keys(localClosing).sort());
    for (const academy of academies) {
      const there = { ...player.world, setup: { ...player.world.setup, academy } };
      expect(localTime(edition, there, closes), academy).toContain(localClosing[academy]);
    }
    upTo('cast-ballot')(player);
    tries(() => ({ type: 'PassTime', until: closes }))(player);
    tries((_edition, { persona }) => ({
      type: 'ConfirmBallot',
      contest: persona.contests[0]?.id ?? '',
    }))(player);
    expect(player.seen.at(-2)).toBe('closed');
    expect(player.world.cast).toEqual([]);
  });
});
