/** A file of `content/` under a name or in a folder that nobody reads would be work lost in silence: it stops the build. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../schemas/explain.ts';
import { root, stop } from '../schemas/read.ts';

const name = '[^/]+';

/** Every path that somebody reads, for these elections; a « * » is any name. */
function readPaths(editions: readonly string[]): readonly string[] {
  return [
    ...[
      'LISEZMOI.md',
      'a-confirmer',
      'accessibilite',
      'adresses',
      'aider',
      'animer',
      'bilans',
      'codes',
      'editeur',
      'employeurs',
      'glossaire/mots',
    ],
    ...[
      'hotes-officiels',
      'listes',
      'memo',
      'nouveautes',
      'participation',
      'recherche',
      'sans-reseau',
      'sources',
      'villes',
    ],
    ...['partager/messages', 'partager/regles'],
    ...['academies/*', 'alertes/*', 'exercices/*', 'personnages/*'],
    ...['situations/*.mdx', 'situations/_questions', 'etapes/*.mdx', 'ecrans/_communs'],
    ...['recits/evenements', 'recits/refus', 'recits/objectifs', 'courriels/communs/*.md'],
    ...editions.flatMap((id) => [
      ...[`editions/${id}`, `editions/${id}-guide`, `etats/${id}`, `ecrans/${id}`],
      ...[`recits/${id}`, `courriels/${id}/*.md`, `tutoriels/${id}/*.mdx`],
    ]),
  ].map((path) => (/\.mdx?$/u.test(path) ? path : `${path}.yaml`));
}

/** Refuses every other file; those that begin with a point are the system's. */
export function checkUnread(editions: readonly string[]): void {
  const known = readPaths(editions);
  const patterns = known.map(
    (path) => new RegExp(`^${path.replaceAll('.', '\\.').replace('*', name)}$`, 'u'),
  );
  const base = join(root(), 'content');
  for (const path of filesIn(base, '')) {
    if (patterns.some((pattern) => pattern.test(path))) continue;
    const folders = [...new Set(known.flatMap((one) => /^(.+)\//u.exec(one)?.[1] ?? []))].sort();
    const folder = /^(.+)\//u.exec(path)?.[1] ?? '';
    const renamed = /\.[a-z]+$/u.test(path) ? path.replace(/\.[a-z]+$/u, '') : path;
    const meant = ['.yaml', '.mdx', '.md']
      .map((ending) => renamed + ending)
      .find((one) => patterns.some((pattern) => pattern.test(one)));
    const near = folder === '' || folders.includes(folder) ? null : nearest(folder, folders);
    stop(join(base, path), [
      {
        line: 1,
        what: 'personne ne lit ce fichier : son nom ou son dossier n’est pas attendu.',
        write: meant
          ? `Le renommer : content/${meant}`
          : near
            ? `Le ranger plutôt dans content/${near}`
            : `Regarder un fichier voisin, ou l’enlever. Élections connues : ${editions.join(', ')}`,
      },
    ]);
  }
}

function filesIn(base: string, folder: string): readonly string[] {
  return readdirSync(join(base, folder), { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(base, path) : [path];
    });
}
