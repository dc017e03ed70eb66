/** From content/ to the core's `Edition`: everything the simulator knows of one election, compiled once. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Calendar,
  Edition,
  Exercise,
  Instant,
  MailText,
  Period,
  PeriodName,
  PracticeAcademy,
  Screen,
} from '../simulator/core/edition.ts';
import { periodNames } from '../simulator/core/edition.ts';
import type { Academy } from '../schemas/academy.ts';
import {
  editionSchema,
  type Bound,
  type EditionFile,
  type PeriodFacts,
} from '../schemas/edition.ts';
import { bilansSchema } from '../schemas/bilans.ts';
import { codesSchema, listsSchema, peopleSchema, type Codes } from '../schemas/exercise.ts';
import { holesMessage, mailHoles, mailSchema, mailText } from '../schemas/mail.ts';
import {
  ContentError,
  listFolder,
  readFolder,
  readFrontMatter,
  readYaml,
  root,
  stop,
} from '../schemas/read.ts';
import {
  goalsSchema,
  narrationSchema,
  overridesSchema,
  refusalsSchema,
  wrongHoles,
} from '../schemas/recit.ts';
import { screensSchema } from '../schemas/screen.ts';
import { academies, existsAt, sources } from './content.ts';
import { exerciseFiles } from './exercise-files.ts';
import { once } from './once.ts';
import { zoneOffsets, zonedSeconds } from './zones.ts';

/** An election is playable when it has screens: content/ecrans/<id>.yaml. */
export function editionIds(): readonly string[] {
  return listFolder('content/ecrans', '.yaml').map(({ id }) => id);
}

/** What the pages about an election may say: each date with its source, profiles, what happened, what nobody found. */
export type EditionFacts = {
  readonly id: string;
  readonly title: string;
  readonly periods: Readonly<Record<PeriodName, PeriodFacts>>;
  readonly contests: EditionFile['contests'];
  readonly profiles: EditionFile['profiles'];
  readonly profileNotes: EditionFile['profileNotes'];
  readonly unfoundProfiles: EditionFile['unfoundProfiles'];
  readonly words: EditionFile['words'];
  readonly history: EditionFile['history'];
  readonly notFound: EditionFile['notFound'];
};

/** The sourced side of an election, for guide pages; no reconstructed hour is in `hour`. */
export function editionFacts(id: string): EditionFacts {
  const file = readEdition(id);
  const { title, periods, contests, profiles, profileNotes, unfoundProfiles } = file;
  const { words, history, notFound } = file;
  return {
    id,
    title,
    periods,
    contests,
    profiles,
    profileNotes,
    unfoundProfiles,
    words,
    history,
    notFound,
  };
}

/** The tables of short codes that links are made of. */
export const loadCodes = once((): Codes => readYaml('content/codes.yaml', codesSchema));

/** Everything the rules and the screens need. Throws `ContentError`, in French, when content/ does not hold together. */
export function loadEdition(id: string): Edition {
  const file = readEdition(id);
  const calendar = compileCalendar(file.periods, 'Europe/Paris');
  const { sms, lettre, ...mails } = readMails(id);
  if (!sms || !lettre)
    throw new ContentError(`content/courriels/${id} : il manque sms.md ou lettre.md.`);
  const overrides = readOverrides(id);
  const practice = compileAcademies(id, file, calendar);
  const screens = withinReach(readScreens(id), practice);
  return {
    id,
    title: file.title,
    label: file.label,
    calendar,
    invented: {
      opens: periodNames.filter((name) => isInvented(file.periods[name], 'opens')),
      closes: periodNames.filter((name) => isInvented(file.periods[name], 'closes')),
    },
    accountOpening: file.accountOpening,
    signInForm: file.signInForm,
    reissue: file.reissue,
    boothEntry: file.boothEntry,
    ballotFlow: file.ballotFlow,
    noticeFallback: file.noticeFallback,
    challenges: file.challenges,
    captchas: file.captchas,
    password: file.password,
    limits: file.limits,
    delays: file.delays,
    costs: file.costs,
    desks: file.desks,
    openingMails: file.openingMails,
    contests: file.contests,
    profiles: file.profiles,
    nationalOnly: file.unfoundProfiles.flatMap((profile) => profile.academies),
    lists: readYaml('content/listes.yaml', listsSchema),
    academies: practice,
    mails,
    sms,
    letter: lettre,
    exercises: readExercises(id),
    screens,
    words: { ...file.words, ...sourceTitles(screens, practice) },
    narration: {
      ...readYaml('content/recits/evenements.yaml', narrationSchema),
      ...overrides.evenements,
    },
    refusals: { ...readYaml('content/recits/refus.yaml', refusalsSchema), ...overrides.refus },
    goals: { ...readYaml('content/recits/objectifs.yaml', goalsSchema), ...overrides.objectifs },
    ...readYaml('content/bilans.yaml', bilansSchema),
    personas: readFolder('content/personnages', peopleSchema).flatMap(({ data }) => data),
  };
}

