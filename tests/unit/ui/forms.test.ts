import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/simulator/core/decide.ts';
import type { ScreenAction } from '../../../src/simulator/core/edition.ts';
import { commandTypes, type World } from '../../../src/simulator/core/portal.ts';
import { oneTimeCodeText } from '../../../src/simulator/core/views.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import { captchaPlaceOf, commandOf, mainCommand } from '../../../src/simulator/ui/commands.ts';
import type { Typed } from '../../../src/simulator/ui/desk-types.ts';
import { forgottenAlias } from '../../../src/simulator/core/secrets.ts';
import { isNumenAsPassword } from '../../../src/simulator/ui/form.tsx';
import { fillsOf } from '../../../src/simulator/ui/fills.ts';
import { aboveForm, besideField, firstRefused } from '../../../src/simulator/ui/refused.ts';
import { seal } from '../../../src/simulator/ui/text.tsx';
import { begin } from '../../support/scenario.ts';
import { deskOf, eighteen, fourteen, journey, oneTimeCodeWorld, twentyTwo } from './support.ts';

function screenOf(edition: typeof fourteen, id: string) {
  const screen = edition.screens[id];
  if (!screen) throw new Error(`no screen ${id}`);
  return screen;
}

describe('a form sends', () => {
  test('what stands in its fields, by their names', () => {
    const world = begin(eighteen);
    const screen = screenOf(eighteen, 'new-code');
    const typed = { phone: ' 0639981234 ', numen: 'x', birthDate: '01/02/1970', captcha: '0308' };
    expect(mainCommand(screen)).toBe('RequestVotingCode');
    expect(captchaPlaceOf(screen)).toBe('new-code');
    expect(
      commandOf('RequestVotingCode', typed, {
        edition: eighteen,
        world,
        screen,
        seal: seal(deskOf(eighteen, world)),
      }),
    ).toEqual({
      type: 'RequestVotingCode',
      phone: '0639981234',
      numen: 'x',
      birthDate: '01/02/1970',
      captcha: '0308',
    });
  });
  test('a password sealed, never its text', () => {
    const world = begin(fourteen);
    const screen = screenOf(fourteen, 'create-account');
    const command = commandOf(
      'OpenAccount',
      { address: 'a', password: 'Noisette-11', confirmation: 'Noisette-12', captcha: 'c' },
      { edition: fourteen, world, screen, seal: seal(deskOf(fourteen, world)) },
    );
    expect(command?.type).toBe('OpenAccount');
    expect(
      command?.type === 'OpenAccount' && command.password.alias === command.confirmation.alias,
    ).toBe(false);
  });
  test('every command or nothing, without a crash, from any screen', () => {
    for (const edition of [fourteen, eighteen, twentyTwo]) {
      const world = begin(edition);
      const sealed = seal(deskOf(edition, world));
      for (const screen of Object.values(edition.screens))
        for (const type of commandTypes) {
          const command = commandOf(type, {}, { edition, world, screen, seal: sealed });
          if (command) expect(command.type).toBe(type);
        }
    }
  });
});

