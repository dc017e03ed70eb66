// Each field of each form of each election takes whatever people type and paste, and says so at its field.
import { describe, expect, test } from 'vitest';
import { decide } from '../../../../src/simulator/core/decide.ts';
import type { EventType, World } from '../../../../src/simulator/core/portal.ts';
import { editions } from '../../../support/scenario.ts';
import { columnOf, expected, outcomeOf, typedOf } from './expected.ts';
import { formsOf, send, type Form } from './forms.ts';
import { columns, oneOfEach, values, type Value } from './values.ts';

/** What a portal remembers of an attempt; the time that passes is not its doing. */
const remembered: readonly EventType[] = [
  'CaptchaShown',
  'PasswordMistaken',
  'LockedOut',
  'CodeMistaken',
  'BoothLocked',
];

/** The events of the answer itself, without those of the time that the gesture took. */
function answered({ edition, sends }: Form, world: World, events: readonly { type: EventType }[]) {
  const until = world.now + (edition.costs[sends] ?? 0);
  const passed = decide(edition, world, { type: 'PassTime', until }).events.length;
  return events.slice(passed).map(({ type }) => type);
}

/** The answer to these bad values, compared: an empty list, or what is wrong with it, as sentences. */
function faults(form: Form, bad: Readonly<Record<string, Value>>): readonly string[] {
  const typed = typedOf(form, bad);
  const { decision, command } = send(form, typed);
  const told = decision.refusals.map(({ word, field }) => (field ? `${word}@${field}` : word));
  const wanted = expected(form, bad);
  const name = Object.entries(bad)
    .map(([field, value]) => `${field}: ${value.name}`)
    .join(', ');
  const found: string[] = [];
  if ([...told].sort().join() !== wanted.join())
    found.push(`${name} → ${told.join() || 'accepted'}, not ${wanted.join() || 'accepted'}`);
  const events = answered(form, form.world, decision.events);
  if (told.length > 0 && events.some((type) => !remembered.includes(type)))
    found.push(`${name} → refused, and yet ${events.join()}`);
  const written = JSON.stringify(decision);
  for (const [field, value] of Object.entries(bad)) {
    const text = value.of(form.right[field] ?? '').trim();
    // A sign or two stand in any word.
    if (text.length > 3 && written.includes(JSON.stringify(text).slice(1, -1)))
      found.push(`${name} → what was typed is written down`);
    const given = Object.entries(command).filter(([key]) => key === field);
    const sealed = columnOf(form, field)?.includes('password') === true;
    if (
      sealed &&
      text.length > 3 &&
      JSON.stringify(given).includes(JSON.stringify(text).slice(1, -1))
    )
      found.push(`${name} → the password itself goes to the portal`);
  }
  return found;
}

const applying = (form: Form, field: string): readonly Value[] => {
  const column = columnOf(form, field);
  return column === null ? [] : values.filter(({ only }) => !only || only.includes(column));
};

/** A well-formed answer that is not the right one, as far as the field can tell the two apart. */
function wrongFor(form: Form, field: string): Value {
  const column = columnOf(form, field);
  return (
    applying(form, field).find((value) => column && outcomeOf(value, column) === 'wrong') ??
    oneOfEach.malformed
  );
}

function representatives(form: Form, field: string): readonly Value[] {
  return [oneOfEach.empty, oneOfEach.malformed, oneOfEach.real, wrongFor(form, field)];
}

