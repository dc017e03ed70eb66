/** Faults planted in a copy of content/, as an editor would make them: the whole check stops, in French, at file and line. */
import {
  cpSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { fixedPages } from '../../src/lib/site-links.ts';

const home = process.cwd();
let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'isoloir-entier-'));
  cpSync(join(home, 'content'), join(copy, 'content'), { recursive: true });
  writeFileSync(join(copy, 'package.json'), '{}');
  vi.spyOn(process, 'cwd').mockReturnValue(copy);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(copy, { recursive: true, force: true });
});

/** What the check says of the copy as it stands; files are read anew each time. */
async function said(): Promise<string> {
  vi.resetModules();
  const { checkContent } = await import('../../src/lib/check.ts');
  try {
    checkContent();
  } catch (error) {
    if (error instanceof Error && error.name === 'ContentError') return error.message;
    throw error;
  }
  return 'rien';
}

const lineOf = (text: string, part: string): number =>
  text.slice(0, text.indexOf(part)).split('\n').length;

/** In this file, this text (on its line, counted from 1) becomes that one; the message says these words. */
type Fault = readonly [file: string, from: string, to: string, ...words: readonly string[]];

const edition = 'editions/men-2026.yaml';
const states = 'etats/men-2026.yaml';
const lostCode = 'situations/code-perdu.mdx';
/** Shared by the tutorials of 2018: a fault is said where it stands, not where the file is taken in. */
const part2018 = 'tutoriels/men-2018/_suite.mdx';
const whole = 'exercices/parcours-complet.yaml';
const step = '<Etape id="compte-2" titre=';
const source =
  '<Source preuve="deux-sources" de="document-004 2018-snpt" pour="l’adresse du portail" />';