describe('in 2022, a form sends', () => {
  const world = begin(twentyTwo);
  const on = (id: string) => {
    const screen = screenOf(twentyTwo, id);
    return { edition: twentyTwo, world, screen, seal: seal(deskOf(twentyTwo, world)) };
  };

  test('the image with the address, where the page has one', () => {
    expect(captchaPlaceOf(screenOf(twentyTwo, 'sign-in'))).toBe('sign-in');
    expect(captchaPlaceOf(screenOf(eighteen, 'sign-in'))).toBeNull();
    const typed = { address: 'a', captcha: ' 0308 ' };
    const command = { type: 'GiveAddress', address: 'a', captcha: '0308' };
    expect(commandOf('GiveAddress', typed, on('sign-in'))).toEqual(command);
    expect(commandOf('GiveAddress', { address: 'a' }, on('sign-in'))).toMatchObject({
      captcha: '',
    });
  });

  test('the place of the question in the list, and the answer sealed', () => {
    const send = (typed: Typed) => commandOf('ChooseChallenge', typed, on('choose-challenge'));
    expect(send({ question: '0', answer: ' boussole ' })).toMatchObject({
      question: 0,
      answer: { alias: 'typed:boussole' },
    });
    const blank = send({});
    expect(blank).toMatchObject({ question: -1, answer: { length: 0 } });
    // The portal says which one is missing, at its field.
    const choosing: World = { ...world, account: { ...world.account, choosing: 'challenge' } };
    expect(blank && decide(twentyTwo, choosing, blank).refusals).toEqual([
      { word: 'missing-answer', field: 'question' },
      { word: 'missing-answer', field: 'answer' },
    ]);
  });

  test('the way of the one-time code, by the button that was pressed', () => {
    const place = on('new-code');
    const send = (action?: ScreenAction) =>
      commandOf('AnswerChallenge', { answer: 'boussole', numen: 'x' }, { ...place, action });
    const [first, second] = place.screen.actions.filter(({ sends }) => sends === 'AnswerChallenge');
    expect(first?.label).toContain('SMS');
    expect(second?.label).toContain('courriel');
    expect(send()).toMatchObject({ channel: 'sms', numen: 'x' });
    expect(send(first)).toMatchObject({ channel: 'sms' });
    expect(send(second)).toMatchObject({ channel: 'mail' });
  });
});

describe('« remplir »', () => {
  test('proposes answers where one is chosen, and the chosen one where it is asked', () => {
    const world = begin(twentyTwo);
    const before = fillsOf(deskOf(twentyTwo, world), 'answer', 'ChooseChallenge', {}).fills;
    expect(before.length).toBeGreaterThan(0);
    expect(new Set(before.map(({ text }) => text)).size).toBe(before.length);
    expect(fillsOf(deskOf(twentyTwo, world), 'answer', 'AnswerChallenge', {}).why).toBeTruthy();
    const chosen = (secret: string) =>
      deskOf(twentyTwo, evolve(world, { type: 'ChallengeChosen', question: 0, secret }));
    expect(fillsOf(chosen('answer-1'), 'answer', 'AnswerChallenge', {}).fills).toHaveLength(1);
    expect(fillsOf(chosen('p1'), 'answer', 'AnswerChallenge', {}).why).toContain('vous-même');
  });
  test('gives a one-time code once it was read, by message or by mail', () => {
    for (const channel of ['sms', 'mail'] as const) {
      const asked = oneTimeCodeWorld(channel);
      const fills = (world: World) =>
        fillsOf(deskOf(twentyTwo, world), 'code', 'GiveOneTimeCode', {});
      expect(fills(asked).why).toContain('SMS');
      const read = evolve(
        asked,
        channel === 'sms'
          ? { type: 'SmsRead', sms: asked.code.sms[0]?.id ?? '' }
          : { type: 'MailOpened', mail: asked.mailbox.mails.at(-1)?.id ?? '' },
      );
      expect(fills(read).fills[0]?.text).toBe(oneTimeCodeText(read, 1));
      // It is no voting code.
      expect(fillsOf(deskOf(twentyTwo, read), 'code', 'EnterBooth', {}).fills).toEqual([]);
    }
  });

  test('gives the NUMEN and the code only once the voter has them', () => {
    const world = begin(eighteen);
    const before = deskOf(eighteen, world);
    expect(fillsOf(before, 'numen', null, {}).fills).toEqual([]);
    expect(fillsOf(before, 'numen', null, {}).why).toContain('secrétariat');
    expect(fillsOf(before, 'code', 'EnterBooth', {}).why).toContain('lettre');
    const after = deskOf(eighteen, evolve(world, { type: 'NumenGiven', desk: 'secretariat' }));
    expect(fillsOf(after, 'numen', null, {}).fills[0]?.text).toBe(world.persona.numen);
  });
  test('proposes passwords where one is chosen, flawed ones too', () => {
    const desk = deskOf(eighteen, begin(eighteen));
    const { fills } = fillsOf(desk, 'password', 'ChoosePassword', {});
    expect(fills.length).toBeGreaterThan(3);
    expect(
      fillsOf(desk, 'confirmation', 'ChoosePassword', { password: 'abc' }).fills[0]?.text,
    ).toBe('abc');
  });
  test('says that a typed password is in the voter’s memory only', () => {
    const world = begin(eighteen);
    const typed = { ...world, account: { ...world.account, secret: 'typed:mine' } };
    expect(fillsOf(deskOf(eighteen, typed), 'password', 'SignIn', {}).why).toContain('vous-même');
  });
  test('says of what was forgotten that it does not come back, and never the way of another secret', () => {
    const forgets = { ...begin(eighteen).account, secret: forgottenAlias };
    const account = { ...begin(eighteen), account: forgets };
    const { why } = fillsOf(deskOf(eighteen, account), 'password', 'SignIn', {});
    expect(why).toContain('revient pas');
    expect(why).toContain('Mot de passe oublié');
    for (const secret of [forgottenAlias, 'typed:mine']) {
      const chosen = { type: 'ChallengeChosen', question: 0, secret } as const;
      const desk = deskOf(twentyTwo, evolve(begin(twentyTwo), chosen));
      const answer = fillsOf(desk, 'answer', 'AnswerChallenge', {});
      expect(answer.fills).toEqual([]);
      expect(answer.why).toBeTruthy();
      expect(answer.why).not.toContain('mot de passe');
    }
  });
  test('says where a code is that the voter does not have', () => {
    const world = begin(eighteen);
    const why = (code: Partial<World['code']>) =>
      fillsOf(
        deskOf(eighteen, { ...world, code: { ...world.code, ...code } }),
        'code',
        'EnterBooth',
        {},
      ).why;
    expect(why({})).toContain('dans la lettre');
    expect(why({ letter: 'lost' })).toContain('perdu');
    expect(why({ letter: 'lost', reissues: 1 })).toContain('nouveau code');
  });
  test('is enough to fill every form of the careful voter’s way, images and lists excepted', () => {
    for (const edition of [fourteen, eighteen, twentyTwo])
      for (const { world } of journey(edition, begin(edition))) {
        const screen = edition.screens[world.screen];
        const sends = screen ? mainCommand(screen) : null;
        if (!screen || !sends || world.booth.inside) continue;
        const desk = deskOf(edition, world);
        for (const { id } of screen.fields) {
          if (id === 'captcha' || id === 'question') continue;
          const { fills, why } = fillsOf(desk, id, sends, { password: 'x' });
          expect(fills.length > 0 || why !== null, `${screen.id} ${id}`).toBe(true);
        }
      }
  });
});

