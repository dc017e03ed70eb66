/** The elections as data: complete, sourced, small, and never mistaken for the real thing. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { academies, sources } from '../../src/lib/content.ts';
import { situations } from '../../src/lib/current.ts';
import { editionFacts, editionIds, loadCodes, loadEdition } from '../../src/lib/editions.ts';
import {
  forSimulator,
  travelling,
  travellingExercises,
  type Travelling,
} from '../../src/lib/travelling.ts';
import { anchorsOf, hasBody } from '../../src/lib/stuck.ts';
import { eventTypes, goalIds } from '../../src/schemas/recit.ts';
import { refusalWords } from '../../src/simulator/core/refusals.ts';
import { advise } from '../../src/simulator/core/advice.ts';
import { decide } from '../../src/simulator/core/decide.ts';
import type { Edition } from '../../src/simulator/core/edition.ts';
import { evolve } from '../../src/simulator/core/evolve.ts';
import type { Setup } from '../../src/simulator/core/portal.ts';
import { start, worldOf } from '../../src/simulator/core/start.ts';
import { suits } from '../../src/simulator/core/suits.ts';
import { plainLetters } from '../../src/simulator/core/persona.ts';

const known = new Set(sources().map(({ id }) => id));
const anchors = new Map(
  situations().map((situation) => [situation.slug, anchorsOf(situation, hasBody(situation.slug))]),
);

/** Elections whose portal nobody found a picture of: only guides describe it. */
const withoutPicture = new Set(['men-2022']);

/** Paris wall clock → UTC seconds, for the few dates that everyone can check by eye (winter: +1, summer: +2). */
const paris = (iso: string, offset: '+01:00' | '+02:00') => Date.parse(`${iso}${offset}`) / 1000;

/** What stops a careful voter: the last goal, or the page that content/ does not have. */
function playedToTheEnd(edition: Edition, setup: Setup): string {
  let world = worldOf(start(edition, setup));
  for (let gestures = 0; gestures < 200; gestures += 1) {
    const { goal, command, screen } = advise(edition, world);
    if (command === null) return goal;
    if (screen !== null && !(screen in edition.screens)) return `no page ${screen}`;
    const { events, refusals } = decide(edition, world, command);
    world = events.reduce(evolve, world);
    if (!(world.screen in edition.screens)) return `no page ${world.screen}`;
    // A code that came too late is asked for again, a portal that went down is waited for; nothing else is refused
    // to somebody careful.
    const refused = refusals.find(
      ({ word }) => word !== 'one-time-code-expired' && word !== 'portal-down',
    );
    if (refused) return `${command.type} : ${refused.word}`;
  }
  return 'too long';
}

test('the elections of the founding documents can be played, and the one after them', () => {
  expect(editionIds()).toEqual(['men-2014', 'men-2018', 'men-2022']);
});

