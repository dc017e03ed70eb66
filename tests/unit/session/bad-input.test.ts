// Whatever is typed, in whichever form: nothing of it is kept, and of what could be real not even a digest.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { realAlias } from '../../../src/simulator/core/checks.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import type { Session } from '../../../src/simulator/session/contract.ts';
import { createSession } from '../../../src/simulator/session/session.ts';
import { commandOf } from '../../../src/simulator/ui/commands.ts';
import { editionOf, editions, setupOf } from '../../support/scenario.ts';
import { formsOf } from '../core/bad-input/forms.ts';
import { strangers } from '../core/bad-input/values.ts';
import { everything } from './device.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

const real = strangers.filter(({ outcome }) => outcome === 'real').map(({ of }) => of(''));

async function begun(edition: Edition): Promise<Session> {
  const session = createSession();
  await session.start(edition, setupOf(edition));
  return session;
}

describe.each(Object.values(editions).map((edition) => [edition.id, edition] as const))(
  'in %s',
  (_id, edition) => {
    test('nothing that was typed in any form is on the device, in the export or in the state', async () => {
      const session = await begun(edition);
      const forms = formsOf(edition);
      for (const step of ['messagerie', 'code'] as const) {
        await session.jumpTo(step);
        for (const { screen, action, sends, right } of forms.filter(
          ({ screen }) => screen.portal === (step === 'code'),
        ))
          for (const { of } of strangers) {
            const world = session.state()?.world;
            if (!world) throw new Error('no exercise');
            const typed = Object.fromEntries(Object.keys(right).map((field) => [field, of('')]));
            const seal = (text: string) => session.seal(text);
            const command = commandOf(sends, typed, { edition, world, screen, action, seal });
            if (command) await session.send(command);
          }
      }
      const kept = [
        await everything(),
        await session.exportJournal(),
        JSON.stringify([session.state()?.world, session.state()?.lines]),
      ];
      const typed = strangers.map(({ of }) => of('').trim()).filter((text) => text.length > 3);
      // Words that our own sentences and objects hold too.
      const telling = typed.filter(
        (text) => !['constructor', '__proto__', 'prenom.nom'].includes(text),
      );
      for (const place of kept)
        expect(telling.filter((text) => place.includes(JSON.stringify(text).slice(1, -1)))).toEqual(
          [],
        );
    }, 60_000);

    test('of a secret that could be real, no digest is kept', async () => {
      const session = await begun(edition);
      const user = session.state()?.world.persona.user ?? '';
      for (const text of real) {
        const password = session.seal(text);
        expect(password.alias, text).toBe(realAlias);
        const { refusals } = await session.send({ type: 'SignInToMailbox', user, password });
        expect(refusals, text).toEqual([{ word: 'looks-real', field: 'password' }]);
      }
      expect(await everything()).toContain('secrets: []');
    });
  },
);

test('spaces and unseen signs around a password are no part of it; those inside are', async () => {
  const session = await begun(editionOf('men-2018'));
  const { alias, length } = session.seal('Tartempion 1789');
  for (const text of [
    ' Tartempion 1789 ',
    '\u200fTartempion\u00a01789\u200b',
    'Tartem\u00adpion 1789',
  ])
    expect(session.seal(text)).toMatchObject({ alias, length });
  expect(session.seal('Tartempion1789').alias).not.toBe(alias);
});

test('a password counts the signs that one sees', async () => {
  const session = await begun(editionOf('men-2018'));
  expect(session.seal('🗳🗳🗳').length).toBe(3);
  expect(session.seal('e\u0301te\u0301')).toMatchObject({ length: 3, special: false });
  expect(session.seal(' \u00a0\u200b').length).toBe(0);
});