function readEdition(id: string): EditionFile {
  return readYaml(`content/editions/${id}.yaml`, editionSchema);
}

/** The screens that every election shares, then those of this one: a known id replaces the shared screen. */
function readScreens(id: string): Readonly<Record<string, Screen>> {
  const path = `content/ecrans/${id}.yaml`;
  const screens = {
    ...readYaml('content/ecrans/_communs.yaml', screensSchema),
    ...readYaml(path, screensSchema),
  };
  const lost = Object.values(screens).flatMap((screen) =>
    screen.actions.flatMap(({ opens }) =>
      opens && !(opens in screens) ? [{ screen, opens }] : [],
    ),
  );
  if (lost.length)
    stop(
      path,
      lost.map(({ screen, opens }) => ({
        line: 1,
        what: `« ${screen.id} » ouvre « ${opens} », qui n’existe pas.`,
        write: 'Écrire le nom d’un écran de ce fichier ou de _communs.yaml.',
      })),
    );
  return screens;
}

/** Pages of the tool that tells an identifier, and the door to them. */
const toolScreens: readonly (string | null)[] = [
  'identifier-captcha',
  'identifier-numen',
  'identity',
];

/** Without pages that nobody could open: no academy of that election is known to have the tool. */
function withinReach(
  screens: Readonly<Record<string, Screen>>,
  practice: Edition['academies'],
): Readonly<Record<string, Screen>> {
  if (Object.values(practice).some(({ mailbox }) => mailbox.identifierTool !== 'none'))
    return screens;
  const kept = Object.values(screens).filter(({ id }) => !toolScreens.includes(id));
  return Object.fromEntries(
    kept.map((screen) => [
      screen.id,
      { ...screen, actions: screen.actions.filter(({ opens }) => !toolScreens.includes(opens)) },
    ]),
  );
}

function readMails(id: string): Readonly<Record<string, MailText>> {
  const files = ['communs', id].flatMap((folder) =>
    listFolder(`content/courriels/${folder}`, '.md'),
  );
  return Object.fromEntries(
    files.map(({ id: kind, path }) => {
      const { data, body, linesBefore } = readFrontMatter(path, mailSchema);
      checkMailBody(path, kind, body, linesBefore);
      return [kind, mailText(kind, data, body)];
    }),
  );
}

/** Stops on a name between braces that the exercise cannot fill in. */
function checkMailBody(path: string, kind: string, body: string, linesBefore: number): void {
  const allowed = mailHoles(kind);
  const troubles = body.split('\n').flatMap((line, index) =>
    wrongHoles(line, allowed).map((hole) => ({
      line: linesBefore + index + 1,
      what: `« {${hole}} » n’est remplacé par rien.`,
      write: holesMessage(allowed),
    })),
  );
  if (troubles.length) stop(path, troubles);
}

function readExercises(id: string): Readonly<Record<string, Exercise>> {
  return Object.fromEntries(
    exerciseFiles().flatMap(({ editions }) => {
      const exercise = editions[id];
      return exercise ? [[exercise.id, exercise]] : [];
    }),
  );
}

function readOverrides(id: string) {
  const path = `content/recits/${id}.yaml`;
  if (!existsSync(join(root(), path))) return { evenements: {}, refus: {}, objectifs: {} };
  return readYaml(path, overridesSchema);
}

/** « source.procedure-reassort » → its title, for the line « documenté » under a screen. */
function sourceTitles(
  screens: Edition['screens'],
  practice: Edition['academies'],
): Record<string, string> {
  const used = new Set([
    ...Object.values(screens).flatMap((screen) => screen.sources),
    ...Object.values(practice).flatMap(({ mailbox }) => mailbox.sources),
  ]);
  return Object.fromEntries(
    sources()
      .filter(({ id }) => used.has(id))
      .map(({ id, title }) => [`source.${id}`, title]),
  );
}