describe.each(editionIds())('%s', (id) => {
  const edition = loadEdition(id);
  const facts = editionFacts(id);

  test('every date has a source, and every reconstructed one says what it was deduced from', () => {
    for (const [name, period] of Object.entries(facts.periods)) {
      if (period === null || period === 'unknown') continue;
      for (const bound of [period.opens, period.closes]) {
        if (bound.strength === 'reconstructed') expect(bound.derivedFrom, name).not.toHaveLength(0);
        else expect(known, name).toContain(bound.source);
        // An hour chosen for the exercise never poses as one of the sources.
        expect(bound.hour !== null && bound.exerciseHour !== null, name).toBe(false);
      }
    }
  });

  test('every period opens before it closes, inside the life of the portal', () => {
    for (const [name, period] of Object.entries(edition.calendar)) {
      if (!period) continue;
      expect(period.opens, name).toBeLessThan(period.closes);
      expect(period.closes, name).toBeLessThanOrEqual(edition.calendar.portal?.closes ?? 0);
    }
  });

  test('every sentence is there', () => {
    expect(Object.keys(edition.narration).sort()).toEqual([...eventTypes].sort());
    expect(Object.keys(edition.refusals).sort()).toEqual([...refusalWords].sort());
    expect(Object.keys(edition.goals).sort()).toEqual([...goalIds].sort());
  });

  test('every refusal leads to a page and an anchor that exist', () => {
    for (const word of refusalWords) {
      const [page = '', anchor = ''] = edition.refusals[word].situation?.split('#') ?? [];
      expect(anchors.get(page), `${word}: ${page}`).toContain(anchor);
    }
  });

  test('every screen says how well it is known, and from what', () => {
    for (const screen of Object.values(edition.screens)) {
      expect(screen.sources.filter((source) => !known.has(source))).toEqual([]);
      if (screen.mark === 'reconstructed')
        expect(screen.because, screen.id).toMatch(/^Reconstitué/u);
      // Words read in a guide are not a picture of the screen: where no picture was found, the screen says so.
      else if (withoutPicture.has(id))
        expect(screen.because, screen.id).toMatch(/^Documenté .*aucune copie d’écran/u);
      else expect(screen.because, screen.id).toBeNull();
      if (screen.situation) expect([...anchors.keys()], screen.id).toContain(screen.situation);
      if (screen.period) expect(edition.calendar[screen.period], screen.id).not.toBeNull();
      expect(screen.place, screen.id).toMatch(/^page d’exercice/u);
    }
  });

  test('the rules find the screens that their choices ask for', () => {
    const wanted = {
      'password-then-link': ['create-account', 'account-mail-sent', 'account-confirmed'],
      'address-then-link': ['account-mail-sent', 'choose-password'],
      'invitation-link': [
        'account-mail-sent',
        'choose-password',
        'choose-challenge',
        'account-confirmed',
      ],
      'one-page': ['sign-in'],
      'address-then-password': ['sign-in', 'password'],
      'shown-again': ['new-code', 'new-code-shown'],
      sms: ['new-code', 'new-code-sent', 'sms'],
      challenge: ['new-code', 'one-time-code', 'sms', 'new-code-regenerate', 'new-code-shown'],
    } as const;
    const choices = [edition.accountOpening, edition.signInForm, edition.reissue];
    for (const choice of choices)
      for (const screen of wanted[choice]) expect(edition.screens).toHaveProperty(screen);
  });

  test('no real host, sender or password field anywhere', () => {
    const sent = JSON.stringify(forSimulator(edition));
    const hosts = sent.match(/[\w.-]+\.(?:fr|com|org|net|gouv|eu)\b/giu) ?? [];
    expect(hosts).toEqual([]);
    expect(sent).not.toMatch(/https?:|type=.password/iu);
    for (const [address] of sent.matchAll(/[\w.-]+@[\w.-]+/giu))
      expect(address).toMatch(/\.example$/u);
    for (const mail of [...Object.values(edition.mails), edition.sms, edition.letter])
      expect(mail.sender, mail.kind).not.toMatch(/minist|gouv|36001/iu);
  });

  test('what is chosen, sent back or shown once goes together', () => {
    const byChallenge = edition.reissue === 'challenge';
    expect(edition.challenges.length > 0).toBe(byChallenge);
    expect('one-time-code' in edition.mails).toBe(byChallenge);
    // Whoever is invited finds the link in a mail of the opening, and has a screen for the image.
    const invited = edition.openingMails.filter(
      ({ kind }) => edition.mails[kind]?.link === 'activation',
    );
    expect(invited).toHaveLength(edition.accountOpening === 'invitation-link' ? 1 : 0);
    const image = edition.screens['sign-in']?.fields.some((field) => field.id === 'captcha');
    expect(image).toBe(edition.captchas['sign-in'] !== null);
    // A decision that the calendar allows comes by a mail that exists.
    if (edition.calendar.rollCorrection) expect(edition.mails).toHaveProperty('roll-corrected');
    if (edition.calendar.profileUpdate) expect(edition.mails).toHaveProperty('profile-updated');
    for (const kind of ['sms', 'letter'] as const)
      expect(edition[kind].paragraphs.join(' ')).toContain('{code}');
  });

  test('every exercise begins while there is still time to vote', () => {
    expect(edition.exercises).toHaveProperty('parcours-complet');
    for (const exercise of Object.values(edition.exercises))
      expect(exercise.startsAt, exercise.id).toBeLessThan(edition.calendar.voting?.closes ?? 0);
  });

  test('a careful voter comes to the end of every exercise, and never on a page that is missing', () => {
    const wrong: string[] = [];
    for (const exercise of Object.keys(edition.exercises))
      for (const academy of ['amiens', 'la-reunion', 'nouvelle-caledonie'])
        for (const profile of Object.keys(edition.profiles)) {
          if (!suits(edition, { academy, profile, exercise })) continue;
          const setup = { edition: id, academy, profile, exercise, seed: 'KMPRTV' };
          const end = playedToTheEnd(edition, setup);
          const good = exercise === 'portail-sans-correction' ? 'dead-end' : 'done';
          if (end !== good) wrong.push(`${exercise}, ${academy}, ${profile} : ${end}`);
        }
    expect(wrong).toEqual([]);
  });

  test('a mail with an activation link exists, and one to reset', () => {
    const links = Object.values(edition.mails).map(({ link }) => link);
    expect(links.filter((link) => link === 'activation')).toHaveLength(1);
    expect(links.filter((link) => link === 'reset')).toHaveLength(1);
    for (const mail of Object.values(edition.mails)) expect(mail.paragraphs).not.toHaveLength(0);
  });

  test('mails and screens that the data name exist', () => {
    for (const { kind } of edition.openingMails) expect(edition.mails).toHaveProperty(kind);
    for (const exercise of Object.values(edition.exercises))
      for (const incident of exercise.incidents)
        if (incident.kind === 'fake-mail') {
          expect(edition.mails[incident.mail]?.fakeClue).toBeTruthy();
          // The post of an exercise comes after its beginning.
          expect(incident.at).toBeGreaterThan(exercise.startsAt);
        }
    expect(edition.openingMails.length).toBeLessThan(edition.limits.mailboxCapacity);
  });

  test('every profile has its ballots, and says where they were read', () => {
    for (const profile of Object.values(edition.profiles)) {
      expect(profile.sources.filter((source) => !known.has(source))).toEqual([]);
      for (const contest of profile.contests) expect(edition.contests).toHaveProperty(contest);
      for (const academy of profile.academies ?? [])
        expect(edition.academies).toHaveProperty(academy);
    }
  });

  test('invented names make addresses, and no two are the same', () => {
    const locals = edition.personas.map(
      ({ firstName, lastName }) => `${plainLetters(firstName)}.${plainLetters(lastName)}`,
    );
    expect(new Set(locals).size).toBe(edition.personas.length);
    expect(edition.personas.length).toBeGreaterThanOrEqual(30);
    for (const local of locals) expect(local).toMatch(/^[a-z]+\.[a-z-]+$/u);
    expect(edition.lists).toHaveLength(8);
  });

  test('academies are those of that year, with mail hosts that cannot exist', () => {
    const united = (edition.calendar.voting?.opens ?? 0) > paris('2020-01-01T00:00', '+01:00');
    for (const academy of ['caen', 'rouen']) expect(academy in edition.academies).toBe(!united);
    expect('normandie' in edition.academies).toBe(united);
    for (const academy of Object.values(edition.academies)) {
      expect(academy.mailHost).toMatch(/^[a-z0-9-]+\.example$/u);
      expect(academy.offsets.length).toBeGreaterThan(0);
      expect(academy.departments.length).toBeGreaterThan(0);
    }
  });

  test('every id in a link has its code', () => {
    const codes = loadCodes();
    expect(codes.editions).toHaveProperty(id);
    for (const academy of Object.keys(edition.academies))
      expect(codes.academies).toHaveProperty(academy);
    for (const profile of Object.keys(edition.profiles))
      expect(codes.profiles).toHaveProperty(profile);
    for (const exercise of Object.keys(edition.exercises))
      expect(codes.exercises).toHaveProperty(exercise);
  });
});

