/** Whether each package that is installed was signed by its registry: asked before a release, where the registry answers. */
import { spawnSync } from 'node:child_process';
import { root } from '../run.ts';

export type Signed =
  /** Each has a signature that holds. */
  | 'signed'
  /** A signature does not hold: something else than what was published is installed. */
  | 'broken'
  /** This registry signs nothing, gives no keys, or does not answer. */
  | 'unknown';

export const signedWords: Readonly<Record<Signed, string>> = {
  signed: 'Chaque paquet installé porte une signature du dépôt, qui tient.',
  broken:
    'La signature d’un paquet ne tient pas : ne publiez rien. Effacez node_modules, lancez npm ci, puis npm audit signatures, et lisez quel paquet il nomme.',
  unknown:
    'Les signatures des paquets n’ont pas pu être contrôlées ici : le dépôt ne les donne pas. Leurs sommes, elles, sont celles de package-lock.json.',
};

/** What `npm audit signatures` found. Milliseconds of patience: a registry that does not answer is no reason to wait. */
export function signatures(patience = 60_000): Signed {
  const asked = spawnSync('npm', ['audit', 'signatures', '--fetch-retries=0'], {
    cwd: root,
    encoding: 'utf8',
    timeout: patience,
  });
  return verdictOf(asked.status, `${asked.stdout}\n${asked.stderr}`);
}

/** @param status of the program; `null` when it was stopped */
export function verdictOf(status: number | null, said: string): Signed {
  if (/\binvalid (?:registry signatures?|attestations?)\b/iu.test(said)) return 'broken';
  return status === 0 && /\bverified registry signatures?\b/iu.test(said) ? 'signed' : 'unknown';
}
