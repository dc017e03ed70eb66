/** The paper of a class: what is printed for a seat is what its desk holds, whatever people do before. */
import { describe, expect, test } from 'vitest';
import { editionIds, loadCodes } from '../../../src/lib/editions.ts';
import { sessionPlays } from '../../../src/lib/trainer.ts';
import { steps } from '../../../src/simulator/core/advice.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import { beginning } from '../../../src/simulator/core/prepare.ts';
import { suits } from '../../../src/simulator/core/suits.ts';
import { oneTimeCodeText, votingCode } from '../../../src/simulator/core/views.ts';
import {
  parseLink,
  printLink,
  seatMax,
  seedOf,
  type StartLink,
} from '../../../src/simulator/links.ts';
import { seatPaper } from '../../../src/simulator/room/pack.ts';
import * as kit from '../../../src/simulator/ui/running.ts';
import { editionOf } from '../../support/scenario.ts';

const tables = loadCodes();
const played = new Set(sessionPlays().map(({ exercise }) => exercise));
const seats = Array.from({ length: seatMax }, (_, n) => n + 1);

const linkOf = (edition: string, exercise = 'parcours-complet'): StartLink => ({
  edition,
  academy: 'grenoble',
  profile: 'certifie',
  exercise,
  seed: 'KMPRTV',
  seat: null,
  step: null,
});

/** The world that the start card opens from the class code and a seat. */
function deskOf(edition: Edition, link: StartLink, seat: number) {
  const read = parseLink(tables, `${printLink(tables, link) ?? ''}.${String(seat)}`);
  if (!read) throw new Error('the class code cannot be read');
  const { academy, profile, exercise } = read;
  return beginning(edition, {
    edition: edition.id,
    academy,
    profile,
    exercise,
    seed: seedOf(read),
  });
}

const textOf = (paper: ReturnType<typeof seatPaper>['letter']) =>
  paper === null
    ? ''
    : [
        paper.sender,
        paper.subject,
        ...paper.lines.map(({ before, code, after }) => `${before}${code ?? ''}${after}`),
      ].join('\n');

