/** What a voter reads on a screen: images, codes, mails, lists, and whose ballots are left. */
import { describe, expect, test } from 'vitest';
import type { CaptchaPlace } from '../../../src/simulator/core/edition.ts';
import type { Mail, World } from '../../../src/simulator/core/portal.ts';
import {
  academyOf,
  captchaText,
  contestsOf,
  currentCode,
  folder,
  hasVoted,
  isListed,
  isMailboxFull,
  linkToken,
  listsOf,
  localOffset,
  oneTimeCodeText,
  periodOf,
  receiptReference,
  remaining,
  textOfMail,
  votingCode,
} from '../../../src/simulator/core/views.ts';
import { begin, editionOf, editions } from '../../support/scenario.ts';

const of2014 = editionOf('men-2014');
const of2018 = editionOf('men-2018');
const world = begin(of2018);
const mail = (id: string, change: Partial<Mail> = {}): Mail => ({
  id,
  kind: 'everyday-1',
  at: 0,
  folder: 'inbox',
  read: false,
  link: null,
  oneTime: null,
  ...change,
});

describe('a distorted image', () => {
  const shown = (id: string, place: CaptchaPlace, nth: number, seed = 'KMPRTV') => {
    const edition = editionOf(id);
    const here = begin(edition, { seed });
    return captchaText(edition, { ...here, captchas: { ...here.captchas, [place]: nth } }, place);
  };
  const series = (id: string, place: CaptchaPlace) => [0, 1, 2, 3].map((n) => shown(id, place, n));

  test('shows the same for ever: a journal that failed on it still does', () => {
    expect(series('men-2014', 'identifier-tool')).toEqual(['RL4yyy', 'Negr6T', 'fLDm3y', '3ddRtr']);
    expect(series('men-2014', 'account')).toEqual(['33096', 'vague craie', '36375', 'plume lune']);
    expect(series('men-2018', 'new-code')).toEqual(['8126', '4740', '8914', '9265']);
    expect(series('men-2022', 'sign-in')).toEqual(['8146', '0310', '8762', '3936']);
  });
  test('is not there where the election asks for none', () => {
    expect(series('men-2018', 'account')).toEqual(['', '', '', '']);
  });
  test('never shows the same word twice, and shows every word in either place', () => {
    const pairs = Array.from({ length: 300 }, (_, n) => shown('men-2014', 'account', n))
      .filter((text) => text.includes(' '))
      .map((text) => text.split(' '));
    expect(pairs.length).toBeGreaterThan(100);
    expect(pairs.every(([one, other]) => one !== other)).toBe(true);
    const words = ['craie', 'lune', 'neige', 'plume', 'prune', 'sable', 'tigre', 'vague'];
    for (const place of [0, 1])
      expect([...new Set(pairs.map((pair) => pair[place]))].sort()).toEqual(words);
    // Any word may follow any other.
    expect(new Set(pairs.map((pair) => pair.join(' '))).size).toBeGreaterThan(45);
  });
});

describe('a code', () => {
  test('is the letter’s, then one more at each request', () => {
    const codes = [0, 1, 2].map((nth) => votingCode(of2018, world, nth));
    expect(codes).toEqual(['DCX6XWUJTDYY', 'U3QAV9JJ7A7K', 'JKXKF3CVT7HQ']);
    expect(currentCode(of2018, world)).toBe(codes[0]);
    const again = { ...world, code: { ...world.code, reissues: 2 } };
    expect(currentCode(of2018, again)).toBe(codes[2]);
  });
  test('is always the same where it is only shown again', () => {
    expect(votingCode(of2014, begin(of2014), 2)).toBe('DCX6XWUJTDYY');
  });
  test('of one use has six digits, others each time', () => {
    expect([1, 2].map((nth) => oneTimeCodeText(world, nth))).toEqual(['695041', '995116']);
  });
});

describe('what stands for show', () => {
  test('a link has a token of its own, by its kind and its number', () => {
    const token = (kind: 'activation' | 'reset', nth: number) =>
      linkToken(world, mail('m1', { link: { kind, nth } }));
    expect(token('activation', 1)).toBe('XGVURGD8JFB7TER2');
    const others = [token('activation', 2), token('reset', 1), token('activation', 1)];
    expect(new Set(others).size).toBe(3);
    expect(linkToken(world, mail('m1'))).toBe('');
  });
  test('a proof has a reference of its own, by its contest', () => {
    expect(receiptReference(world, 'cta.amiens')).toBe('AGQNFE34YV');
    expect(receiptReference(world, 'ctm')).not.toBe('AGQNFE34YV');
  });
});