test('every academy has a code, and codes are for ever', () => {
  const codes = loadCodes();
  expect(Object.keys(codes.academies).sort()).toEqual(
    academies()
      .map(({ id }) => id)
      .sort(),
  );
  // Printed links use these: a change here breaks paper.
  expect(codes.editions).toMatchObject({ 'men-2014': 'e4', 'men-2018': 'e8', 'men-2022': 'e2' });
  expect(codes.academies).toMatchObject({ caen: 'cn', grenoble: 'gr', dijon: 'dj', paris: 'pa' });
  expect(codes.academies).toMatchObject({ amiens: 'am', 'la-reunion': 're', rouen: 'ru' });
});

/**
 * Every profile of the tables of our facts, with its set of ballots and its strength: `played`, or `not found` as such.
 * Where the facts hesitate between two numbers, the set is the exercise's own choice, hence reconstructed.
 */
const profilesOfTheFacts = {
  'men-2014': {
    played: {
      pe: ['two-sources', 'ctm cta capn-pe capd-pe'],
      certifie: ['two-sources', 'ctm cta capn-certifies capa-certifies'],
      stagiaire: ['inferred', 'ctm cta'],
      aesh: ['two-sources', 'ctm cta ccp-aed-aesh'],
      contractuel: ['two-sources', 'ctm cta ccp-enseignement'],
      administratif: ['inferred', 'ctm cta capn-saenes capa-saenes'],
      'prive-2d': ['two-sources', 'ccmmep ccma'],
      'prive-1d': ['two-sources', 'ccmmep ccmd'],
      superieur: ['official', 'capn-certifies capa-certifies'],
      'administratif-superieur': ['official', 'capn-saenes capa-saenes'],
      detache: ['inferred', 'capn-pe capd-pe'],
    },
    // « 3–4, exact list not found »: no two lists to choose between.
    notFound: [
      /Mayotte.+Nouvelle-Calédonie.+Polynésie/u,
      /sous contrat dans l’administration/u,
      /Saint-Pierre/u,
    ],
  },
  'men-2018': {
    played: {
      pe: ['two-sources', 'ctm cta capn-pe capd-pe'],
      certifie: ['two-sources', 'ctm cta capn-certifies capa-certifies'],
      stagiaire: ['inferred', 'ctm cta'],
      aesh: ['two-sources', 'ctm cta ccp-aed-aesh'],
      contractuel: ['two-sources', 'ctm cta ccp-enseignement'],
      administratif: ['inferred', 'ctm cta capn-saenes capa-saenes'],
      'prive-2d': ['two-sources', 'ccmmep ccma'],
      'prive-1d': ['two-sources', 'ccmmep ccmd'],
      superieur: ['single', 'capn-certifies capa-certifies'],
      'detache-aefe': ['reconstructed', 'capn-certifies capa-certifies'],
      'certifie-caledonie': ['inferred', 'ctm ct-local capn-certifies cap-locale'],
    },
    notFound: [/Pacifique.+Mayotte/u, /Saint-Pierre/u],
  },
  'men-2022': {
    played: {
      pe: ['two-sources', 'csa-men csa-a capd'],
      certifie: ['two-sources', 'csa-men csa-a capn-2d capa-2d'],
      stagiaire: ['inferred', 'csa-men csa-a'],
      aesh: ['two-sources', 'csa-men csa-a ccp-aed-aesh'],
      contractuel: ['two-sources', 'csa-men csa-a ccp-enseignement'],
      administratif: ['reconstructed', 'csa-men csa-a capa-saenes'],
      'prive-2d': ['two-sources', 'ccmmep ccma'],
      'prive-1d': ['two-sources', 'ccmmep ccmd'],
      psyen: ['two-sources', 'csa-men csa-a capn-2d capa-2d'],
      cpe: ['two-sources', 'csa-men csa-a capn-2d capa-2d'],
      'personnel-de-direction': ['reconstructed', 'csa-men csa-a capn-direction'],
      'professeur-de-sport': ['inferred', 'csa-mjs csa-a capn-js'],
      'itrf-rectorat': ['reconstructed', 'csa-men csa-a capn-itrf'],
      'itrf-universite': ['reconstructed', 'csa-mesr capn-itrf'],
    },
    notFound: [
      /Nouvelle-Calédonie.+Polynésie.+Wallis-et-Futuna/u,
      /détachement.+AEFE/u,
      /Saint-Pierre/u,
    ],
  },
} as const;