describe.each(editionIds())('%s', (id) => {
  const edition = editionOf(id);

  test('each seat holds the person and the code that its desk holds', () => {
    const link = linkOf(id);
    for (const seat of seats) {
      const { persona, ...world } = deskOf(edition, link, seat);
      const paper = seatPaper(kit, edition, link, seat);
      const card = Object.fromEntries(paper.card);
      expect(card['Adresse']).toBe(persona.address);
      expect(card['NUMEN']).toBe(persona.numen);
      expect(card['Date de naissance']).toBe(persona.birthDate);
      expect(card['Portable']).toBe(persona.phone);
      expect(paper.name).toContain(persona.lastName);
      expect(paper.letterCode).toBe(votingCode(edition, { ...world, persona }, 0));
      expect(textOf(paper.letter)).toContain(paper.letterCode);
      expect(textOf(paper.letter)).toContain(persona.lastName);
    }
  });

  test('no two seats share a NUMEN or a code', () => {
    const papers = seats.map((seat) => seatPaper(kit, edition, linkOf(id), seat));
    expect(new Set(papers.map(({ numen }) => numen)).size).toBe(seatMax);
    expect(new Set(papers.map(({ letterCode }) => letterCode)).size).toBe(seatMax);
  });

  test('one printing serves every exercise of a session: same person, same letter', () => {
    const whole = seatPaper(kit, edition, linkOf(id), 7);
    for (const exercise of Object.keys(edition.exercises)) {
      const link = linkOf(id, exercise);
      if (!suits(edition, link)) continue;
      const paper = seatPaper(kit, edition, link, 7);
      // The messages too, for the exercises that /animer/ plays one after the other.
      if (paper.sms && played.has(exercise)) expect(paper.sms, exercise).toEqual(whole.sms);
      expect([paper.name, paper.numen, paper.letterCode, paper.newCodes], exercise).toEqual([
        whole.name,
        whole.numen,
        whole.letterCode,
        whole.newCodes,
      ]);
    }
  });

  test('a letter that the exercise loses is not printed', () => {
    for (const exercise of Object.values(edition.exercises)) {
      const link = linkOf(id, exercise.id);
      if (!suits(edition, link)) continue;
      const isLost =
        exercise.incidents.some(({ kind }) => kind === 'letter-lost') ||
        exercise.already?.includes('LoseNotice') === true;
      expect(seatPaper(kit, edition, link, 1).letter === null, exercise.id).toBe(isLost);
    }
  });

  test('everything says that it is an exercise of the « Portail d’exercice », and leads nowhere', () => {
    const { letter, sms, card } = seatPaper(kit, edition, linkOf(id), 1);
    expect(letter?.sender).toBe('Portail d’exercice');
    expect(textOf(letter)).toContain('ne sert à aucun vrai vote');
    for (const text of [textOf(letter), textOf(sms), ...card.flat()]) {
      expect(text).not.toMatch(/https?:|www\.|\{|\}|undefined/u);
      for (const [address] of text.matchAll(/\S+@\S+/gu)) expect(address).toMatch(/\.example$/u);
    }
  });

  test('the message of the next code is printed, but where the code is shown on the screen', () => {
    const link = linkOf(id);
    const { sms, newCodes } = seatPaper(kit, edition, link, 1);
    const asked = { sms: newCodes[0], challenge: oneTimeCodeText(deskOf(edition, link, 1), 1) };
    if (edition.reissue === 'shown-again') expect(sms).toBeNull();
    else expect(textOf(sms)).toContain(asked[edition.reissue]);
  });

  test('the sheet of answers has the one-time codes, where a new code is earned by one', () => {
    const world = deskOf(edition, linkOf(id), 9);
    const { oneTimeCodes } = seatPaper(kit, edition, linkOf(id), 9);
    const asked = edition.reissue === 'challenge' ? [1, 2, 3] : [];
    expect(oneTimeCodes).toEqual(asked.map((nth) => oneTimeCodeText(world, nth)));
  });

  test('no message is printed where no new code comes', () => {
    for (const { id: exercise, incidents } of Object.values(edition.exercises)) {
      const link = linkOf(id, exercise);
      if (!incidents.some(({ kind }) => kind === 'reissue-fails') || !suits(edition, link))
        continue;
      expect(seatPaper(kit, edition, link, 1).sms, exercise).toBeNull();
    }
  });
});

test('after a new code, the message to hand over is the one that the telephone holds', () => {
  const edition = editionOf('men-2018');
  const { sms, newCodes } = seatPaper(kit, edition, linkOf('men-2018', 'ancien-code'), 3);
  const world = deskOf(edition, linkOf('men-2018', 'ancien-code'), 3);
  const unread = world.code.sms.find(({ read }) => !read);
  expect(textOf(sms)).toContain(newCodes[(unread?.nth ?? world.code.reissues + 1) - 1]);
});

test('a password that the exercise begins with stands on the card, as its desk fills it in', () => {
  const edition = editionOf('men-2022');
  const withAccount = Object.values(edition.exercises).filter(({ already }) =>
    already?.some(
      (line) =>
        typeof line !== 'string' &&
        'upTo' in line &&
        steps.indexOf(line.upTo) > steps.indexOf('compte'),
    ),
  );
  expect(withAccount.length).toBeGreaterThan(3);
  for (const { id } of withAccount) {
    const link = linkOf('men-2022', id);
    if (!suits(edition, link)) continue;
    const { account } = deskOf(edition, link, 2);
    const row = new Map(seatPaper(kit, edition, link, 2).card).get('Mot de passe du portail');
    expect(row !== undefined, id).toBe(account.secret !== null && account.secret !== 'forgotten');
  }
});