/** Every period as instants. A day without hour is whole: it opens at midnight and closes at the next one. */
export function compileCalendar(
  periods: Readonly<Record<PeriodName, PeriodFacts>>,
  zone: string,
): Calendar {
  const of = (name: PeriodName): Period | null => {
    const period = periods[name];
    if (period === null || period === 'unknown') return null;
    return {
      opens: instantOf(period.opens, 0, zone),
      closes: instantOf(period.closes, 1, zone),
    };
  };
  return {
    portal: of('portal'),
    accountOpening: of('accountOpening'),
    passwordReset: of('passwordReset'),
    profileUpdate: of('profileUpdate'),
    rollCorrection: of('rollCorrection'),
    roll: of('roll'),
    candidates: of('candidates'),
    notice: of('notice'),
    reissue: of('reissue'),
    voting: of('voting'),
    results: of('results'),
  };
}

/** The source gives a day, the exercise an hour. */
function isInvented(period: PeriodFacts, end: 'opens' | 'closes'): boolean {
  if (period === null || period === 'unknown') return false;
  const { exerciseHour, strength } = period[end];
  return exerciseHour !== null || strength === 'reconstructed';
}

function instantOf(bound: Bound, daysIfWhole: 0 | 1, zone: string): Instant {
  const where = bound.local ? zone : 'Europe/Paris';
  const hour = bound.hour ?? bound.exerciseHour;
  return hour === null
    ? zonedSeconds(bound.day, '00:00', where, daysIfWhole)
    : zonedSeconds(bound.day, hour, where);
}

function compileAcademies(
  id: string,
  { periods, noticeByPost }: EditionFile,
  calendar: Calendar,
): Readonly<Record<string, PracticeAcademy>> {
  const { portal } = calendar;
  const voting = periods.voting;
  if (!portal || voting === null || voting === 'unknown')
    throw new ContentError(
      'Une élection jouable a une période « portail » et une période « vote ».',
    );
  const alive = academies().filter((academy) => existsAt(academy, voting.opens.day));
  const lost = noticeByPost.filter((posted) => alive.every((academy) => academy.id !== posted));
  if (lost.length)
    stop(
      `content/editions/${id}.yaml`,
      lost.map((posted) => ({
        line: 1,
        what: `« lettre_par_la_poste » nomme « ${posted} », qui n’est pas une académie de cette année-là.`,
        write: 'Écrire le nom d’un fichier de content/academies.',
      })),
    );
  // Most academies share one clock: its hours are asked for once.
  const clocks = new Map<string, LocalClock>();
  const clockOf = ({ timeZone }: Academy): LocalClock => {
    const kept = clocks.get(timeZone);
    if (kept) return kept;
    const made = localClock(timeZone, periods, calendar, portal);
    clocks.set(timeZone, made);
    return made;
  };
  return Object.fromEntries(
    alive.map((academy) => [
      academy.id,
      {
        ...practiceAcademy(academy, clockOf(academy)),
        noticeByPost: noticeByPost.includes(academy.id),
      },
    ]),
  );
}

type LocalClock = Pick<PracticeAcademy, 'offsets' | 'localPeriods'>;

/** What a zone's clock shows while the portal stands, and the periods that are not at the same instants there. */
function localClock(
  zone: string,
  periods: EditionFile['periods'],
  paris: Calendar,
  portal: Period,
): LocalClock {
  const local = compileCalendar(periods, zone);
  const moved = periodNames.filter(
    (name) =>
      local[name]?.opens !== paris[name]?.opens || local[name]?.closes !== paris[name]?.closes,
  );
  return {
    offsets: zoneOffsets(zone, portal.opens, portal.closes),
    localPeriods: Object.fromEntries(moved.map((name) => [name, local[name]])),
  };
}

function practiceAcademy(
  academy: Academy,
  clock: LocalClock,
): Omit<PracticeAcademy, 'noticeByPost'> {
  const box = academy.practice.mailbox;
  return {
    id: academy.id,
    name: academy.name,
    of: academy.of,
    mailHost: mailHost(academy),
    departments: academy.departments,
    offsets: clock.offsets,
    localPeriods: clock.localPeriods,
    mailbox: {
      name: box.name,
      title: box.title,
      userLabel: box.userLabel,
      passwordLabel: box.passwordLabel,
      button: box.button,
      lostLabel: box.lostLabel,
      notice: box.notice,
      identifierTool: box.identifierTool,
      strength: box.strength,
      sources: box.source ? [box.source] : box.derivedFrom,
    },
  };
}

/** « prenom.nom@ac-caen.fr » → `ac-caen.example`: an exercise never sends to a real host. */
function mailHost(academy: Academy): string {
  const [, domain] = /@([a-z0-9-]+)\.[a-z]+/u.exec(academy.addressForm?.text ?? '') ?? [];
  return `${domain ?? `ac-${academy.id}`}.example`;
}
