// What the checker of simulated screens would see, and what it lets pass. The screens themselves: tests/model/exploring.ts.
import { expect, test } from 'vitest';
import { tricksOf } from '../../support/tricks.ts';

test.each([
  '<p>https://portail.example</p>',
  '<p>Tapez www.portail.example</p>',
  '<p>portail.education.gouv.fr</p>',
  '<p>prenom.nom@ac-caen.fr</p>',
  '<p>aide@assistance.vote</p>',
  '<p>🔒 portail.example</p>',
  '<p class="fr-header">République française</p>',
  '<p>Bonjour Mme Quelconque</p>',
  '<input type="password">',
  '<form action="/vote"></form>',
  '<iframe src="/x"></iframe>',
])('sees %s', (html) => {
  expect(tricksOf(html)).not.toEqual([]);
});

test.each([
  '<p>De : Portail d’exercice (ne-pas-repondre@portail.example)</p>',
  '<p>Adresse : electionspro2014.portail.example</p>',
  '<p>Bonjour Mme Croche, M. Peuplu</p>',
  '<form><input type="text" name="numen"></form>',
])('lets pass %s', (html) => {
  expect(tricksOf(html)).toEqual([]);
});
