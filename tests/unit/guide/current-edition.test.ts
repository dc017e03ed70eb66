import { describe, expect, test } from 'vitest';
import { isOfficialPortal } from '../../../src/schemas/current-edition.ts';
import { currentEdition } from '../../../src/lib/current.ts';
import { breachesOf } from '../../support/forbidden-2026.ts';
import { filledIn, readByTwo, refusalsOf } from './support.ts';

describe('each value alone', () => {
  test('nothing known is a sound file', () => expect(refusalsOf({})).toEqual([]));
  test('a closing read by one person says so', () => {
    const one = { ...readByTwo('2026-12-10 16:00'), relecteurs: ['AB'] };
    expect(filledIn({ cloture: one }).closes?.readByOne).toBe(true);
    expect(filledIn({ cloture: readByTwo('2026-12-10 16:00') }).closes?.readByOne).toBe(false);
  });
  test('the same initials twice are one reader', () =>
    expect(
      filledIn({ cloture: { ...readByTwo('2026-12-10 16:00'), relecteurs: ['AB', 'AB'] } }).closes
        ?.readByOne,
    ).toBe(true));
  test('a letter may be the place where it was read', () =>
    expect(
      refusalsOf({ cloture: { ...readByTwo('2026-12-10 16:00'), lu_sur: 'lettre de vote' } }),
    ).toEqual([]));
});

describe('what is unknown shrinks as lines are filled in', () => {
  const whatOf = (lines: Readonly<Record<string, unknown>>) =>
    filledIn(lines)
      .unknown.map(({ what }) => what)
      .join(' · ');
  test('hours stay unknown until both are known', () => {
    const opening = { ouverture: readByTwo('2026-12-03 09:00') };
    const closing = { cloture: readByTwo('2026-12-10 16:00') };
    expect(whatOf(opening)).toMatch(/heures/u);
    expect(whatOf({ ...opening, ...closing })).not.toMatch(/Les heures/u);
  });
  test('the portal’s address', () => {
    expect(whatOf({})).toMatch(/adresse du portail/u);
    expect(whatOf({ adresse_du_portail: readByTwo('www.education.gouv.fr/vote') })).not.toMatch(
      /adresse du portail/u,
    );
  });
});

describe('what is refused, in French', () => {
  test.each([
    [
      'a closing before the opening',
      { ouverture: readByTwo('2026-12-10 12:00'), cloture: readByTwo('2026-12-10 10:00') },
      /après l’ouverture/u,
    ],
    ['a closing after the last day', { cloture: readByTwo('2026-12-11 10:00') }, /prolonge_au/u],
    [
      'an opening before the first day',
      { ouverture: readByTwo('2026-12-02 10:00') },
      /jour de vote/u,
    ],
    ['an extension that shortens', { prolonge_au: readByTwo('2026-12-09 10:00') }, /prolongation/u],
    [
      'a day that does not exist',
      { cloture: readByTwo('2026-12-32 10:00') },
      /n’existe pas|Écrire la date/u,
    ],
    [
      'a place that is not official',
      { cloture: { ...readByTwo('2026-12-10 10:00'), lu_sur: 'un-blog.example.org/page' } },
      /page officielle/u,
    ],
    ['a portal elsewhere', { adresse_du_portail: readByTwo('vote.exemple.com') }, /site officiel/u],
  ])('%s', (_, lines, message) => expect(refusalsOf(lines).join(' ')).toMatch(message));
});

describe('the portal’s address', () => {
  test.each(['www.education.gouv.fr/vote', 'education.gouv.fr', 'portail.education.gouv.fr/a/b'])(
    '%s may stand',
    (address) => expect(isOfficialPortal(address)).toBe(true),
  );
  test.each([
    'https://www.education.gouv.fr',
    'education.gouv.fr.exemple.com',
    'faux-education.gouv.fr',
    'education.gouv.fr@exemple.com',
    'education.gouv.fr:8080/vote',
    'EDUCATION.gouv.fr',
    'éducation.gouv.fr',
    '',
  ])('%s is refused', (address) => expect(isOfficialPortal(address)).toBe(false));
});

describe('what the file says', () => {
  const edition = currentEdition();
  const words = [
    ...edition.safe.map(({ text }) => text),
    ...edition.unknown.flatMap(({ what, where }) => [what, where]),
    ...edition.milestones.flatMap(({ title, prepare, status }) => [title, prepare, status]),
  ];
  test.each(words)('nothing forbidden in « %s »', (text) => expect(breachesOf(text)).toEqual([]));
  test('every safe statement has a source, or is advice that says so', () => {
    for (const fact of edition.safe)
      expect(fact.source !== null || /conseil/u.test(fact.text), fact.text).toBe(true);
  });
  test('the five anchors, in the order of the way', () =>
    expect(edition.milestones.map(({ anchor }) => anchor)).toEqual([
      'messagerie',
      'compte',
      'code',
      'vote',
      'preuve',
    ]));
  test('what was needed before says that it is not confirmed', () => {
    for (const step of edition.milestones.slice(0, 3))
      expect(step.status).toMatch(/2014, 2018 et 2022.*non confirmée?s? pour 2026/u);
  });
});
