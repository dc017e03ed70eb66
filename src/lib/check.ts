/** Everything that the build wants to be true of `content/` before it draws a page. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { announcedAdvice } from '../schemas/announced.ts';
import { exerciseSchema } from '../schemas/exercise.ts';
import type { Trouble } from '../schemas/explain.ts';
import { officialHosts } from '../schemas/official-hosts.ts';
import {
  listFolder,
  locateFrontMatter,
  locateYaml,
  readFolder,
  readFrontMatter,
  root,
  stop,
} from '../schemas/read.ts';
import { yearStepsSchema } from '../schemas/year-steps.ts';
import type { Edition } from '../simulator/core/edition.ts';
import { academies, alerts, sources } from './content.ts';
import { beginningTroubles } from './beginnings.ts';
import { currentEdition, currentId, currentStates, situations } from './current.ts';
import { editionFacts, editionIds, loadCodes, loadEdition } from './editions.ts';
import { glossary } from './glossary.ts';
import { editionGuides, employers, messageToConfirm, publisher, turnouts } from './guide-pages.ts';
import { helping } from './helping.ts';
import { memoLines } from './memo.ts';
import { news } from './news.ts';
import { bodyTroubles, withoutComments } from './mdx.ts';
import { checkReferences, electionsWithoutPage } from './references.ts';
import { checkLinks } from './site-links.ts';
import { searchHelp } from './search-help.ts';
import { checkSharing } from './sharing.ts';
import { shortAddresses } from './short-addresses.ts';
import { rehearsalsOf, stuckHelper } from './stuck.ts';
import { towns } from './towns.ts';
import { trainer } from './trainer.ts';
import { checkTutorials } from './tutorials.ts';
import { checkUnread } from './unread.ts';
import { accessTable } from './access-table.ts';
import { withoutNetwork } from './without-network.ts';

/** Reads all of it, as the pages will. Throws `ContentError`: a page never finds what this has not found. */
export function checkContent(): void {
  const playable = editionIds();
  checkUnread([...playable, currentId]);
  const knownSources = sources().map(({ id }) => id);
  alerts();
  checkReferences({
    sources: knownSources,
    academies: academies().map(({ id }) => id),
    editions: [...playable, currentId, ...electionsWithoutPage],
  });
  officialHosts();
  checkCurrent();
  editionGuides();
  employers();
  messageToConfirm();
  publisher();
  turnouts();
  glossary();
  searchHelp();
  const editions = playable.map((id) => {
    editionFacts(id);
    return loadEdition(id);
  });
  checkExercises(editions);
  editions.forEach(checkPlaces);
  checkCodes(editions);
  checkTutorials(knownSources);
  stuckHelper();
  checkRehearsals();
  helping();
  memoLines();
  news();
  accessTable();
  withoutNetwork();
  trainer();
  checkSharing();
  checkLinks();
}

/** The exercises that a situation offers exist. */
function checkRehearsals(): void {
  const known = listFolder('content/exercices', '.yaml').map(({ id }) => id);
  for (const situation of situations()) {
    const path = `content/situations/${situation.slug}.mdx`;
    const at = situation.practices.findIndex(({ id }) => !known.includes(id));
    const named = situation.practices[at]?.id;
    if (named !== undefined)
      stop(path, [
        {
          line: locateFrontMatter(path).located.line(['s_exercer', at, 'exercice']),
          what: `l’exercice « ${named} » n’existe pas.`,
          write: `Écrire l’un de ces noms : ${known.join(', ')}`,
        },
      ]);
    rehearsalsOf(situation);
  }
}

/** The coming election, its states, the situations and the steps of the year. */
function checkCurrent(): void {
  const { steps } = currentEdition();
  currentStates();
  towns();
  shortAddresses();
  const path = `content/editions/${currentId}.yaml`;
  if (steps !== null && !existsSync(join(root(), 'content/etapes', `${steps}.mdx`)))
    stop(path, [
      {
        line: locateYaml(path).line(['etapes']),
        what: `content/etapes/${steps}.mdx n’existe pas.`,
        write: 'Écrire ce fichier, corriger son nom, ou laisser : inconnu',
      },
    ]);
  for (const folder of ['content/situations', 'content/etapes'])
    for (const { path: file } of listFolder(folder, '.mdx')) {
      const { body, linesBefore } = locateFrontMatter(file);
      if (folder === 'content/etapes') readFrontMatter(file, yearStepsSchema);
      const troubles = [
        ...bodyTroubles(body, linesBefore, {}),
        ...(folder === 'content/etapes' ? announcedTroubles(body, linesBefore) : []),
      ];
      if (troubles.length) stop(file, troubles);
    }
}

/** The steps of the year, line by line: an address is a trap unless it is official. */
function announcedTroubles(body: string, linesBefore: number): readonly Trouble[] {
  return withoutComments(body)
    .split('\n')
    .flatMap((words, index) => {
      const write = announcedAdvice(words);
      const line = linesBefore + index + 1;
      return write === null ? [] : [{ line, what: 'cette ligne ne se publie pas ainsi.', write }];
    });
}

