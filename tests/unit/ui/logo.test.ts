import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Logo } from '../../../src/simulator/ui/screens/logo.tsx';
import { begin } from '../../support/scenario.ts';
import { deskOf, eighteen } from './support.ts';

test('no two lists have the same emblem', () => {
  const desk = deskOf(eighteen, begin(eighteen));
  const drawn = eighteen.lists.map((list) => render(h(Logo, { desk, list })));
  expect(new Set(drawn).size).toBe(eighteen.lists.length);
});