describe.each(Object.values(editions).map((edition) => [edition.id, edition] as const))(
  '%s',
  (_id, edition) => {
    const forms = formsOf(edition);
    describe.each(forms.map((form) => [form.name, form] as const))('%s', (_name, form) => {
      const fields = Object.keys(form.right);
      const asked = fields.filter((field) => columnOf(form, field) !== null);

      test('is accepted with right answers', () => {
        expect(send(form, form.right).decision.refusals).toEqual([]);
      });

      for (const field of asked)
        test(`answers each bad value of « ${field} » at its field`, () => {
          const found = applying(form, field).flatMap((value) => faults(form, { [field]: value }));
          expect(found).toEqual([]);
        });

      test('with two fields wrong, answers the first stage that fails, whole', () => {
        const found = asked.flatMap((one, n) =>
          asked
            .slice(n + 1)
            .flatMap((other) =>
              representatives(form, one).flatMap((bad) =>
                representatives(form, other).flatMap((worse) =>
                  faults(form, { [one]: bad, [other]: worse }),
                ),
              ),
            ),
        );
        expect(found).toEqual([]);
      });

      test('with every field wrong, too', () => {
        const rounds = [0, 1, 2, 3];
        const alike = rounds.map((n) =>
          Object.fromEntries(asked.map((field) => [field, representatives(form, field)[n]])),
        );
        const mixed = rounds.map((shift) =>
          Object.fromEntries(
            asked.map((field, n) => [field, representatives(form, field)[(n + shift) % 4]]),
          ),
        );
        const found = [...alike, ...mixed].flatMap((bad) =>
          faults(
            form,
            Object.fromEntries(
              Object.entries(bad).flatMap(([field, value]) => (value ? [[field, value]] : [])),
            ),
          ),
        );
        expect(found).toEqual([]);
      });

      test('never takes the persona’s own data for somebody else’s, in whichever field', () => {
        const { persona } = form.world;
        const { address, numen, birthDate, phone, otherPhone, user } = persona;
        const taken = [address, numen, birthDate, phone, otherPhone, user].flatMap((own) =>
          asked
            .filter((field) =>
              send(form, { ...form.right, [field]: own }).decision.refusals.some(
                ({ word }) => word === 'looks-real',
              ),
            )
            .map((field) => `${field}: ${own}`),
        );
        expect(taken).toEqual([]);
      });

      test('tells nothing of what was typed as long as the door is shut', () => {
        const hostile = typedOf(
          form,
          Object.fromEntries(asked.map((field) => [field, oneOfEach.real])),
        );
        const words = (world: World) =>
          send(form, hostile, world).decision.refusals.map(({ word, field }) => [word, field]);
        if (!form.screen.portal) return;
        expect(words({ ...form.world, down: true })).toEqual([['portal-down', undefined]]);
        const closes = edition.calendar.portal?.closes ?? 0;
        expect(words({ ...form.world, now: closes })).toEqual([['closed', undefined]]);
        if (form.screen.needs !== 'session') return;
        const account = { ...form.world.account, session: null };
        expect(words({ ...form.world, account })).toEqual([['not-signed-in', undefined]]);
      });

      test('is answered at once, however much was pasted', () => {
        const size = 100_000;
        const heaps = [
          '@',
          'a@',
          'a@b.',
          '.',
          '0',
          '06',
          '1/',
          '+',
          ' ',
          '\u200b',
          '30E',
          'é',
          '-',
        ];
        for (const heap of heaps)
          for (const field of asked) {
            const text = heap.repeat(size / heap.length);
            send(form, { ...form.right, [field]: text });
            send(form, { ...form.right, [field]: `${text}!` });
          }
      }, 20_000);
    });

    test('a list takes none but its own choices', () => {
      const lists = forms.filter(({ right }) => 'question' in right);
      for (const form of lists)
        for (const question of ['', '-1', '99', '0.5', 'NaN', 'constructor', '<b>'])
          expect(send(form, { ...form.right, question }).decision.refusals, question).toEqual([
            { word: 'missing-answer', field: 'question' },
          ]);
    });
  },
);

test('every kind of field stands in some form, and every value is tried in some field', () => {
  const forms = Object.values(editions).flatMap((edition) => formsOf(edition));
  const met = new Set(
    forms.flatMap((form) => Object.keys(form.right).map((field) => columnOf(form, field))),
  );
  expect(columns.filter((column) => !met.has(column))).toEqual([]);
  const idle = values.filter(({ only }) => only && !only.some((column) => met.has(column)));
  expect(idle.map(({ name }) => name)).toEqual([]);
});