const faults: readonly Fault[] = [
  [edition, "a_reverifier_le: '2026-12-11'", 'a_reverifier_le: 2026-12-32', 'n’existe pas'],
  [
    edition,
    'cloture: inconnu',
    "cloture: { valeur: 2026-12-10 25:00, lu_sur: lettre de vote, lu_le: '2026-11-30' }",
    'Cette date n’existe pas',
  ],
  [edition, 'etapes: inconnu', 'etapes: rien-du-tout', 'content/etapes/rien-du-tout.mdx'],
  [edition, '    source: 2026-r553\n', '', 'Ajouter une ligne « source: »'],
  [edition, 'preuve: deduit', 'preuve: reconstitue', 'rien de reconstitué'],
  [edition, 'situation: ai-je-vote', 'situation: ai-je-votee', 'Écrire plutôt : ai-je-vote'],
  [edition, 'cloture: inconnu', 'cloturre: inconnu', 'Écrire plutôt : cloture'],
  [
    states,
    'gestes: [voter, demander, preuve]',
    'gestes: [voter, demander, preuvve]',
    'Écrire plutôt : preuve',
  ],
  [states, 'vers: /ca-bloque/ai-je-vote/', 'vers: /ca-bloque/ai-je-pas-vote/', 'n’existe pas'],
  [states, "vers: '#aide'", "vers: '#aides'", 'Écrire plutôt : #aide'],
  [lostCode, 'exercice: Perdre', 'exercise: Perdre', 'Écrire plutôt : exercice'],
  [lostCode, '    preuve: officiel\n    source: 2026-r553\n', '    preuve: officiel\n', 'source:'],
  [lostCode, 'edition: men-2014', 'edition: men-2099', 'n’existe pas dans content/editions'],
  [
    lostCode,
    's_exercer: [{ exercice: code-perdu-j-2 }]',
    's_exercer: [{ exercice: code-perdu-j-3 }]',
    '« code-perdu-j-3 »',
  ],
  [
    'situations/jamais-ouvert-ma-messagerie.mdx',
    '](/ca-bloque/pas-de-numen/)',
    '](/ca-bloque/pas-numen/)',
    'Écrire plutôt',
  ],
  ['editions/men-2018-guide.yaml', 'resume:', 'resumee:', 'Écrire plutôt : resume'],
  ['editions/men-2018.yaml', 'le: 2019-01-31', 'le: 2017-01-31', 'finit après son début'],
  [
    'recits/men-2014.yaml',
    'situation: code-perdu#maintenant',
    'situation: code-prdu#maintenant',
    'Écrire plutôt : code-perdu',
  ],
  [
    'recits/men-2014.yaml',
    'code-perdu#maintenant',
    'code-perdu#maintenannt',
    'Écrire plutôt : maintenant',
  ],
  [whole, 'men-2018:', 'men-2019:', 'men-2014, men-2018'],
  [whole, '2018-11-12 09:00', '2031-11-12 09:00', 'quand le portail de men-2018 est fermé'],
  [
    'exercices/courriel-suspect.yaml',
    'modele: fake-ballot',
    'modele: fake-balot',
    '« fake-balot »',
  ],
  [
    'exercices/troisieme-nouveau-code.yaml',
    'revenir_au_portail: 2018-12-03 09:00',
    'revenir_au_portail: 2018-11-12 08:00',
    '« revenir_au_portail: 2018-11-12 08:00 », ligne 8 de « deja », ne se joue pas en men-2018, le lundi 12\u00a0novembre\u00a02018',
    '« cette heure est déjà passée. »',
  ],
  [
    'exercices/presque-vote.yaml',
    'revenir_au_portail: 2014-12-01 09:00',
    'revenir_au_portail: 2014-11-20 09:00',
    '« entrer_dans_l_isoloir », ligne 4 de « deja »',
    'Réponse du portail : « Ce n’est pas encore ouvert',
  ],
  [
    'exercices/lien-perime.yaml',
    '- ouvrir_un_compte',
    '- attendre: courriel',
    '« attendre: courriel », ligne 2 de « deja »',
    'rien ne va arriver',
  ],
  [
    'exercices/lien-perime.yaml',
    '- ouvrir_un_compte',
    '- ouvrir_un_conte',
    'Écrire plutôt : ouvrir_un_compte',
  ],
  [
    'exercices/lien-perime.yaml',
    'revenir_a_la_messagerie: 2014',
    'revenir_a_la_mesagerie: 2014',
    'Écrire plutôt : revenir_a_la_messagerie',
  ],
  [
    'exercices/session-expiree.yaml',
    'attendre: 25 minutes',
    'attendre: un quart d’heure',
    'Écrire une durée (25 minutes)',
  ],
  [
    'exercices/captcha-illisible.yaml',
    'ouvrir_la_page: create-account',
    'ouvrir_la_page: create-acount',
    'Écrire plutôt : create-account',
  ],
  [
    'exercices/lien-deja-utilise.yaml',
    'buts: [connecte]',
    'buts: [conecte]',
    'Écrire plutôt : connecte',
  ],
  [
    'exercices/lien-deja-utilise.yaml',
    'cette_annee: lien',
    'cette_annee: lein',
    '« lein » n’existe pas dans « cette_annee »',
  ],
  [
    'exercices/lien-deja-utilise.yaml',
    'situation: lien-mort#maintenant',
    'situation: lien-mrt#maintenant',
    'Écrire plutôt : lien-mort',
  ],
  [
    'exercices/pas-sur-la-liste.yaml',
    'profils: [pas-sur-la-liste]',
    'profils: [pas-sur-liste]',
    'le profil « pas-sur-liste » n’existe pas',
  ],
  [
    'editions/men-2018.yaml',
    'academies: [nouvelle-caledonie]',
    'academies: [normandie]',
    '« normandie » n’est pas une académie de cette année-là',
  ],
  ['codes.yaml', '  caen: ', '  caenn: ', '« caen » n’a pas de code'],
  ['courriels/men-2018/account-creation.md', '{adresse}', '{adrese}', '« {adrese} »', 'adresse'],
  ['courriels/men-2018/account-creation.md', '{lien}', '{lein}', 'accolades'],
  ['employeurs.yaml', 'a_qui_demander:', 'a_qui_demandr:', 'Écrire plutôt : a_qui_demander'],
  ['aider.yaml', 'dire: Je te', 'dir: Je te', 'Écrire plutôt : dire'],
  [
    'aider.yaml',
    'situations: [besoin-d-aide,',
    'situations: [besoin-daide,',
    'Écrire plutôt : besoin-d-aide',
  ],
  [
    'aider.yaml',
    's_exercer: [{ exercice: courriel-suspect }]',
    's_exercer: [{ exercice: courriel-suspct }]',
    'Écrire plutôt : courriel-suspect',
  ],
  ['memo.yaml', 'situation: code-perdu', 'situation: code-perdue', '« code-perdue »'],
  ['memo.yaml', 'je_l_ai: J’ai reçu', 'je_l_ai: J’ai voté et reçu', 'ne dit jamais'],
  ['animer.yaml', '[presque-vote]', '[parcours-complet]', 'prennent 20 minutes, et elle en a 9'],
  ['animer.yaml', 'vers: /memo/', 'vers: /mémo/', 'n’existe pas'],
  ['a-confirmer.yaml', '{nom}', '{numen}', 'jamais de secret'],
  [
    states,
    '    simple:\n      image: courriel\n',
    '    simple:\n      image: couriel\n',
    'Écrire plutôt : courriel',
  ],
  [
    states,
    'gestes: [voter, demander, preuve]',
    'gestes: [voter, demander_accueil, preuve]',
    'n’a pas de version simplifiée',
  ],
  [
    'sources.yaml',
    'lu_au_plus_tard: 2026-11-22\n',
    'lu_au_plus_tard: 2026-11-22\nnouvelle-page:\n  titre: Page\n  editeur: Ministère\n  nature: officiel\n',
    'Ajouter une ligne « lu_le: »',
  ],
  ['sources.yaml', 'lu_au_plus_tard: 2026-11-22\n', '', 'Remettre la ligne'],
  ['participation.yaml', ', source: 2014-vni }', ' }', 'source:'],
  ['editeur.yaml', 'contact: inconnu', 'contatc: inconnu', 'Écrire plutôt : contact'],
  ['editeur.yaml', 'site: inconnu', 'site: https://exemple.fr/', 'sans https:// ni page'],
  ['editeur.yaml', 'couleur: inconnu', "couleur: '#ffff00'", 'se verrait mal', 'essayer'],
  [part2018, source, source.replace('deux-sources', 'certain'), 'Mots permis : officiel'],
  [part2018, source, source.replace(' de="document-004 2018-snpt"', ''), 'il manque « de »'],
  [
    part2018,
    source,
    source.replace('document-004', 'document-404'),
    'Écrire plutôt : document-004',
  ],
  [part2018, source, source.replace('portail" />', 'portail />'), 'ne se lit pas', 'guillemets'],
  [part2018, step, '<Etap id="compte-2" titre=', 'Écrire plutôt : <Etape>'],
  [part2018, step, '<Etape id="compte-2" titer=', 'Écrire plutôt : titre'],
  [part2018, step, '<Etape id="compte-1" titre=', '« compte-1 » sert deux fois'],
  [part2018, step, '<Etape id="compte-2" exercice="rien-du-tout" titre=', '« rien-du-tout »'],
  [
    part2018,
    step,
    '<Etape id="compte-2" marque="reconstitué" titre=',
    'Écrire plutôt : reconstitue',
  ],
  [part2018, '<Partie id="preuve"', '<Partie id="preuves"', 'Écrire plutôt : preuve'],
  [part2018, 'Un courriel disait', 'Un {courriel} disait', 'accolade'],
];

