/** What activists send: short enough, neutral, true on the day it is sent, and dated by the calendar alone. */
import { describe, expect, test } from 'vitest';
import { requireAcademy } from '../../../src/lib/content.ts';
import { currentAcademies } from '../../../src/lib/current.ts';
import {
  momentDays,
  momentsToShare,
  nothingLeftFrom,
  originLength,
  sharing,
  sharingRules,
  situationsToShare,
  smsLength,
} from '../../../src/lib/sharing.ts';
import { sharingMoments, sharingSchema } from '../../../src/schemas/sharing.ts';
import {
  countWords,
  isWithin,
  plainSms,
  signature,
  smsCount,
  todays,
  unannounced,
} from '../../../src/scripts/sharing-words.ts';
import { breachesOf } from '../../support/forbidden-2026.ts';
import { filledIn, paris, readByTwo } from './support.ts';

const grenoble = requireAcademy('grenoble');
const noumea = requireAcademy('nouvelle-caledonie');
const everything = (edition = filledIn()) =>
  [grenoble, noumea].flatMap((academy) => [
    ...momentsToShare(academy, edition),
    ...situationsToShare(academy, edition),
  ]);
const wordsOf = ({ sms, medium, email }: ReturnType<typeof everything>[number]) => [
  sms,
  medium,
  email.subject,
  email.body,
];

describe('the messages', () => {
  test('are there for each moment, in three lengths', () => {
    expect(momentsToShare(grenoble).map(({ moment }) => moment)).toEqual([...sharingMoments]);
    for (const ready of everything())
      for (const words of wordsOf(ready)) expect(words.length).toBeGreaterThan(20);
  });

  test('fit in one SMS, link included, for every academy', () => {
    for (const academy of currentAcademies())
      for (const { sms, to } of [...momentsToShare(academy), ...situationsToShare(academy)]) {
        const text = `${sms} ${'h'.repeat(originLength)}${to}`;
        expect(text.length, text).toBeLessThanOrEqual(smsLength);
        expect(smsCount(plainSms(text)), text).toBe(1);
      }
  });

  test('leave no hole, say nothing that nobody may say of this vote, and press nobody', () => {
    for (const words of [
      ...everything().flatMap(wordsOf),
      sharing().foot,
      sharing().after,
      sharing().toConfirm.text,
      ...sharingRules().rules.flatMap(({ rule, detail }) => [rule, detail]),
      sharingRules().scam.answer,
    ]) {
      expect(words).not.toMatch(/[{}]|\p{L}·\p{L}/u);
      expect(breachesOf(words), words).toEqual([]);
    }
    for (const words of everything().flatMap(wordsOf))
      expect(words).not.toMatch(
        /votez|candidat|syndica|\blistes?\b|as-tu voté|avez-vous voté|urgen|dernière chance|votre devoir/iu,
      );
  });

  test('say that the link is not the portal, and that everybody is free', () => {
    expect(sharing().foot).toMatch(/pas au site de vote/u);
    expect(sharing().foot).toMatch(/Chacun vote comme il veut, ou pas/u);
  });

  test('lead to the page of the academy, or of the situation', () => {
    for (const { moment, to } of momentsToShare(grenoble))
      expect(to).toBe(
        moment === 'panne' ? '/ca-bloque/portail-en-panne/' : '/elections/men-2026/grenoble/',
      );
    expect(situationsToShare(grenoble).map(({ to }) => to)).toEqual([
      '/est-ce-mon-election/#contrat-d-etablissement',
      '/est-ce-mon-election/#prive',
      '/ca-bloque/jamais-ouvert-ma-messagerie/',
      '/ca-bloque/code-perdu/',
    ]);
  });

  test('that give a date in the Pacific say that it is to be confirmed', () => {
    for (const { moment, sms, medium, email } of momentsToShare(noumea)) {
      const dated = /\d/u.test(medium);
      expect(/à confirmer/u.test(medium), moment).toBe(dated);
      expect(/à confirmer/u.test(email.body), moment).toBe(dated);
      expect(/à confirmer/u.test(sms), moment).toBe(/\d|dernier jour|aujourd’hui/u.test(sms));
      if (dated) expect(medium, 'the link is announced last').toMatch(/:$/u);
    }
    for (const { medium } of momentsToShare(grenoble)) expect(medium).not.toMatch(/à confirmer/u);
  });
});

