// A class code: whoever holds it meets the same person, codes, images and delays, in whatever order gestures are made.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { advise } from '../../../src/simulator/core/advice.ts';
import { decide } from '../../../src/simulator/core/decide.ts';
import type { CaptchaPlace, Edition } from '../../../src/simulator/core/edition.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import { offers } from '../../../src/simulator/core/offers.ts';
import type { Command, Due, PortalEvent, World } from '../../../src/simulator/core/portal.ts';
import { beginning } from '../../../src/simulator/core/prepare.ts';
import { proposals } from '../../../src/simulator/core/secrets.ts';
import {
  captchaText,
  linkToken,
  listsOf,
  oneTimeCodeText,
  receiptReference,
  votingCode,
} from '../../../src/simulator/core/views.ts';
import { seedOf } from '../../../src/simulator/links.ts';
import { editionOf } from '../../support/scenario.ts';

const captchaPlaces: readonly CaptchaPlace[] = [
  'identifier-tool',
  'account',
  'sign-in',
  'new-code',
];

/** What was met, by name: « the second image of the form », never « the fourth thing ». */
type Met = Map<string, string>;

/** A thing promised, by what it is and which one of its kind. */
function nameOf({ what }: Due): string {
  switch (what.kind) {
    case 'mail':
      return `mail ${what.mail} ${what.link ? what.link.nth : ''}`;
    case 'sms':
      return `sms ${what.nth}`;
    case 'one-time-code':
      return `one-time code ${what.nth}`;
    default:
      return what.kind;
  }
}

class Player {
  readonly met: Met = new Map();
  world: World;
  private readonly edition: Edition;
  private readonly counts = new Map<string, number>();

  constructor(edition: Edition, world: World) {
    this.edition = edition;
    this.world = world;
    this.look();
  }

  /** One gesture, right or refused; `false` when the same thing was met otherwise before. */
  do(command: Command): void {
    const { events } = decide(this.edition, this.world, command);
    let promisedAt: number | null = null;
    const to = events.reduce(evolve, this.world);
    for (const event of events) {
      if (event.type === 'ProfileUpdated' || event.type === 'RollCorrected') promisedAt = event.at;
      this.note(event, promisedAt ?? to.now);
    }
    this.world = to;
    this.look();
  }

  private nth(name: string): number {
    const n = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, n);
    return n;
  }

  private note(event: PortalEvent, now: number): void {
    if (!('due' in event) || event.due === null) return;
    const { due } = event;
    if (typeof due === 'string' || !('what' in due)) return;
    const name = nameOf(due);
    // What has no number of its own is counted as it comes.
    const which = `${name} ${String(this.nth(name))}`;
    const by = due.what.kind === 'one-time-code' ? ` by ${due.what.channel}` : '';
    this.met.set(`delay of ${which}${by}`, String(due.at - now));
    if (due.what.kind === 'one-time-code')
      this.met.set(`digits of ${name}`, oneTimeCodeText(this.world, due.what.nth));
  }

  private look(): void {
    const { edition, world, met } = this;
    met.set('persona', JSON.stringify(world.persona));
    met.set('incidents', JSON.stringify(world.incidents));
    met.set(
      'passwords',
      JSON.stringify(proposals(edition, world.setup.seed, world.persona.address)),
    );
    for (const place of captchaPlaces)
      met.set(
        `image ${place} ${String(world.captchas[place])}`,
        captchaText(edition, world, place),
      );
    for (let n = 0; n <= world.code.reissues; n += 1)
      met.set(`code ${String(n)}`, votingCode(edition, world, n));
    for (const mail of world.mailbox.mails)
      if (mail.link)
        met.set(`token ${mail.link.kind} ${String(mail.link.nth)}`, linkToken(world, mail));
    for (const { id } of world.persona.contests) {
      met.set(
        `lists ${id}`,
        listsOf(edition, world, id)
          .map((list) => list.id)
          .join(),
      );
      met.set(`receipt ${id}`, receiptReference(world, id));
    }
  }
}

/** Things both met, and met otherwise. */
const differences = (one: Met, other: Met): readonly string[] =>
  [...one].flatMap(([name, what]) => {
    const there = other.get(name);
    return there === undefined || there === what ? [] : [`${name}: ${what} / ${there}`];
  });

function sitDown(id: string, exercise: string, seed: string): Player {
  const edition = editionOf(id);
  const setup = { edition: id, academy: 'grenoble', profile: 'certifie', exercise, seed };
  return new Player(edition, beginning(edition, setup));
}

/** Some gestures, the coach's among them so that the portal is gone through. */
function wander(player: Player, edition: Edition, dice: readonly number[]): void {
  for (const die of dice) {
    const all = offers(edition, player.world);
    const advised = die % 3 === 0 ? advise(edition, player.world).command : null;
    const command = advised ?? all[die % Math.max(1, all.length)];
    if (command) player.do(command);
  }
}

const starts = ['parcours-complet', 'presque-vote', 'courriel-en-retard', 'scrutin-oublie'];

describe.each(editionIds())('%s', (id) => {
  const edition = editionOf(id);
  test('two players of one code and seat, acting otherwise, meet the same things', () => {
    const dice = fc.array(fc.nat(10_000), { minLength: 15, maxLength: 45 });
    const seat = fc.option(fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(fc.constantFrom(...starts), seat, dice, dice, (exercise, place, left, right) => {
        const seed = seedOf({ seed: 'KMPRTV', seat: place });
        const [one, other] = [sitDown(id, exercise, seed), sitDown(id, exercise, seed)];
        wander(one, edition, left);
        wander(other, edition, right);
        expect(differences(one.met, other.met)).toEqual([]);
      }),
      { numRuns: 12, seed: 20_261_126 },
    );
  });
  test('another seat is another person, with another code', () => {
    const [one, other] = [
      sitDown(id, 'parcours-complet', 'KMPRTV.1'),
      sitDown(id, 'parcours-complet', 'KMPRTV.2'),
    ];
    expect(differences(one.met, other.met).map((line) => line.split(':')[0])).toEqual(
      expect.arrayContaining(['persona', 'code 0']),
    );
  });
});

test('what was asked for before changes nothing of the text message that brings a code', () => {
  const edition = editionOf('men-2022');
  const ask = (player: Player) => {
    const command = offers(edition, player.world).find(
      (one) => one.type === 'AnswerChallenge' && one.channel === 'sms',
    );
    if (command) player.do(command);
  };
  const [one, other] = [
    sitDown('men-2022', 'ancien-code', 'KMPRTV.7'),
    sitDown('men-2022', 'ancien-code', 'KMPRTV.7'),
  ];
  for (const player of [one, other])
    for (const type of ['GiveAddress', 'SignIn']) {
      const command = offers(edition, player.world).find((it) => it.type === type);
      if (command) player.do(command);
    }
  other.do({ type: 'RequestPasswordReset', address: other.world.persona.address });
  for (const player of [one, other]) {
    ask(player);
    ask(player);
  }
  const digits = [...one.met].flatMap(([name, what]) => (name.startsWith('digits') ? [what] : []));
  expect(new Set(digits).size).toBe(2);
  expect(differences(one.met, other.met)).toEqual([]);
});
