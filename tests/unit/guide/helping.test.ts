/** « Aider sans prendre la place »: what helpers are told, and never told. */
import { describe, expect, test } from 'vitest';
import { helpedPath, helping, practiceOf, situationsOf } from '../../../src/lib/helping.ts';
import { messageToConfirm } from '../../../src/lib/guide-pages.ts';
import { messageParts } from '../../../src/schemas/situation.ts';
import { helpingSchema } from '../../../src/schemas/helping.ts';
import { breachesOf } from '../../support/forbidden-2026.ts';

const file = helping();

test('a colleague, a parent, the staff of a school, somebody on the phone', () =>
  expect(file.helped.map(helpedPath)).toEqual([
    '/aider/collegue/',
    '/aider/parent/',
    '/aider/secretariat/',
    '/aider/telephone/',
  ]));

describe('whoever helps', () => {
  const never = file.never.join(' ');
  test.each([
    ['types no password and no code', /Taper, lire ou noter le mot de passe ou le code/u],
    ['holds no letter', /Garder la lettre de vote/u],
    ['votes for nobody', /Voter « à sa place »/u],
    ['keeps no list of who has voted', /liste de qui a voté/u],
    ['says nothing of the lists of candidates', /Parler des listes/u],
  ])('%s', (_, words) => expect(never).toMatch(words));
  test('takes hands and eyes off at the choice', () =>
    expect(file.now.map(({ do: gesture }) => gesture).join(' ')).toMatch(
      /mains et yeux ailleurs/u,
    ));
});

describe.each(file.helped)('$anchor', (helped) => {
  const words = [
    helped.choice,
    helped.title,
    helped.reassurance,
    ...helped.now.flatMap((gesture) => [gesture.do, gesture.detail ?? '']),
    ...helped.never,
    helped.say,
    helped.message.to,
    helped.message.subject,
    helped.message.body,
  ];
  test('says nothing forbidden, and nothing with a midpoint', () => {
    for (const text of words) {
      expect(breachesOf(text), text).toEqual([]);
      expect(text).not.toMatch(/\p{L}·\p{L}/u);
    }
  });
  test('reassures in one sentence', () =>
    expect(helped.reassurance.match(/[.!?](?=\s|$)/gu)).toEqual(['.']));
  test('leads to situations and to an exercise', () => {
    expect(situationsOf(helped).length).toBeGreaterThan(1);
    expect(practiceOf(helped).length).toBeGreaterThan(0);
  });
  test('its message is signed, and asks for no secret', () => {
    const blanks = messageParts(helped.message.body).flatMap((part) =>
      'blank' in part ? [part.blank] : [],
    );
    expect(blanks).toContain('nom');
    expect(helped.message.body).not.toMatch(/(?:donne|envoie|dis)-moi/iu);
  });
});

test('the message about dates to confirm promises nothing', () => {
  const { to, subject, body } = messageToConfirm();
  for (const text of [to, subject, body]) expect(breachesOf(text)).toEqual([]);
  expect(body).toMatch(/services de l’État/u);
});

test('two persons never share an anchor', () => {
  const one = {
    ancre: 'ami',
    choix: 'Un ami',
    titre: 'J’aide un ami',
    rassurer: 'Tout va bien.',
    maintenant: [{ geste: 'Écoutez.' }],
    jamais: ['Taper.'],
    dire: 'Je regarde ailleurs.',
    message: { a_qui: 'lui', objet: 'Vote', texte: 'Bonjour {nom}' },
    situations: ['code-perdu'],
  };
  const whole = (...personnes: readonly object[]) => ({
    dire: 'Je regarde ailleurs.',
    faire: one.maintenant,
    jamais: one.jamais,
    situations: one.situations,
    personnes,
  });
  expect(helpingSchema.safeParse(whole(one)).success).toBe(true);
  expect(JSON.stringify(helpingSchema.safeParse(whole(one, one)).error?.issues)).toMatch(
    /une ancre par personne/u,
  );
});
