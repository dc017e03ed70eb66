/** What can be tried, gesture after gesture of an exercise: what opens (+) and what shuts (−). */
import { expect, test } from 'vitest';
import { captchaText } from '../../../src/simulator/core/views.ts';
import { editionIds } from '../../../src/lib/editions.ts';
import { can, gestures, offers } from '../../../src/simulator/core/offers.ts';
import type { Command, World } from '../../../src/simulator/core/portal.ts';
import {
  accountActive,
  after,
  at,
  begin,
  editionOf,
  firstContest,
  inBooth,
  inMailbox,
  letterOpen,
  signedIn,
} from '../../support/scenario.ts';
import { coach, gestured, hour } from '../../support/told.ts';
import { sitDown } from '../exercises/player.ts';
import { plays } from '../exercises/plays.ts';

/** The whole way, and what it never meets. */
const played = [
  'parcours-complet',
  'ancien-code',
  'boite-saturee',
  'courriel-suspect',
  'certificat-inconnu',
  'erreur-au-profil',
  'pas-sur-la-liste',
  'navigateur-d-une-appli',
];

function opened(id: string, exercise: string): string {
  const player = sitDown(id, exercise);
  const { edition } = player;
  const offered = (world: World) =>
    new Set(offers(edition, world).map((command) => gestured(world, command)));
  let last = new Set<string>();
  const lines: string[] = [];
  const look = (world: World) => {
    const now = offered(world);
    const more = [...now].filter((one) => !last.has(one)).map((one) => `+ ${one}`);
    const less = [...last].filter((one) => !now.has(one)).map((one) => `− ${one}`);
    lines.push([hour(world.now), coach(edition, world), ...more, ...less].join(' '));
    last = now;
  };
  plays[exercise]?.good(player);
  for (const { before } of player.done) look(before);
  look(player.world);
  return [`# ${exercise}`, ...lines].join('\n');
}

test.each(editionIds())('%s', async (id) => {
  const exercises = played.filter((one) => one in editionOf(id).exercises);
  const text = exercises.map((exercise) => `${opened(id, exercise)}\n`).join('\n');
  await expect(text).toMatchFileSnapshot(`offers/${id}.txt`);
});

test('only what the voter could try is a gesture, whatever the answer', () => {
  const edition = editionOf('men-2018');
  const types = (world: World) => gestures(edition, world).map(({ type }) => type);
  const world = after(edition, begin(edition), accountActive);
  // In Caen a tool tells the user name.
  const caen = begin(edition, { academy: 'caen' });
  const tool = offers(edition, caen).map((command) => gestured(caen, command));
  expect(tool).toContain(`AnswerCaptcha ${captchaText(edition, caen, 'identifier-tool')}`);
  const past = { ...caen, mailbox: { ...caen.mailbox, captchaPassed: true } };
  expect(offers(edition, past).map((command) => gestured(past, command))).toContain(
    'LookUpIdentity numen birthDate',
  );
  // The NUMEN opens the mailbox until it has a password of its own; a code is typed once it is seen.
  expect(types(world)).toContain('ForgetMailboxPassword');
  expect(types(world)).not.toContain('EnterBooth');
  const secret = { ...world, mailbox: { ...world.mailbox, secret: 'mailbox-good' } };
  expect(types(secret)).not.toContain('ForgetMailboxPassword');
  const inside = after(edition, world, inMailbox, letterOpen, at('voting'), signedIn, inBooth);
  expect(types(inside)).toContain('EnterBooth');
  expect(types(inside)).not.toContain('ConfirmBallot');
  const open: Command = { type: 'OpenContest', contest: firstContest(inside) };
  expect([can(edition, world, open), can(edition, inside, open)]).toEqual([false, true]);
});
