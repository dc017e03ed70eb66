import { describe, expect, test } from 'vitest';
import { sources } from '../../../src/lib/content.ts';
import { currentEdition, situations } from '../../../src/lib/current.ts';
import { messageBlanks, messageParts, situationSchema } from '../../../src/schemas/situation.ts';
import { breachesOf } from '../../support/forbidden-2026.ts';

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
  test('says nothing forbidden today', () => {
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
  test('its past names sources that exist', () => {
    const known = sources().map(({ id }) => id);
    for (const line of situation.formerly) expect(known).toContain(line.source);
  });
});

describe('the set', () => {
  test('six situations, each with its own place', () => {
    const slugs = situations().map(({ slug }) => slug);
    expect(slugs.slice(0, 6)).toEqual([
      'jamais-ouvert-ma-messagerie',
      'pas-de-numen',
      'lettre-jamais-recue',
      'code-perdu',
      'ai-je-vote',
      'message-suspect',
    ]);
    expect(new Set(situations().map(({ order }) => order)).size).toBe(slugs.length);
  });
  test('milestones lead to situations that exist', () => {
    const slugs = situations().map(({ slug }) => slug);
    for (const { situation } of currentEdition().milestones)
      if (situation !== null) expect(slugs).toContain(situation);
  });
  test('a secret may not become a blank of a message', () => {
    const body = situationSchema('essai').safeParse({ message: { texte: 'Mon NUMEN : {numen}' } });
    expect(JSON.stringify(body.error?.issues)).toMatch(/jamais de secret/u);
  });
});