describe.each(Object.entries(profilesOfTheFacts))('%s, profiles against the facts', (id, facts) => {
  const edition = loadEdition(id);
  const listed = Object.values(edition.profiles).filter(({ unlisted }) => unlisted !== true);

  test('each is played with that set and that strength, and no other is', () => {
    const played = listed.map(({ id: profile, strength, contests }) => [
      profile,
      [strength, contests.join(' ')],
    ]);
    expect(Object.fromEntries(played)).toEqual(facts.played);
  });

  test('what nobody found is named, and not played', () => {
    const names = editionFacts(id).unfoundProfiles.map(({ name }) => name);
    expect(names).toHaveLength(facts.notFound.length);
    facts.notFound.forEach((pattern, index) => expect(names[index]).toMatch(pattern));
    for (const { name } of listed) expect(names).not.toContain(name);
  });

  test('where nobody found the local ballots, only national ones are played', () => {
    expect(edition.nationalOnly).toContain('wallis-et-futuna');
    expect(edition.nationalOnly).toContain('saint-pierre-et-miquelon');
    for (const academy of edition.nationalOnly) expect(edition.academies).toHaveProperty(academy);
  });

  test('a set chosen by the exercise says so', () => {
    const { profileNotes } = editionFacts(id);
    for (const { id: profile, strength } of listed)
      if (strength === 'reconstructed')
        expect(profileNotes[profile], profile).toMatch(/exercice (?:en )?prend/u);
  });

  test('« not on the roll » is a profile of its own, with its own exercises', () => {
    const profile = edition.profiles['pas-sur-la-liste'];
    expect(profile).toMatchObject({ unlisted: true, strength: 'reconstructed' });
    const own = Object.values(edition.exercises).filter(({ profiles }) => profiles !== undefined);
    const offered = edition.calendar.rollCorrection !== null;
    expect(own.map((exercise) => exercise.id)).toEqual(
      ['pas-sur-la-liste', 'portail-sans-correction'].slice(offered ? 0 : 1),
    );
    for (const { profiles } of own) expect(profiles).toEqual(['pas-sur-la-liste']);
  });
});

