/** `npm run story`: an election told in French; a name that does not exist answers one French sentence. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const story = (words: string) =>
  spawnSync(process.execPath, ['src/tools/story.ts', ...words.split(' ')], { encoding: 'utf8' });

test.each([
  ['men-2099', 'Essayez : men-2014, men-2018, men-2022.'],
  ['men-2018 zzz', 'certifie'],
  ['men-2022 toString', 'certifie'],
  ['men-2022 pe constructor', 'parcours-complet'],
  ['men-2018 certifie tempête', 'portail-en-panne'],
  ['men-2014 certifie lettre-perdue-en-mer', 'certificat-inconnu'],
  ['men-2018 certifie parcours-complet --academie=atlantide', 'amiens'],
  ['men-2018 certifie outre-mer --academie=lyon', 'la-reunion'],
  ['men-2018 certifie-caledonie parcours-complet --academie=lyon', 'nouvelle-caledonie'],
])('story -- %s', (words, advice) => {
  const { status, stdout, stderr } = story(words);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  const word = words.split(/[ =]/u).at(-1) ?? '';
  expect(stderr).toContain(`« ${word} » n’a pas d’histoire à raconter`);
  expect(stderr).toContain(advice);
});

test.each([
  ['men-2018 certifie parcours-complet amiens', 'Trois mots au plus'],
  ['men-2018 --ville=amiens', '--academie=caen'],
  ['men-2018 --help', 'men-2018 certifie portail-en-panne'],
  ['men-2018 pe --graine=<b>', 'six lettres'],
])('story -- %s says how to ask', (words, advice) => {
  const { status, stdout, stderr } = story(words);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain(advice);
});

test.each([
  // by the exercise's name, and by the incident's
  [
    'men-2018 certifie portail-en-panne',
    ['Le portail ne répond', '→ Attendre que le portail', 'A voté !'],
  ],
  ['men-2014 pe boite-pleine', ['→ Faire de la place dans la boîte.', 'A voté !']],
  ['men-2018 certifie navigateur-interne', ['→ Sortir de la fenêtre', 'A voté !']],
  [
    'men-2022 aesh mot-de-passe-oublie --academie=grenoble --graine=ACDEFG',
    ['→ Demander un nouveau mot de passe.', 'A voté !'],
  ],
  ['men-2022 certifie scrutin-manquant-trop-tard', ['A voté, moins un scrutin']],
  ['men-2014 pas-sur-la-liste', ['→ Faire corriger la liste électorale.', 'A voté !']],
  ['men-2018 pas-sur-la-liste', ['→ Regarder si vous êtes', 'N’a pas voté : absent de la liste']],
  ['men-2014 certifie dix-sept-heures-01', ['N’a pas voté : le vote est fermé.']],
])('story -- %s', (words, told) => {
  const { status, stdout } = story(words);
  expect(status).toBe(0);
  let from = 0;
  for (const sentence of told) {
    const at = stdout.indexOf(sentence, from);
    expect(at, `${sentence}\n${stdout}`).toBeGreaterThan(-1);
    from = at + 1;
  }
});
