/** What goes wrong in an exercise is answered by a link, on the very page where it is seen. */
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { situationOfIncident } from '../../../src/lib/stuck.ts';
import { incidentNames } from '../../../src/schemas/situation.ts';
import { decide } from '../../../src/simulator/core/decide.ts';
import type { Incident } from '../../../src/simulator/core/edition.ts';
import { captchaText } from '../../../src/simulator/core/views.ts';
import { screenOn, standingIn } from '../../../src/simulator/ui/devices.ts';
import { isElsewhere, troubleOf, troublePages } from '../../../src/simulator/ui/troubles.ts';
import { editionOf } from '../../support/scenario.ts';
import {
  careful,
  inOrder,
  minutes,
  sitDown,
  tries,
  upTo,
  type Play,
  type Player,
} from './player.ts';
import { plays } from './plays.ts';

test('each link is the page and anchor that the situations give', () => {
  for (const kind of Object.values(incidentNames)) {
    // A new code that does not come is a refusal, with its own link.
    if (kind === 'reissue-fails') continue;
    expect(troublePages[kind], kind).toBe(situationOfIncident(kind));
  }
});

/** The page where each trouble is seen, by the exercise whose point it is. */
const moments: Readonly<Record<string, readonly [Incident['kind'], Play]>> = {
  'portail-en-panne': ['portal-down', inOrder(upTo('cast-ballot'), minutes(16))],
  'coupure-apres-confirmation': [
    'cut-after-confirmation',
    careful((_advice, world) => world.screen === 'portal-down'),
  ],
  'courriel-en-retard': ['mail-late', upTo('wait-for-mail')],
  'dans-les-indesirables': ['mail-to-junk', upTo('wait-for-mail')],
  'navigateur-d-une-appli': ['inner-browser', upTo('leave-inner-browser')],
  'certificat-inconnu': [
    'certificate-warning',
    tries(() => ({ type: 'Consult', screen: 'sign-in' })),
  ],
  'logos-manquants': ['logos-missing', upTo('cast-ballot')],
  'code-perdu-j-2': ['letter-lost', () => undefined],
  'lettre-jamais-recue': ['letter-posted', tries(() => ({ type: 'CollectNotice' }))],
  'courriel-suspect': ['fake-mail', (player) => plays['courriel-suspect']?.bad(player)],
};

describe.each(Object.entries(moments))('%s', (exercise, [kind, play]) => {
  test.each(editionIds().filter((id) => exercise in editionOf(id).exercises))('%s', (id) => {
    const player = sitDown(id, exercise);
    play(player);
    const last = exercise === 'lettre-jamais-recue' ? [{ type: 'NoticeMissing' } as const] : [];
    expect(troubleOf(player.world, last), player.world.screen).toBe(kind);
  });
});

test('a mistake of the profile and a missing ballot are answered where they are read', () => {
  for (const [exercise, screen, kind] of [
    ['erreur-au-profil', 'profile', 'profile-mistake'],
    ['scrutin-manquant', 'contests', 'contest-missing'],
  ] as const) {
    const player = sitDown('men-2014', exercise);
    expect(troubleOf({ ...player.world, screen }, [])).toBe(kind);
  }
});

test('somebody who is not on the roll is told where to turn, wherever a ballot or a letter was hoped for', () => {
  const { world } = sitDown('men-2018', 'portail-sans-correction');
  for (const screen of ['contests', 'roll'])
    expect(troubleOf({ ...world, screen }, []), screen).toBe('not-on-roll');
  expect(troubleOf(world, [{ type: 'NoticeMissing' }])).toBe('not-on-roll');
  expect(troublePages['not-on-roll']).toBe('pas-sur-la-liste#maintenant');
});

test('a mail that bounced is told in the inbox until another one enters', () => {
  const player = sitDown('men-2022', 'boite-saturee');
  const full = {
    ...player.world,
    screen: 'inbox',
    mailbox: { ...player.world.mailbox, bounced: true },
  };
  expect(troubleOf(full, [])).toBe('mailbox-full');
  expect(troubleOf({ ...full, mailbox: player.world.mailbox }, [])).toBeNull();
});

test('a code that went to somebody else’s telephone is told on one’s own, one that is on its way is not', () => {
  const asked = (phone: 'phone' | 'otherPhone') => {
    const player = sitDown('men-2018', 'mauvais-numero');
    inOrder(
      upTo('ask-new-code'),
      tries((edition, world) => ({
        type: 'RequestVotingCode',
        phone: world.persona[phone],
        numen: world.persona.numen,
        birthDate: world.persona.birthDate,
        captcha: captchaText(edition, world, 'new-code'),
      })),
      tries(() => ({ type: 'Consult', screen: 'sms' })),
    )(player);
    return player;
  };
  const told = ({ edition, world }: Player) => isElsewhere(edition, world);
  expect(told(asked('otherPhone'))).toBe(true);
  const own = asked('phone');
  expect(told(own)).toBe(false);
  minutes(30)(own);
  expect(told(own)).toBe(false);
  // Where the screen shows the new code, no telephone is waited for.
  const other = sitDown('men-2022', 'ancien-code');
  other.world = { ...other.world, screen: 'sms' };
  expect(other.world.code.reissues).toBe(1);
  expect(told(other)).toBe(false);
});

test('nothing is said where nothing goes wrong', () => {
  const player = sitDown('men-2018', 'parcours-complet');
  careful((_advice, world) => {
    expect(troubleOf(world, [])).toBeNull();
    return false;
  })(player);
  expect(decide(player.edition, player.world, { type: 'PressCapsLock' }).refusals).toEqual([]);
});

test('a portal that is down shows the page that says so, and is found again where it was left', () => {
  const player = sitDown('men-2018', 'portail-en-panne');
  const { edition } = player;
  inOrder(
    upTo('cast-ballot'),
    tries(() => ({ type: 'Consult', screen: 'calendar' })),
    minutes(6),
  )(player);
  expect(player.world.down).toBe(true);
  expect(standingIn(edition, player.world, 'sign-in')).toBe('portal-down');
  expect(standingIn(edition, player.world, 'inbox')).toBe('inbox');
  expect(screenOn(edition, player.world, 'computer', 'ballot')).toBe('portal-down');
  minutes(40)(player);
  expect(player.world.down).toBe(false);
  expect(screenOn(edition, player.world, 'computer', 'portal-down')).toBe('sign-in');
});