describe('the mailbox', () => {
  const mails = [mail('m1'), mail('m2', { folder: 'bin' }), mail('m3'), mail('m4')];
  const here: World = { ...world, mailbox: { ...world.mailbox, mails } };

  test('shows the newest mail of a folder first', () => {
    expect(folder(here, 'inbox').map(({ id }) => id)).toEqual(['m4', 'm3', 'm1']);
    expect(folder(here, 'bin').map(({ id }) => id)).toEqual(['m2']);
    expect(folder(here, 'junk')).toEqual([]);
    expect(mails.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'm4']);
  });
  test('is full at its last place, what is in the bin counted', () => {
    const holds = (mailboxCapacity: number) => ({
      ...of2018,
      limits: { ...of2018.limits, mailboxCapacity },
    });
    expect([5, 4, 3].map((places) => isMailboxFull(holds(places), here))).toEqual([
      false,
      true,
      true,
    ]);
  });
  test('has the text of what content/ knows', () => {
    expect(textOfMail(of2018, mail('m1'))).toBe(of2018.mails['everyday-1']);
    expect(textOfMail(of2018, mail('m1', { kind: 'unwritten' }))).toBeUndefined();
  });
});

describe('an academy', () => {
  test('has its own clock, which may change in the autumn', () => {
    const { amiens, 'saint-pierre-et-miquelon': island, 'la-reunion': south } = of2014.academies;
    if (!amiens || !island || !south) throw new Error('2014 has its academies');
    const autumn = Date.parse('2014-10-26T01:00:00Z') / 1000;
    expect([autumn - 1, autumn].map((at) => localOffset(amiens, at))).toEqual([7200, 3600]);
    expect([autumn, autumn + 8 * 86_400].map((at) => localOffset(island, at))).toEqual([
      -7200, -10_800,
    ]);
    expect(localOffset(south, autumn)).toBe(14_400);
    expect(localOffset(south, 0)).toBe(0);
  });
  test('closes a window by its own clock, where the election says so', () => {
    const south = begin(of2014, { academy: 'la-reunion' });
    const here = begin(of2014);
    const closes = (who: World) => periodOf(of2014, who, 'rollCorrection')?.closes ?? 0;
    expect(closes(here) - closes(south)).toBe(3 * 3600);
    expect(periodOf(of2014, south, 'voting')).toEqual(of2014.calendar.voting);
    expect(periodOf(of2018, begin(of2018), 'rollCorrection')).toBeNull();
  });
  test('that the election does not have is a bug', () => {
    const lost = { ...world, setup: { ...world.setup, academy: 'atlantide' } };
    expect(() => academyOf(of2018, lost)).toThrow('unknown academy: atlantide');
  });
});

describe('the ballots of a voter', () => {
  const ids = (contests: readonly { readonly id: string }[]) => contests.map(({ id }) => id);
  const all = ids(world.persona.contests);
  const [first = '', ...others] = all;

  test('are all of them, but for what the roll has forgotten', () => {
    expect(ids(contestsOf(world))).toEqual(all);
    const without = { ...world, hiddenContests: [first] };
    expect(ids(contestsOf(without))).toEqual(others);
    expect(isListed(without)).toBe(true);
    expect(isListed({ ...world, hiddenContests: all })).toBe(false);
  });
  test('remain until they are cast', () => {
    const cast = { ...world, cast: others };
    expect(ids(remaining(cast))).toEqual([first]);
    expect(hasVoted(cast)).toBe(false);
    expect(hasVoted({ ...cast, hiddenContests: [first] })).toBe(true);
    expect(hasVoted({ ...world, cast: all })).toBe(true);
    expect(hasVoted({ ...world, cast: all, hiddenContests: all })).toBe(false);
  });
});

describe('the lists of a contest', () => {
  const names = (contest: string, here = world, edition = of2018) =>
    listsOf(edition, here, contest).map(({ id }) => id);

  test('stand in an order that is the contest’s own, the same for everybody in it', () => {
    expect(names('ctm')).toEqual([
      'premiere-neige',
      'eclaircies',
      'arc-en-ciel',
      'etoile-du-berger',
      'voie-lactee',
      'brume-du-matin',
    ]);
    expect(names('ctm', begin(of2018, { seed: 'ABCDEF', academy: 'la-reunion' }))).toEqual(
      names('ctm'),
    );
    expect(names('capn-certifies')).toEqual([
      'etoile-du-berger',
      'eclaircies',
      'brume-du-matin',
      'premiere-neige',
    ]);
    expect(names('ctm', begin(of2014), of2014)).not.toEqual(names('ctm'));
  });
  test('are four to six, or as many as there are', () => {
    const many = Array.from({ length: 200 }, (_, n) => names(`contest-${n}`).length);
    expect([...new Set(many)].sort()).toEqual([4, 5, 6]);
    const few = { ...of2018, lists: of2018.lists.slice(0, 5) };
    const fewer = Array.from({ length: 200 }, (_, n) => names(`contest-${n}`, world, few).length);
    expect([...new Set(fewer)].sort()).toEqual([4, 5]);
  });
  test.each(Object.values(editions))(
    'each have another place in another contest, in $id',
    (edition) => {
      const firsts = Array.from(
        { length: 200 },
        (_, n) => names(`c-${n}`, begin(edition), edition)[0],
      );
      expect(new Set(firsts).size).toBe(edition.lists.length);
    },
  );
});