test('a teacher of La Réunion has the same four ballots of 2022 as one of any academy', () => {
  const edition = loadEdition('men-2022');
  const choice = { academy: 'la-reunion', profile: 'certifie', exercise: 'parcours-complet' };
  expect(suits(edition, choice)).toBe(true);
  const { persona } = worldOf(start(edition, { edition: 'men-2022', seed: 'KMPRTV', ...choice }));
  const ids = ['csa-men', 'csa-a.la-reunion', 'capn-2d', 'capa-2d.la-reunion'];
  expect(persona.contests.map(({ id }) => id)).toEqual(ids);
  expect(edition.academies['la-reunion']?.noticeByPost).toBe(true);
});

describe('2014, hour by hour', () => {
  const edition = loadEdition('men-2014');
  const { calendar } = edition;

  test('votes from 27 November 10:00 to 4 December 17:00', () => {
    expect(calendar.voting).toEqual({
      opens: paris('2014-11-27T10:00', '+01:00'),
      closes: paris('2014-12-04T17:00', '+01:00'),
    });
  });
  test('opens accounts until 16:00 and resets passwords until 16:50 on the last day', () => {
    expect(calendar.accountOpening?.closes).toBe(paris('2014-12-04T16:00', '+01:00'));
    expect(calendar.passwordReset?.closes).toBe(paris('2014-12-04T16:50', '+01:00'));
  });
  test('counts the last day of a day without hour', () => {
    expect(calendar.notice?.closes).toBe(paris('2014-11-13T00:00', '+01:00'));
    expect(calendar.profileUpdate?.closes).toBe(paris('2014-11-15T00:00', '+01:00'));
    expect(calendar.roll?.opens).toBe(paris('2014-10-15T00:00', '+02:00'));
  });
  test('corrects the roll until noon by the academy’s own clock', () => {
    const noon = Date.UTC(2014, 9, 27, 12) / 1000;
    const closing = (academy: string) =>
      (edition.academies[academy]?.localPeriods.rollCorrection ?? calendar.rollCorrection)?.closes;
    expect(closing('caen')).toBe(noon - 3600);
    expect(closing('la-reunion')).toBe(noon - 4 * 3600);
    expect(closing('martinique')).toBe(noon + 4 * 3600);
    expect(closing('polynesie-francaise')).toBe(noon + 10 * 3600);
  });
  test('knows when clocks change', () => {
    expect(edition.academies['caen']?.offsets.map(({ seconds }) => seconds)).toEqual([7200, 3600]);
    expect(edition.academies['caen']?.offsets[1]?.from).toBe(paris('2014-10-26T02:00', '+01:00'));
    expect(edition.academies['la-reunion']?.offsets).toHaveLength(1);
  });
});