/** Each exercise begins in an election that can be played, while its portal is open, with mails that exist. */
function checkExercises(editions: readonly Edition[]): void {
  const known = editions.map(({ id }) => id).join(', ');
  for (const { path, data } of readFolder('content/exercices', exerciseSchema)) {
    const file = locateYaml(path);
    const { line } = file;
    const troubles = Object.entries(data.editions).flatMap(([id, exercise]): Trouble[] => {
      const at = ['editions', id];
      const edition = editions.find((one) => one.id === id);
      if (!edition)
        return [
          {
            line: line(at),
            what: `« ${id} » n’est pas une élection où l’on peut s’exercer.`,
            write: `Écrire l’un de ces noms : ${known}`,
          },
        ];
      const { portal } = edition.calendar;
      const open = portal && portal.opens <= exercise.startsAt && exercise.startsAt < portal.closes;
      const outside = {
        line: line([...at, 'commence']),
        what: `l’exercice commence quand le portail de ${id} est fermé.`,
        write: `Écrire une date de la période « portail » de content/editions/${id}.yaml`,
      };
      const lost = exercise.incidents.flatMap((incident, index) =>
        incident.kind === 'fake-mail' && !Object.hasOwn(edition.mails, incident.mail)
          ? [noMail(line([...at, 'incidents', index, 'modele']), incident.mail, id)]
          : [],
      );
      const strangers = (exercise.profiles ?? []).flatMap((profile, index) =>
        Object.hasOwn(edition.profiles, profile)
          ? []
          : [noProfile(line([...at, 'profils', index]), profile, id)],
      );
      const { nowadays } = exercise.debrief;
      const unsaid = Object.hasOwn(edition.nowadays, nowadays)
        ? []
        : [noNowadays(line(['bilan', 'cette_annee']), nowadays, Object.keys(edition.nowadays))];
      const sound = [...(open ? [] : [outside]), ...lost, ...strangers];
      // A beginning is played only where everything that it names exists.
      const begun = sound.length > 0 ? [] : beginningTroubles(edition, data.id, at, file);
      return [...sound, ...begun, ...unsaid];
    });
    if (troubles.length) stop(path, troubles);
  }
  for (const { id, openingMails, mails } of editions) {
    const path = `content/editions/${id}.yaml`;
    const { line } = locateYaml(path);
    const lost = openingMails.flatMap(({ kind }, index) =>
      Object.hasOwn(mails, kind)
        ? []
        : [noMail(line(['courriels_du_depart', index, 'modele']), kind, id)],
    );
    if (lost.length) stop(path, lost);
  }
}

/** The academies that a profile names are those of its election. */
function checkPlaces({ id, profiles, academies: there }: Edition): void {
  const path = `content/editions/${id}.yaml`;
  const { line } = locateYaml(path);
  const wanted = [
    ...Object.values(profiles).map(
      ({ id: who, academies: only }) => [['profils', who], only ?? []] as const,
    ),
    ...editionFacts(id).unfoundProfiles.map(
      ({ academies: only }, index) => [['profils_non_trouves', index], only] as const,
    ),
  ];
  const lost = wanted.flatMap(([at, only]) =>
    only.flatMap((academy, index): Trouble[] =>
      Object.hasOwn(there, academy)
        ? []
        : [
            {
              line: line([...at, 'academies', index]),
              what: `« ${academy} » n’est pas une académie de cette année-là.`,
              write: 'Écrire le nom d’un fichier de content/academies.',
            },
          ],
    ),
  );
  if (lost.length) stop(path, lost);
}

const noProfile = (line: number, profile: string, edition: string): Trouble => ({
  line,
  what: `le profil « ${profile} » n’existe pas.`,
  write: `Écrire un nom de « profils » dans content/editions/${edition}.yaml`,
});

const noNowadays = (line: number, name: string, known: readonly string[]): Trouble => ({
  line,
  what: `« ${name} » n’existe pas dans « cette_annee » de content/bilans.yaml.`,
  write: `Écrire l’un de ces noms : ${known.join(', ')}`,
});

const noMail = (line: number, kind: string, edition: string): Trouble => ({
  line,
  what: `le courriel « ${kind} » n’existe pas.`,
  write: `Écrire le nom d’un fichier de content/courriels/${edition} ou de content/courriels/communs`,
});

/** Whatever a link may name has its code of two signs. */
function checkCodes(editions: readonly Edition[]): void {
  const path = 'content/codes.yaml';
  const codes = loadCodes();
  const { line } = locateYaml(path);
  const missing = (
    table: string,
    has: Readonly<Record<string, string>>,
    named: readonly string[],
  ): readonly Trouble[] =>
    [...new Set(named)]
      .filter((id) => !Object.hasOwn(has, id))
      .map((id) => ({
        line: line([table]),
        what: `« ${id} » n’a pas de code dans « ${table} ».`,
        write: `Ajouter une ligne « ${id}: » avec deux signes qui ne servent pas encore.`,
      }));
  const keys = (of: (edition: Edition) => object) =>
    editions.flatMap((one) => Object.keys(of(one)));
  const troubles = [
    ...missing(
      'editions',
      codes.editions,
      editions.map(({ id }) => id),
    ),
    ...missing(
      'academies',
      codes.academies,
      keys(({ academies: all }) => all),
    ),
    ...missing(
      'profils',
      codes.profiles,
      keys(({ profiles }) => profiles),
    ),
    ...missing(
      'exercices',
      codes.exercises,
      keys(({ exercises }) => exercises),
    ),
  ];
  if (troubles.length) stop(path, troubles);
}