test('the copy is sound', async () => {
  expect(await said()).toBe('rien');
});

describe('a planted fault stops the check', () => {
  test.each(faults)('%s: « %s » becomes « %s »', async (file, from, to, ...words) => {
    const path = join(copy, 'content', file);
    const sound = readFileSync(path, 'utf8');
    expect(sound, 'this text is no longer in the file').toContain(from);
    writeFileSync(path, sound.replace(from, to));
    try {
      const message = await said();
      expect(message).toMatch(
        new RegExp(`^content/${file.replaceAll('.', '\\.')}, ligne \\d+ : `, 'u'),
      );
      expect(message.split('\n').length).toBeLessThanOrEqual(10);
      expect(message).not.toMatch(/Invalid|expected|Unrecognized|Too (?:big|small)|undefined/u);
      for (const word of words) expect(message).toContain(word);
      if (file === part2018) expect(message).toContain(`ligne ${String(lineOf(sound, from))} :`);
    } finally {
      writeFileSync(path, sound);
    }
  });

  test.each([
    ['editions/men-2027.yaml', 'personne ne lit ce fichier'],
    ['situation/x.yaml', 'content/situations'],
    ['situations/x.yaml', 'personne ne lit ce fichier'],
    ['academies/x.yml', 'personne ne lit ce fichier'],
  ])('%s, which nobody reads', async (file, word) => {
    const path = join(copy, 'content', file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'nom: rien\n');
    try {
      const message = await said();
      expect(message).toContain(`content/${file}, ligne 1 : `);
      expect(message).toContain(word);
    } finally {
      rmSync(path);
    }
  });
});

test('the pages that links may name are those of src/pages', () => {
  const base = join(home, 'src/pages');
  const folders = readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(?:assets|data)$|^\[/u.test(entry.name))
    .map(({ name }) => `/${name}/`);
  expect([...fixedPages].sort()).toEqual(['/', ...folders].sort());
});
