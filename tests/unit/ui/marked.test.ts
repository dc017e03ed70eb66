// « guidé »: wherever the coach can say what to do, one control of the drawn desk is marked, and using it is the way to the end.
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { editionIds } from '../../../src/lib/editions.ts';
import { advise } from '../../../src/simulator/core/advice.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import type { World } from '../../../src/simulator/core/portal.ts';
import { beginning } from '../../../src/simulator/core/prepare.ts';
import { remaining } from '../../../src/simulator/core/views.ts';
import { Coach, goalOf } from '../../../src/simulator/ui/coach.tsx';
import { mainCommand } from '../../../src/simulator/ui/commands.ts';
import type { Desk, Typed } from '../../../src/simulator/ui/desk-types.ts';
import { Devices } from '../../../src/simulator/ui/devices/bar.tsx';
import { markId, markOf, nextField } from '../../../src/simulator/ui/marked.ts';
import { screenOf } from '../../../src/simulator/ui/registry.ts';
import { ScreenView } from '../../../src/simulator/ui/screen.tsx';
import {
  accountActive,
  after,
  at,
  begin,
  did,
  editionOf,
  inBooth,
  inMailbox,
  letterOpen,
  mailArrives,
  newest,
  signedIn,
  withIncidents,
} from '../../support/scenario.ts';
import { obeyMarks } from './obedient.ts';
import { deskOf, eighteen, fourteen, journey, twentyTwo } from './support.ts';

/** The desk as it is drawn to somebody who is guided. */
function draw(desk: Desk): string {
  const coach = h(Coach, { desk, level: 'guidé' });
  const bar = render(h(Devices, { desk, take: () => undefined }));
  return bar + render(h(ScreenView, { desk, children: coach }));
}

/** The opening tags of what is marked. */
function markedIn(html: string): readonly string[] {
  const tags = html.match(/<\w+[^>]*aria-describedby="[^"]*"[^>]*>/g) ?? [];
  return tags.filter((tag) => new RegExp(`["\\s](${markId}|choisissez)["\\s]`).test(tag));
}

function guided(edition: Edition, world: World): Desk {
  return { ...deskOf(edition, world), mark: markOf(edition, world, null) };
}

/** How it ends: every ballot cast and nothing more to do, or a reason that has a name. */
function endingOf(edition: Edition, from: World): string {
  const world = obeyMarks(edition, from).at(-1)?.world ?? from;
  const { reason, goal } = advise(edition, world);
  return reason ?? (remaining(world).length === 0 ? goal : 'ballots remain');
}

describe.each(editionIds())('%s', (id) => {
  const edition = editionOf(id);

  test.each(Object.keys(edition.profiles))(
    '%s: using what is marked leads to the end',
    (profile) => {
      for (const academy of ['caen', 'amiens', 'nouvelle-caledonie'])
        if (edition.academies[academy]) {
          const world = begin(edition, { profile, academy });
          const { reason } = advise(edition, journey(edition, world).at(-1)?.world ?? world);
          expect(endingOf(edition, world)).toBe(reason ?? 'done');
        }
    },
  );

  test.each(Object.keys(edition.exercises))('%s: the same, whatever goes wrong', (exercise) => {
    const academy = edition.exercises[exercise]?.academies?.[0] ?? 'grenoble';
    const setup = { edition: id, academy, profile: 'certifie', exercise, seed: 'KMPRTV' };
    const world = beginning(edition, setup);
    const { reason } = advise(edition, journey(edition, world).at(-1)?.world ?? world);
    expect(endingOf(edition, world)).toBe(reason ?? 'done');
  });

  test('one control is drawn with the mark, all along the way, and its words once', () => {
    for (const { world, mark } of obeyMarks(edition, begin(edition))) {
      const html = draw({ ...deskOf(edition, world), mark });
      const many = mark ? 1 : 0;
      expect(markedIn(html), `${world.screen} ${JSON.stringify(mark)}`).toHaveLength(many);
      expect(html.split(`id="${markId}"`)).toHaveLength(many + 1);
    }
  });

  test('the same from every other page of the desk', () => {
    const stops = journey(edition, begin(edition));
    for (const { world } of stops.filter((_, n) => n % 7 === 0))
      for (const screen of Object.keys(edition.screens)) {
        const desk = guided(edition, { ...world, screen });
        const where = `${screen} ${JSON.stringify(desk.mark)}`;
        expect(markedIn(draw(desk)), where).toHaveLength(desk.mark ? 1 : 0);
      }
  });

  test('nobody is shown a mark who did not ask for a guide', () => {
    for (const { world } of journey(edition, begin(edition)))
      expect(markedIn(draw(deskOf(edition, world)))).toEqual([]);
  });
});

