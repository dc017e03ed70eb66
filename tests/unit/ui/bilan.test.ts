/** The bilan as it is read, for every exercise: kind, complete, without a hole, and without a word of what was chosen. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { goalWords } from '../../../src/simulator/core/goals.ts';
import { BilanView, bilanOf } from '../../../src/simulator/ui/bilan.tsx';
import { stepNames } from '../../../src/simulator/ui/cards.tsx';
import { breachesOf } from '../../support/forbidden-2026.ts';
import { editionOf } from '../../support/scenario.ts';
import { journalOf, sitDown, type Player } from '../exercises/player.ts';
import { plays } from '../exercises/plays.ts';
import { deskOf, eighteen } from './support.ts';

/** Words that would judge, or frighten. */
const unkind = /verdict|échou|échec|raté|examen|faute\b|punition|note\s*:|\d+\s*\/\s*\d+/iu;

/** With the spaces of a keyboard. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ');

function said(player: Player, asked = true): string {
  const { edition, world } = player;
  const bilan = bilanOf(edition, journalOf(player));
  if (!bilan) throw new Error('no bilan');
  const html = renderToString(
    h(BilanView, { desk: deskOf(edition, world), bilan, asked, onGoOn: () => undefined }),
  );
  return plain(html.replace(/<[^>]+>/gu, ' ')).replace(/\s+/gu, ' ');
}

function played(id: string, exercise: string, way: 'good' | 'bad'): Player {
  const player = sitDown(id, exercise);
  plays[exercise]?.[way](player);
  return player;
}

describe.each(editionIds())('%s', (id) => {
  const exercises = Object.values(editionOf(id).exercises);
  test.each(exercises.map((one) => [one.id, one] as const))(
    '%s',
    (exercise, { title, debrief }) => {
      const [good, bad] = [said(played(id, exercise, 'good')), said(played(id, exercise, 'bad'))];
      expect(good).toContain('vous y êtes');
      expect(good).not.toContain('Reste :');
      expect(bad).toContain('Reste :');
      expect(bad).toContain('Vous en êtes à cette étape');
      expect(Object.values(stepNames).some((step) => bad.includes(step))).toBe(true);
      for (const text of [good, bad]) {
        expect(text).toContain(plain(title));
        expect(text).toContain(plain(debrief.clue));
        expect(text).not.toMatch(/[{}]|\bundefined\b|\bnull\b/u);
        expect(text).not.toMatch(unkind);
        for (const { name } of editionOf(id).lists) expect(text).not.toContain(name);
      }
    },
  );
});

test('what is said of the coming vote is sure, or mere prudence: no hour, no address, no code, no year', () => {
  for (const [name, text] of Object.entries(eighteen.nowadays)) {
    expect(breachesOf(text), name).toEqual([]);
    expect(text, name).not.toMatch(/\d/u);
  }
});

test('every sentence about the coming vote serves, and every goal', () => {
  const exercises = editionIds().flatMap((id) => Object.values(editionOf(id).exercises));
  const used = new Set(exercises.map(({ debrief }) => debrief.nowadays));
  expect([...used].sort()).toEqual(Object.keys(eighteen.nowadays).sort());
  const asked = new Set(exercises.flatMap(({ goals, recoveries }) => [...goals, ...recoveries]));
  expect([...asked].sort()).toEqual([...goalWords].sort());
});

describe('what went wrong', () => {
  test('is told in the sentence of the refusal, at its step, with how many times', () => {
    const player = played('men-2018', 'mauvais-numero', 'bad');
    expect(said(player)).toContain(
      'À l’étape « le code » : Le nouveau code est parti vers l’autre numéro',
    );
    expect(said(player)).toContain('(3 fois)');
    expect(said(player)).toContain(
      'on ne peut plus voter : tous les nouveaux codes ont été demandés.',
    );
  });
  test('a booth left before confirming says that nothing was sent', () => {
    expect(said(played('men-2022', 'vote-blanc', 'bad'))).toContain('ce bulletin n’est pas parti');
  });
  test('asking for help counts too where an exercise takes it', () => {
    const player = played('men-2018', 'mauvais-numero', 'bad');
    plays['pas-de-mobile-francais']?.good(player);
    expect(said(player)).toContain('une autre issue, qui compte aussi');
    expect(said(player)).toContain('Compte aussi : l’assistance, appelée');
  });
  test('what had happened before the first gesture is nobody’s', () => {
    // A letter lost, a ballot left on its last page, a session that has died.
    for (const exercise of ['code-perdu-j-2', 'presque-vote', 'session-expiree'])
      expect(said(sitDown('men-2018', exercise)), exercise).not.toContain('Ce qui a coincé');
  });
});
