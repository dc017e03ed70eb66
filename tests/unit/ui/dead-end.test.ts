// When no ballot can be cast any more, the coach says why, and where to read what can still be done.
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Coach } from '../../../src/simulator/ui/coach.tsx';
import type { World } from '../../../src/simulator/core/portal.ts';
import { begin } from '../../support/scenario.ts';
import { deskOf, eighteen, fourteen, twentyTwo } from './support.ts';

const coachIn = (edition: typeof fourteen, world: World) =>
  render(h(Coach, { desk: deskOf(edition, world), level: 'libre' }));

test.each([fourteen, eighteen, twentyTwo])('$id: the vote is closed', (edition) => {
  const closes = edition.calendar.voting?.closes ?? 0;
  const html = coachIn(edition, { ...begin(edition), now: closes });
  expect(html).toContain('le vote est fermé');
  expect(html).toMatch(/href="[^"]*ca-bloque\/portail-en-panne\/#comprendre"/);
});

test('every new code was asked for', () => {
  const world = begin(eighteen);
  const spent = {
    ...world,
    now: eighteen.calendar.voting?.opens ?? 0,
    account: { ...world.account, state: 'active', secret: 'good-1' },
    code: { ...world.code, letter: 'lost', reissues: eighteen.limits.reissues ?? 0 },
  } as const;
  const html = coachIn(eighteen, spent);
  expect(html).toContain('tous les nouveaux codes ont été demandés');
  expect(html).toMatch(/href="[^"]*ca-bloque\/code-perdu\/#maintenant"/);
});

test('as long as there is a way, it has no page of trouble', () => {
  expect(coachIn(eighteen, begin(eighteen))).not.toContain('ca-bloque');
});
