// Every screen is drawn, in the worlds of a whole journey, and none of them holds what the product forbids.
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import { can } from '../../../src/simulator/core/offers.ts';
import type { World } from '../../../src/simulator/core/portal.ts';
import { refusalWords } from '../../../src/simulator/core/refusals.ts';
import { forgottenAlias } from '../../../src/simulator/core/secrets.ts';
import { listsOf, oneTimeCodeText, votingCode } from '../../../src/simulator/core/views.ts';
import { typeset } from '../../../src/simulator/ui/typeset.ts';
import { breachesOf } from '../../../src/tools/policy.ts';
import { computerPages, doorsOf, screenOf } from '../../../src/simulator/ui/registry.ts';
import { newOn, screenOn } from '../../../src/simulator/ui/devices.ts';
import { PersonaCard } from '../../../src/simulator/ui/cards.tsx';
import { ScreenView } from '../../../src/simulator/ui/screen.tsx';
import { goalOf } from '../../../src/simulator/ui/coach.tsx';
import { begin } from '../../support/scenario.ts';
import { deskOf, eighteen, fourteen, journey, oneTimeCodeWorld, twentyTwo } from './support.ts';

describe.each([fourteen, eighteen, twentyTwo])('$id', (edition) => {
  const stops = journey(edition, begin(edition));

  test('the careful voter arrives at the results', () => {
    expect(stops.at(-1)?.world.screen).toBe('results');
  });

  test('every screen is drawn at every step, without password field, style or destination', () => {
    for (const { world } of stops.filter((_, n) => n % 4 === 0))
      for (const screen of Object.keys(edition.screens)) {
        const html = render(h(ScreenView, { desk: deskOf(edition, { ...world, screen }) }));
        expect(html).toContain('titre-ecran');
        expect(breachesOf(html), screen).toEqual([]);
        expect(html).not.toMatch(/https?:|type="password"|\{[a-z_]+\}/);
      }
  });

  test('a screen says how well it is known', () => {
    for (const screen of Object.keys(edition.screens)) {
      const html = render(h(ScreenView, { desk: deskOf(edition, { ...begin(edition), screen }) }));
      expect(html).toMatch(/documenté|reconstitué/);
      expect(html).toMatch(/Sources?\u202f: (?!\.)/);
    }
  });

  test('its sources have names, those of each academy’s mailbox too', () => {
    const sources = [
      ...Object.values(edition.screens).flatMap((screen) => screen.sources),
      ...Object.values(edition.academies).flatMap(({ mailbox }) => mailbox.sources),
    ];
    for (const source of sources) expect(edition.words[`source.${source}`], source).toBeDefined();
  });

  test('a ballot’s markup never says what is chosen, nor that anything is', () => {
    const inBooth = stops.filter(({ world }) => world.screen === 'ballot');
    expect(inBooth.length).toBeGreaterThan(0);
    for (const { world } of inBooth) {
      const html = render(h(ScreenView, { desk: deskOf(edition, world) }));
      expect(html).toContain('Vote blanc');
      expect(html).not.toMatch(/ checked/);
    }
  });

  test('every refusal has its sentence at its field, tied to it', () => {
    const world = { ...begin(edition), screen: 'mail-login' };
    for (const word of refusalWords) {
      const html = render(
        h(ScreenView, { desk: deskOf(edition, world, [{ word, field: 'password' }]) }),
      );
      expect(html).toMatch(/aria-describedby="[^"]*champ-password-refus/);
      expect(html).toMatch(/id="champ-password-refus"/);
    }
  });

  test('the coach always has words', () => {
    for (const { world } of stops) {
      const { says, hint } = goalOf(deskOf(edition, world));
      expect(says).toMatch(/[.:]/);
      expect(says + hint).not.toMatch(/[{}]/);
    }
  });

  test('the computer leads to the mailbox and to the portal, from anywhere', () => {
    for (const { world } of stops) {
      const pages = computerPages(edition, world);
      expect(pages.map(({ name }) => name)).toContain('messagerie');
      expect(pages.map(({ name }) => name)).toContain('espace électeur');
      expect(pages.filter(({ current }) => current).length).toBeLessThanOrEqual(1);
    }
  });

  test('a door never opens the tool of an academy that has none', () => {
    const world = { ...begin(edition, { academy: 'amiens' }), screen: 'mail-help' };
    const screen = screenOf(edition, world);
    if (!screen) throw new Error('no help screen');
    const opened = doorsOf(screen, world, edition).map(({ opens }) => opens);
    expect(opened.includes('identifier-captcha')).toBe(
      edition.academies['amiens']?.mailbox.identifierTool !== 'none',
    );
  });

  test('each device has a first screen, and says what is new', () => {
    const world = begin(edition);
    for (const device of ['computer', 'phone', 'letterbox', 'people', 'calendar'] as const)
      expect(edition.screens[screenOn(edition, world, device, null) ?? '']?.device).toBe(device);
    // A page that has closed since is not tried again.
    expect(screenOn(edition, world, 'computer', 'space')).toBe('mail-login');
    expect(newOn({ ...world, code: { ...world.code, letter: 'sealed' } }, 'letterbox')).toBe(1);
  });
});

