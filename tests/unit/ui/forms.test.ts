import { describe, expect, test } from 'vitest';
import { commandTypes } from '../../../src/simulator/core/portal.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import { captchaPlaceOf, commandOf, mainCommand } from '../../../src/simulator/ui/commands.ts';
import { isNumenAsPassword } from '../../../src/simulator/ui/form.tsx';
import { fillsOf } from '../../../src/simulator/ui/fills.ts';
import { aboveForm, besideField, firstRefused } from '../../../src/simulator/ui/refused.ts';
import { seal } from '../../../src/simulator/ui/text.tsx';
import { begin, editionOf } from '../../support/scenario.ts';
import { deskOf, journey } from './support.ts';

const fourteen = editionOf('men-2014');
const eighteen = editionOf('men-2018');

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
    for (const edition of [fourteen, eighteen]) {
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

describe('« remplir »', () => {
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
  test('is enough to fill every form of the careful voter’s way, images excepted', () => {
    for (const edition of [fourteen, eighteen])
      for (const { world } of journey(edition, begin(edition))) {
        const screen = edition.screens[world.screen];
        const sends = screen ? mainCommand(screen) : null;
        if (!screen || !sends || world.booth.inside) continue;
        const desk = deskOf(edition, world);
        for (const { id } of screen.fields) {
          if (id === 'captcha') continue;
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
  const sms = [{ id: 's1', at: world.now, nth: 1, read: false }];
  const told = { ...world, code: { ...world.code, sms } };
  expect(fillsOf(deskOf(eighteen, told), 'code', 'EnterBooth', {}).why).toContain('SMS');
});