test('a refusal is said beside its field, or above when the screen has none', () => {
  const screen = screenOf(fourteen, 'create-account');
  const refusals = [
    { word: 'wrong-captcha', field: 'captcha' },
    { word: 'malformed-address', field: 'address' },
    { word: 'link-used', field: 'mail' },
    { word: 'portal-down' },
  ] as const;
  expect(besideField(refusals, 'address').map(({ word }) => word)).toEqual(['malformed-address']);
  expect(aboveForm(refusals, screen).map(({ word }) => word)).toEqual(['link-used', 'portal-down']);
  expect(firstRefused(refusals, screen)).toBe('address');
});

test('a NUMEN typed as the portal’s password is told, in any case; the mailbox takes it', () => {
  const world = begin(eighteen);
  const portal = screenOf(eighteen, 'choose-password');
  const typed = ` ${world.persona.numen.toLowerCase()}`;
  expect(isNumenAsPassword(world, portal, 'password', typed)).toBe(true);
  expect(isNumenAsPassword(world, portal, 'password', 'Noisette-11')).toBe(false);
  expect(isNumenAsPassword(world, screenOf(eighteen, 'mail-login'), 'password', typed)).toBe(false);
});

test('where a message waits unread, the code is said to be in it', () => {
  const world = begin(eighteen);
  const sms = [{ id: 's1', kind: 'voting-code', at: world.now, nth: 1, read: false } as const];
  const told = { ...world, code: { ...world.code, sms } };
  expect(fillsOf(deskOf(eighteen, told), 'code', 'EnterBooth', {}).why).toContain('SMS');
});
