import { describe, expect, test } from 'vitest';
import { sources } from '../../../src/lib/content.ts';
import { currentEdition, requireSituation, situations } from '../../../src/lib/current.ts';
import { rehearsalsOf, situationOfIncident, stuckHelper } from '../../../src/lib/stuck.ts';
import {
  incidentNames,
  messageBlanks,
  messageParts,
  situationSchema,
} from '../../../src/schemas/situation.ts';
import { answersOf } from '../../../src/schemas/stuck.ts';
import { breachesOf } from '../../support/forbidden-2026.ts';
import { bodyOf, runsOf, sentencesOf } from './situation-texts.ts';

describe.each(situations())('$slug', (situation) => {
  const present = [
    situation.title,
    situation.choice,
    situation.reassurance,
    ...situation.now.flatMap((gesture) => [gesture.do, gesture.detail ?? '']),
    ...situation.tonight,
    ...situation.tomorrow,
    situation.message.to,
    situation.message.subject,
    situation.message.body,
    ...situation.known.map(({ text }) => text),
    ...situation.unknown.map(({ text }) => text),
  ];
  test('says nothing forbidden today, under its front matter either', () => {
    expect(breachesOf(bodyOf(situation.slug))).toEqual([]);
    for (const words of present) expect(breachesOf(words), words).toEqual([]);
  });
  test('says nothing with a midpoint', () => {
    for (const words of present) expect(words).not.toMatch(/\p{L}·\p{L}/u);
  });
  test('its message asks for name, school and phone, and for nothing secret', () => {
    const blanks = messageParts(situation.message.body).flatMap((part) =>
      'blank' in part ? [part.blank] : [],
    );
    expect(blanks).toEqual([...messageBlanks]);
  });
  test('is complete: one reassuring sentence, three gestures at most, and something in every part', () => {
    expect(situation.reassurance.match(/[.!?](?=\s|$)/gu)).toEqual(['.']);
    expect(situation.now.length).toBeLessThanOrEqual(3);
    for (const part of [
      situation.now,
      situation.tonight,
      situation.tomorrow,
      situation.known,
      situation.unknown,
      situation.formerly,
      rehearsalsOf(situation),
    ])
      expect(part.length).toBeGreaterThan(0);
    expect(situation.exercise).not.toBe('');
  });
  test('shows the help of the year as soon as somebody fills it in', () =>
    expect(situation.values).toContain('aide'));
  test('its past names sources that exist', () => {
    const known = sources().map(({ id }) => id);
    for (const line of situation.formerly) expect(known).toContain(line.source);
  });
});

describe('the set', () => {
  test('sixteen situations, in the order in which a voter may meet them', () => {
    const slugs = situations().map(({ slug }) => slug);
    expect(slugs).toEqual([
      'jamais-ouvert-ma-messagerie',
      'pas-de-numen',
      'boite-pleine',
      'lien-mort',
      'mot-de-passe-perdu',
      'captcha-illisible',
      'lettre-jamais-recue',
      'code-perdu',
      'nouveau-code-absent',
      'portail-en-panne',
      'pas-sur-la-liste',
      'scrutin-manquant',
      'ai-je-vote',
      'message-suspect',
      'navigateur-d-une-appli',
      'besoin-d-aide',
    ]);
    expect(new Set(situations().map(({ order }) => order)).size).toBe(slugs.length);
  });
  test('six of them stand on the home page', () => {
    expect(situations().filter(({ home }) => home)).toHaveLength(6);
  });
  test('a link that does not work is rehearsed too old, and already used', () => {
    const titles = rehearsalsOf(requireSituation('lien-mort')).map(({ title }) => title);
    expect(titles).toEqual(expect.arrayContaining(['Le lien périmé', 'Le lien déjà utilisé']));
  });
  test('milestones lead to situations that exist', () => {
    const slugs = situations().map(({ slug }) => slug);
    for (const { situation } of currentEdition().milestones)
      if (situation !== null) expect(slugs).toContain(situation);
  });
  test('the questions lead to every situation, in two answers at most', () => {
    const led = new Set(answersOf(stuckHelper()).map(({ page }) => page));
    expect([...led].sort()).toEqual(
      situations()
        .map(({ slug }) => slug)
        .sort(),
    );
  });
  test('every incident of an exercise has its page, and one only', () => {
    const answered = situations().flatMap(({ incidents }) => incidents);
    expect([...answered].sort()).toEqual(Object.values(incidentNames).sort());
    for (const kind of answered) expect(situationOfIncident(kind)).toMatch(/#maintenant$/u);
  });
  test('a page offers the exercises in which its trouble happens', () => {
    expect(rehearsalsOf(requireSituation('boite-pleine')).map(({ path }) => path)).toContainEqual(
      expect.stringMatching(/^\/simulateur\/#1\.e4\./u),
    );
  });
  test('an incident nobody knows is refused in French', () => {
    const file = situationSchema('essai').safeParse({ incidents: ['gel'] });
    expect(JSON.stringify(file.error?.issues)).toMatch(/« gel » n’est pas un incident/u);
  });
  test('no two pages share a sentence, nor ten words in a row', () => {
    const seen = new Map<string, string>();
    const shared: string[] = [];
    for (const situation of situations()) {
      const own = new Set([...sentencesOf(situation), ...runsOf(situation)]);
      for (const words of own) {
        const other = seen.get(words);
        if (other !== undefined) shared.push(`${other} and ${situation.slug}: ${words}`);
        seen.set(words, situation.slug);
      }
    }
    expect(shared).toEqual([]);
  });
  test('a secret may not become a blank of a message', () => {
    const body = situationSchema('essai').safeParse({ message: { texte: 'Mon NUMEN : {numen}' } });
    expect(JSON.stringify(body.error?.issues)).toMatch(/jamais de secret/u);
  });
});
