// The pigeon-hole says how this voter's letter comes.
import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ScreenView } from '../../../src/simulator/ui/screen.tsx';
import { begin } from '../../support/scenario.ts';
import { deskOf, twentyTwo } from './support.ts';

const said = (profile: string, academy: string) => {
  const world = { ...begin(twentyTwo, { profile, academy }), screen: 'letterbox' };
  return render(h(ScreenView, { desk: deskOf(twentyTwo, world) }));
};

test('handed over at school, posted to who works in a university or overseas', () => {
  expect(said('certifie', 'amiens')).toContain('Le secrétariat remet les lettres');
  expect(said('itrf-universite', 'amiens')).toContain('Votre lettre vient par la poste');
  expect(said('certifie', 'la-reunion')).toContain('Votre lettre vient par la poste');
});