describe('in 2022', () => {
  const draw = (world: World) => render(h(ScreenView, { desk: deskOf(twentyTwo, world) }));
  const begun = begin(twentyTwo);

  test('the question is a list to choose from, with invented answers below', () => {
    const html = draw({ ...begun, screen: 'choose-challenge' });
    expect(html).toMatch(/<label for="champ-question">/);
    expect(html.match(/<option/g)).toHaveLength(twentyTwo.challenges.length + 1);
    expect(html).toContain('Réponses inventées');
    expect(html).toContain('jamais une vraie réponse');
  });

  test('the question comes back where a new code is asked, tied to its answer', () => {
    const world = evolve(begun, { type: 'ChallengeChosen', question: 1, secret: 'answer-1' });
    const html = draw({ ...world, screen: 'new-code' });
    expect(html).toContain(typeset(twentyTwo.challenges[1] ?? 'none'));
    expect(html).toMatch(/aria-describedby="[^"]*champ-answer-question/);
    expect(html.match(/class="go"/g)).toHaveLength(2);
  });

  test('a one-time code stands in the message and in the mail', () => {
    const bySms = oneTimeCodeWorld('sms');
    const read = evolve(bySms, { type: 'SmsRead', sms: bySms.code.sms[0]?.id ?? '' });
    expect(draw({ ...read, screen: 'sms' })).toContain(`class="code">${oneTimeCodeText(read, 1)}`);
    const byMail = oneTimeCodeWorld('mail');
    const mail = byMail.mailbox.mails.at(-1)?.id ?? '';
    const open = evolve(byMail, { type: 'MailOpened', mail });
    expect(draw(open)).toContain(`class="code">${oneTimeCodeText(open, 1)}`);
  });

  test('the mail read, the computer leads back to where the one-time code is typed, as long as it is good', () => {
    const portal = (world: World) =>
      computerPages(twentyTwo, world).find(({ name }) => name === 'espace électeur')?.screen;
    const asked = evolve(oneTimeCodeWorld('mail'), { type: 'SignedIn' });
    const reading = { ...asked, screen: 'mail' };
    expect(portal(reading)).toBe('one-time-code');
    const accepted = evolve(reading, { type: 'OneTimeCodeAccepted' });
    expect(portal({ ...accepted, screen: 'inbox' })).toBe('new-code-regenerate');
    const tooLate = { ...reading, now: reading.now + twentyTwo.limits.oneTimeCode };
    expect(portal(tooLate)).toBe('space');
    const regenerated = { type: 'VotingCodeReissued', nth: 1, to: 'screen', due: null } as const;
    expect(portal(evolve(accepted, regenerated))).toBe('space');
  });

  test('a new code is shown once, until it is noted', () => {
    const world = evolve(begun, { type: 'VotingCodeReissued', nth: 1, to: 'screen', due: null });
    expect(world.screen).toBe('new-code-shown');
    expect(draw(world)).toContain(votingCode(twentyTwo, world, 1));
    expect(draw(world)).toContain('Je l’ai noté');
    const noted = evolve(world, { type: 'VotingCodeNoted' });
    expect(draw(noted)).not.toContain('Je l’ai noté');
    const elsewhere = { ...world, screen: 'space' };
    expect(can(twentyTwo, elsewhere, { type: 'Consult', screen: 'new-code-shown' })).toBe(false);
  });

  test('every list is read before any can be chosen', () => {
    const stop = journey(twentyTwo, begun).find(({ world }) => world.screen === 'ballot');
    if (!stop) throw new Error('no ballot');
    const html = draw(stop.world);
    const contest = stop.world.booth.contest ?? '';
    for (const { name } of listsOf(twentyTwo, stop.world, contest)) {
      expect(html).toContain(`<span>${name}</span>`);
      expect(html).not.toMatch(new RegExp(`<button[^>]*>(?:(?!</button>).)*<span>${name}`));
    }
    expect(html.match(/Je veux voter/g)).toHaveLength(1);
    expect(html).not.toContain('Je vote');
  });
});

test('a page of help leads back to the space of whoever is signed in; the last proof to no other ballot', () => {
  const edition = eighteen;
  const [help, receipt] = [edition.screens['help'], edition.screens['receipt']];
  if (!help || !receipt) throw new Error('no such screen');
  const world = begin(edition);
  const signedIn = { ...world, account: { ...world.account, session: { lastSeen: world.now } } };
  const opened = (state: typeof world) => doorsOf(help, state, edition).map(({ opens }) => opens);
  expect(opened(world)).toContain('sign-in');
  expect(opened(signedIn)).toContain('space');
  expect(opened(signedIn)).not.toContain('sign-in');
  const all = world.persona.contests.map(({ id }) => id);
  expect(doorsOf(receipt, world, edition)).toHaveLength(1);
  expect(doorsOf(receipt, { ...world, cast: all }, edition)).toEqual([]);
});

test('the card of the voter says what is forgotten, and what went with the letter', () => {
  const card = (world: World) => render(h(PersonaCard, { desk: deskOf(eighteen, world) }));
  const world = begin(eighteen);
  const forgets = { ...world, account: { ...world.account, secret: forgottenAlias } };
  expect(card(forgets)).toContain('oublié');
  expect(card(forgets)).not.toContain('de mémoire');
  expect(card({ ...world, code: { ...world.code, letter: 'lost' } })).toContain(
    'perdu avec la lettre',
  );
});