describe('the days', () => {
  test('come from the calendar of the vote', () =>
    expect(momentDays(filledIn())).toEqual([
      { moment: 'j-10', day: '2026-11-23' },
      { moment: 'j-3', day: '2026-11-30' },
      { moment: 'ouverture', day: '2026-12-03' },
      { moment: 'lundi', day: '2026-12-07' },
      { moment: 'date-prudente', day: '2026-12-08' },
      { moment: 'dernier-jour', day: '2026-12-10' },
    ]));

  test('follow an extension, in the messages too', () => {
    const longer = filledIn({ prolonge_au: readByTwo('2026-12-11 12:00') });
    expect(momentDays(longer).at(-1)).toEqual({ moment: 'dernier-jour', day: '2026-12-11' });
    const words = everything(longer).flatMap(wordsOf).join(' ');
    expect(words).toContain('vendredi 11 décembre');
    expect(words).toContain('du 3 au 11 décembre 2026');
    expect(words).not.toContain('10 décembre');
  });

  test('where two moments share a day, one message is sent', () => {
    const days = { premier: '2026-12-03', dernier: '2026-12-10' };
    const monday = filledIn({
      jours: {
        ...days,
        preuve: 'officiel',
        source: '2026-dgafp-date',
        releve_le: '2026-11-22',
        a_reverifier_le: '2026-12-01',
      },
      conseil: { au_plus_tard: '2026-12-07', ouest_de_paris: '2026-12-08' },
    });
    expect(momentDays(monday).map(({ moment }) => moment)).toEqual([
      'j-10',
      'j-3',
      'ouverture',
      'date-prudente',
      'dernier-jour',
    ]);
  });

  const sentAt = (wall: string, edition = filledIn()) => {
    const moments = momentsToShare(grenoble, edition);
    const spans = moments.map((one) => one.spans.map(({ from, to }) => `${from}-${to}`).join(' '));
    const at = todays(spans, paris(wall));
    return at === null ? 'nothing' : moments[at]?.moment;
  };
  test.each([
    ['2026-11-20 12:00', 'j-10'],
    ['2026-11-29 23:59', 'j-10'],
    ['2026-11-30 00:00', 'j-3'],
    ['2026-12-02 23:59', 'j-3'],
    ['2026-12-03 00:00', 'ouverture'],
    ['2026-12-06 12:00', 'ouverture'],
    ['2026-12-07 08:00', 'lundi'],
    ['2026-12-08 08:00', 'date-prudente'],
    ['2026-12-09 23:59', 'date-prudente'],
    ['2026-12-10 00:00', 'dernier-jour'],
    ['2026-12-10 23:59', 'dernier-jour'],
    ['2026-12-11 00:00', 'nothing'],
  ])('on %s (Paris) the message is that of « %s »', (wall, moment) =>
    expect(sentAt(wall)).toBe(moment),
  );
  test('once the end is known, nothing is to be sent after it', () => {
    const closed = filledIn({ cloture: readByTwo('2026-12-10 17:00') });
    expect(nothingLeftFrom(closed)).toBe(paris('2026-12-10 17:30'));
    expect(sentAt('2026-12-10 17:29', closed)).toBe('dernier-jour');
    expect(sentAt('2026-12-10 17:30', closed)).toBe('nothing');
  });
});

describe('on the device', () => {
  test('an outage that is announced comes before the day', () =>
    expect(todays(['0-100', '100-200', '120-130 140-150'], 145)).toBe(2));
  test('a moment without a span is never today’s', () => expect(isWithin('', 5)).toBe(false));
  test('a message is signed with what there is', () => {
    expect(signature(' Aude Vizé ', '01')).toBe('Aude Vizé, 01');
    expect(signature('', '01')).toBe('01');
    expect(signature('', ' ')).toBe('');
  });
  test('an SMS holds 160 signs, 70 with a sign like « ç »', () => {
    expect(smsCount('e'.repeat(160))).toBe(1);
    expect(smsCount('e'.repeat(161))).toBe(2);
    expect(smsCount(`ç${'e'.repeat(70)}`)).toBe(2);
    expect(countWords('é'.repeat(12))).toBe('12\u00a0signes, un seul SMS.');
  });
  test('a text whose link goes another way announces nothing', () =>
    expect(unannounced('Que faire, sur cette page\u202f:')).toBe('Que faire, sur cette page.'));
});

describe('an editor is told in French', () => {
  const message = {
    sms: 'Bonjour.',
    moyen: 'Bonjour.',
    courriel: { objet: 'Bonjour', texte: 'Bonjour.' },
  };
  const file = (change: object = {}, moments: readonly string[] = sharingMoments) => ({
    pied: 'Rien.',
    a_confirmer: { sms: 'Rien.', texte: 'Rien.' },
    apres: 'Merci.',
    moments: moments.map((moment, index) => ({
      moment,
      titre: 'T',
      ...message,
      ...(index === 0 ? change : {}),
    })),
    situations: [{ nom: 'un', titre: 'T', vers: '/ca-bloque/code-perdu/', ...message }],
  });
  const said = (value: object) =>
    sharingSchema
      .safeParse(value)
      .error?.issues.map(({ message }) => message)
      .join(' ') ?? 'nothing';
  test('a sound file is accepted', () => expect(said(file())).toBe('nothing'));
  test.each([
    [{ moyen: 'Votez pour nous.' }, /ne presse personne/u],
    [{ moyen: 'Vérifiez que Paul a voté.' }, /qui a voté/u],
    [{ moyen: 'As-tu voté ?' }, /qui a voté/u],
    [{ moyen: 'La liste des candidats est là.' }, /ni de candidats/u],
    [{ moyen: 'Le 10 décembre, fini.' }, /écrit à la main/u],
    [{ moyen: 'Bonjour {numen}.' }, /n’est pas permis/u],
    [{ sms: 'Votre lettre est reçue.' }, /Un SMS de 160 signes/u],
    [{ sms: 'L’aide est là.' }, /Un SMS de 160 signes/u],
  ])('%j', (change, words) => expect(said(file(change))).toMatch(words));
  test('a moment that is missing, or twice there', () => {
    expect(said(file({}, sharingMoments.slice(1)))).toMatch(/Garder les 7 moments/u);
    expect(said(file({}, [...sharingMoments.slice(1), 'panne']))).toMatch(/un moment une fois/u);
  });
});