describe('in a form', () => {
  const world = { ...begin(eighteen), screen: 'new-code', numenKnown: true };
  const screen = screenOf(eighteen, world);
  if (!screen) throw new Error('no form');
  const next = (typed: Typed, desk = deskOf(eighteen, world)) =>
    nextField(desk, screen, mainCommand(screen), typed);

  test('the first empty field comes next, and sending once all are filled in', () => {
    const { phone, numen, birthDate } = world.persona;
    expect(next({})).toBe('phone');
    expect(next({ phone, numen })).toBe('birthDate');
    expect(next({ phone, numen, birthDate, captcha: '0308' })).toBeNull();
  });

  test('a field that was refused comes again, until it is filled in for the voter', () => {
    const { phone, numen, birthDate } = world.persona;
    const typed = { phone, numen: '12', birthDate, captcha: '0308' };
    const refused = deskOf(eighteen, world, [{ word: 'malformed-numen', field: 'numen' }]);
    expect(next(typed, refused)).toBe('numen');
    expect(next({ ...typed, numen }, refused)).toBeNull();
  });

  test('« remplir » is marked, or the field itself where nothing can be filled in', () => {
    const mailbox = { ...begin(eighteen), numenKnown: true };
    expect(markedIn(draw(guided(eighteen, mailbox))).join()).toMatch(/^<button/);
    const tool = { ...begin(fourteen), numenKnown: true, screen: 'identifier-captcha' };
    expect(markedIn(draw(guided(fourteen, tool))).join()).toMatch(/^<input id="champ-captcha"/);
  });

  test('of the invented passwords, one that follows the rule', () => {
    for (const edition of [fourteen, eighteen, twentyTwo]) {
      const stop = journey(edition, begin(edition)).find(
        ({ command }) => command?.type === 'ChoosePassword' || command?.type === 'OpenAccount',
      );
      if (!stop) throw new Error('no password to choose');
      const desk = guided(edition, stop.world);
      const good = desk.session.proposals('account').filter(({ flawed }) => !flawed);
      const screenHere = screenOf(edition, stop.world);
      const address = stop.world.persona.address;
      expect(screenHere && nextField(desk, screenHere, 'ChoosePassword', { address })).toBe(
        'password',
      );
      // The address comes first where it is asked on the same page.
      if (stop.command?.type === 'OpenAccount') continue;
      const [button = ''] = markedIn(draw(desk));
      const text = draw(desk).split(button)[1]?.split('<')[0];
      expect(good.map((one) => one.text)).toContain(text);
    }
  });
});

describe('on a ballot', () => {
  test.each([fourteen, eighteen, twentyTwo])(
    '$id: no list is marked, only that one chooses',
    (edition) => {
      const ballots = journey(edition, begin(edition)).filter(
        ({ world }) => world.screen === 'ballot',
      );
      expect(ballots.length).toBeGreaterThan(0);
      for (const { world } of ballots) {
        const html = draw(guided(edition, world));
        const [tag = ''] = markedIn(html);
        if (edition.ballotFlow === 'read-then-choose')
          expect(html).toContain(`${tag}Je veux voter`);
        else {
          expect(tag).toMatch(/^<fieldset/);
          expect(html).toContain('Choisissez.');
        }
      }
    },
  );
});

describe('off the way', () => {
  test('a mail among the undesirables: its folder, then its line, then its link', () => {
    const edition = withIncidents(eighteen, { kind: 'mail-to-junk' });
    const stops = obeyMarks(edition, begin(edition, { academy: 'amiens' }));
    const names = stops.flatMap(({ world, mark }) =>
      mark && ['inbox', 'junk', 'mail'].includes(world.screen)
        ? [`${world.screen} ${mark.on}`]
        : [],
    );
    expect(names.join(', ')).toContain('inbox folder, junk gesture, mail gesture');
  });

  test('another mail is open: the right one is opened first', () => {
    const world = after(eighteen, begin(eighteen), inMailbox, mailArrives('activation'));
    const id = newest(world);
    const other = world.mailbox.mails.find((mail) => mail.id !== id)?.id ?? '';
    const read = after(
      eighteen,
      world,
      did(() => ({ type: 'OpenMail', mail: id })),
      did(() => ({ type: 'OpenMail', mail: other })),
    );
    expect(markOf(eighteen, read, null)).toMatchObject({ on: 'door', leads: 'inbox' });
    const line = markOf(eighteen, { ...read, screen: 'inbox' }, null);
    expect(line?.name).toBe(JSON.stringify({ type: 'OpenMail', mail: id }));
  });

  test('capitals are unlocked before anything that they would spoil is typed', () => {
    const world = { ...begin(eighteen), capsLock: true, numenKnown: true };
    const desk = guided(eighteen, world);
    expect(desk.mark?.on).toBe('keyboard');
    expect(goalOf(desk).says).toBe('Éteindre les majuscules.');
    expect(guided(eighteen, { ...world, capsLock: false }).mark?.on).toBe('form');
  });

  test('an hour that no other button leads to has its own, on the calendar', () => {
    const closedDesk = after(eighteen, begin(eighteen), at('voting', 'opens', -4 * 3600));
    const desk = guided(eighteen, { ...closedDesk, screen: 'calendar' });
    expect(markedIn(draw(desk))).toHaveLength(1);
    expect(draw(desk)).toMatch(/Jusqu’au [^p<]*08/);
  });

  test('past the closing, nobody is led back into the booth that is shut', () => {
    const contests = (world: World) => world.persona.contests.map(({ id }) => id);
    const inside = after(eighteen, begin(eighteen), accountActive, letterOpen, signedIn, inBooth);
    const voted = { ...inside, cast: contests(inside), screen: 'receipt' };
    const late = { ...voted, now: (eighteen.calendar.voting?.closes ?? 0) + 60 };
    expect(advise(eighteen, voted).goal).toBe('leave-booth');
    expect(endingOf(eighteen, late)).toBe('done');
  });
});