describe('2018, hour by hour', () => {
  const { calendar, limits, password } = loadEdition('men-2018');

  test('votes from 29 November 10:00 to 6 December 17:00', () => {
    expect(calendar.voting).toEqual({
      opens: paris('2018-11-29T10:00', '+01:00'),
      closes: paris('2018-12-06T17:00', '+01:00'),
    });
  });
  test('shows candidates from 5 November 10:00 and gives new codes from that day to the end', () => {
    expect(calendar.candidates?.opens).toBe(paris('2018-11-05T10:00', '+01:00'));
    expect(calendar.reissue?.opens).toBe(paris('2018-11-05T00:00', '+01:00'));
    expect(calendar.reissue?.closes).toBe(calendar.voting?.closes);
    expect(limits.reissues).toBe(3);
  });
  test('does not offer what nobody knows', () => {
    expect(calendar.profileUpdate).toBeNull();
    expect(calendar.rollCorrection).toBeNull();
  });
  test('asks for 8 to 24 characters', () => {
    expect(password).toMatchObject({ min: 8, max: 24, differsFromAddress: true });
  });
});

describe('2022, hour by hour', () => {
  const edition = loadEdition('men-2022');
  const { calendar, limits, password } = edition;

  test('votes from 1 to 8 December 17:00; the hour of the opening is the exercise’s own', () => {
    expect(calendar.voting).toEqual({
      opens: paris('2022-12-01T10:00', '+01:00'),
      closes: paris('2022-12-08T17:00', '+01:00'),
    });
    const { voting, portal, reissue } = editionFacts('men-2022').periods;
    for (const period of [voting, portal, reissue]) {
      if (period === null || period === 'unknown') throw new Error('a period is lost');
      expect(period.opens.hour).toBeNull();
      expect(period.opens.exerciseHour).not.toBeNull();
    }
  });
  test('invites everybody on 13 October, after the portal has opened', () => {
    const invited = edition.openingMails.find(({ kind }) => kind === 'invitation');
    expect(calendar.portal?.opens).toBe(paris('2022-10-13T09:00', '+02:00'));
    expect(invited?.at).toBe(paris('2022-10-13T09:05', '+02:00'));
  });
  test('the invitation works on the first day and is dead when the whole journey begins', () => {
    const sent = paris('2022-10-13T09:05', '+02:00');
    expect(edition.exercises['premier-jour']?.startsAt).toBe(paris('2022-10-13T09:00', '+02:00'));
    const journey = edition.exercises['parcours-complet'];
    expect(journey?.startsAt).toBe(paris('2022-11-14T09:00', '+01:00'));
    expect(journey?.startsAt).toBeGreaterThan(sent + limits.link);
    expect(journey?.summary).toContain('trop vieille, dans cet exercice');
  });
  test('gives new codes only while the vote is open, without a known limit', () => {
    expect(calendar.reissue).toEqual(calendar.voting);
    expect(limits.reissues).toBeNull();
    expect(limits.oneTimeCode).toBe(120);
  });
  test('a code that lives from its sending sometimes comes too late, and sometimes in time', () => {
    const { incidents, startsAt } = edition.exercises['code-provisoire-expire'] ?? {};
    expect(startsAt).toBe(paris('2022-12-05T09:00', '+01:00'));
    expect(incidents?.map(({ kind }) => kind)).toEqual(['letter-lost', 'one-time-code-short']);
    expect(edition.delays.sms.min).toBeLessThan(limits.oneTimeCode / 2);
    expect(edition.delays.sms.max).toBeGreaterThan(limits.oneTimeCode);
  });
  test('counts the last day of the letters, of the corrections and of the lists', () => {
    expect(calendar.notice?.closes).toBe(paris('2022-11-18T00:00', '+01:00'));
    expect(calendar.rollCorrection?.closes).toBe(paris('2022-11-09T00:00', '+01:00'));
    expect(calendar.candidates?.opens).toBe(paris('2022-11-16T00:00', '+01:00'));
    expect(calendar.profileUpdate).toBeNull();
  });
  test('posts the letter overseas, and what was not handed over elsewhere', () => {
    const posted = Object.values(edition.academies).filter(({ noticeByPost }) => noticeByPost);
    expect(posted.map(({ id }) => id)).toContain('saint-pierre-et-miquelon');
    expect(posted).toHaveLength(9);
    expect(edition.academies['amiens']?.noticeByPost).toBe(false);
    expect(edition.noticeFallback).toBe('post');
    for (const past of ['men-2014', 'men-2018']) {
      const { academies: all, noticeFallback } = loadEdition(past);
      expect(noticeFallback).toBe('none');
      expect(Object.values(all).some(({ noticeByPost }) => noticeByPost)).toBe(false);
    }
  });
  test('asks for twelve signs of four kinds, and an image at every sign-in', () => {
    expect(password).toMatchObject({ min: 12, upper: true, lower: true, digit: true });
    expect(password.special).toBe(true);
    expect(edition.captchas).toMatchObject({ 'sign-in': 'digits', account: null });
  });
  test('has no national commission for primary schools, and no ballot for the départements', () => {
    expect(edition.profiles['pe']?.contests).toEqual(['csa-men', 'csa-a', 'capd']);
    expect(edition.profiles['certifie']?.contests).toHaveLength(4);
  });
});

test('the files of all elections stay small enough for a first visit, which takes them all', () => {
  const sum = (sizes: readonly number[]) => sizes.reduce((all, size) => all + size, 0);
  const weigh = ({ shared, own }: Travelling) => {
    const texts = [shared, ...Object.values(own)].map((part) => JSON.stringify(part));
    return {
      gzip: sum(texts.map((text) => gzipSync(text, { level: 9 }).length)),
      brotli: sum(texts.map((text) => brotliCompressSync(text).length)),
    };
  };
  const rules = weigh(travelling());
  expect(rules.gzip).toBeLessThanOrEqual(40_960);
  expect(rules.brotli).toBeLessThanOrEqual(35_840);
  // 4 KiB, 3.5 KiB with brotli, for each election; what they say alike travels once.
  const exercises = weigh(travellingExercises());
  expect(exercises.gzip).toBeLessThanOrEqual(4_096 * editionIds().length);
  expect(exercises.brotli).toBeLessThanOrEqual(3_584 * editionIds().length);
});
