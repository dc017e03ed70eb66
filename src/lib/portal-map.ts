/**
 * The map of an election's exercise: its pages in the order of the journey, what leads from one to the next, and what is
 * documented or reconstructed. From the registry of screens and the explored arrows; nothing is placed by hand.
 */
import type { Edition, PeriodName, Screen, ScreenKind } from '../simulator/core/edition.ts';
import type { CommandType } from '../simulator/core/portal.ts';
import { arrowsOf, doorsOf, type Arrow } from './arrows.ts';
import { loadEdition } from './editions.ts';

/** The parts of a map: the five steps, the voter's space between the account and the code, and what is met anywhere. */
export const stages = [
  'messagerie',
  'compte',
  'espace',
  'code',
  'vote',
  'preuve',
  'autour',
] as const;
export type Stage = (typeof stages)[number];

/** A page on the map. */
export type Place = {
  readonly screen: Screen;
  /** Its title, numbered when another page has the same one. */
  readonly name: string;
  readonly stage: Stage;
  /** How far from the first page of its part. */
  readonly depth: number;
  /** The page of the same part from which it is reached first. */
  readonly parent: string | null;
  /** Pages of the parts before that lead to it, the nearest part first. */
  readonly comesFrom: readonly string[];
  /** Other parts further on that it leads to. */
  readonly goesTo: readonly Stage[];
  readonly leaves: readonly Arrow[];
  /** Pages that lead to it though none of their buttons says so: something went wrong. */
  readonly troubledFrom: readonly string[];
};

export type PortalMap = {
  readonly parts: readonly { readonly stage: Stage; readonly places: readonly Place[] }[];
  readonly arrows: readonly Arrow[];
  readonly documented: number;
  readonly reconstructed: number;
};

const stageOfKind: Readonly<Partial<Record<ScreenKind, Stage>>> = {
  mailbox: 'messagerie',
  mail: 'messagerie',
  identity: 'messagerie',
  space: 'espace',
  profile: 'espace',
  contests: 'espace',
  roll: 'espace',
  candidates: 'espace',
  notice: 'code',
  sms: 'code',
  booth: 'vote',
  ballot: 'vote',
  receipt: 'preuve',
  receipts: 'preuve',
  results: 'preuve',
  people: 'autour',
  calendar: 'autour',
};

const stageOfPeriod: Readonly<Record<PeriodName, Stage>> = {
  portal: 'compte',
  accountOpening: 'compte',
  passwordReset: 'compte',
  profileUpdate: 'espace',
  rollCorrection: 'espace',
  roll: 'espace',
  candidates: 'espace',
  notice: 'code',
  reissue: 'code',
  voting: 'vote',
  results: 'preuve',
};

const stageOfNeed: Readonly<Record<NonNullable<Screen['needs']>, Stage | null>> = {
  mailbox: 'messagerie',
  choosing: 'compte',
  booth: 'vote',
  session: null,
};

/** Gestures that are made in one part alone, as the chapters of the rules have them. */
const stageOfGesture: Readonly<Partial<Record<CommandType, Stage>>> = {
  AnswerCaptcha: 'messagerie',
  LookUpIdentity: 'messagerie',
  SignInToMailbox: 'messagerie',
  ChangeMailboxPassword: 'messagerie',
  ForgetMailboxPassword: 'messagerie',
  LeaveInnerBrowser: 'messagerie',
  LeaveSite: 'compte',
  CollectNotice: 'code',
  NoteVotingCode: 'code',
};

/** What the desk's tabs show first: a part that has one begins there. */
const firstPages = ['mail-login', 'public-page', 'sign-in', 'letterbox'];

/** What the registry alone says of a page's part; `null`: it is where what leads to it is. */
function ownStage(screen: Screen): Stage | null {
  if (screen.actions.length === 0) return 'autour';
  const byGesture = screen.actions.flatMap(({ sends }) =>
    sends === null ? [] : [stageOfGesture[sends] ?? []].flat(),
  );
  return (
    stageOfKind[screen.kind] ??
    (screen.period && stageOfPeriod[screen.period]) ??
    (screen.needs && stageOfNeed[screen.needs]) ??
    byGesture[0] ??
    null
  );
}

const rank = (stage: Stage): number => stages.indexOf(stage);
const earliest = (found: readonly Stage[]): Stage | undefined =>
  [...found].sort((a, b) => rank(a) - rank(b))[0];

function stagesOf(edition: Edition, arrows: readonly Arrow[]): ReadonlyMap<string, Stage> {
  const screens = Object.values(edition.screens);
  const own = new Map(screens.map((screen) => [screen.id, ownStage(screen)]));
  return new Map(
    screens.map(({ id }) => {
      const around = (found: readonly (Stage | null | undefined)[]): Stage | undefined =>
        earliest(found.flatMap((stage) => (stage && stage !== 'autour' ? [stage] : [])));
      const before = around(
        arrows.filter(({ from, to }) => to === id && from !== id).map(({ from }) => own.get(from)),
      );
      const after = around(
        arrows.filter(({ from, to }) => from === id && to !== id).map(({ to }) => own.get(to)),
      );
      // What a mail opens belongs where it leads; what answers a form belongs with the form.
      const between = [before, after].flatMap((stage) => stage ?? []);
      return [id, own.get(id) ?? between.sort((a, b) => rank(b) - rank(a))[0] ?? 'autour'];
    }),
  );
}

/** « Espace électeur (2) » when a page before it on the map has the same title. */
function numbered(parts: PortalMap['parts']): PortalMap['parts'] {
  const all = parts.flatMap(({ places }) => places);
  const nameOf = ({ screen, name }: Place): string => {
    const same = all.filter((one) => one.name.toLowerCase() === name.toLowerCase());
    const number = same.findIndex((one) => one.screen === screen) + 1;
    return same.length > 1 ? `${name}\u00a0(${number})` : name;
  };
  return parts.map(({ stage, places }) => ({
    stage,
    places: places.map((place) => ({ ...place, name: nameOf(place) })),
  }));
}

/** The pages of one part, each after the page from which it is first reached. */
function inOrder(
  ids: readonly string[],
  stageOf: ReadonlyMap<string, Stage>,
  arrows: readonly Arrow[],
): readonly { readonly id: string; readonly parent: string | null; readonly depth: number }[] {
  const here = new Set(ids);
  const own = rank(stageOf.get(ids[0] ?? '') ?? 'autour');
  // How far the journey has come when it enters a page from an earlier part; -1: it does not.
  const entered = (id: string): number =>
    Math.max(
      -1,
      ...arrows
        .filter(({ to }) => to === id)
        .map(({ from }) => rank(stageOf.get(from) ?? 'autour'))
        .filter((other) => other < own),
    );
  const roots = [
    ...firstPages.filter((id) => here.has(id)),
    ...ids.filter((id) => entered(id) >= 0).sort((a, b) => entered(b) - entered(a)),
    ...ids,
  ];
  const parents = new Map<string, string | null>();
  for (const root of roots) {
    if (parents.has(root)) continue;
    parents.set(root, null);
    const queue = [root];
    for (let from = queue.shift(); from !== undefined; from = queue.shift())
      for (const { to } of arrows.filter((arrow) => arrow.from === from))
        if (here.has(to) && !parents.has(to)) {
          parents.set(to, from);
          queue.push(to);
        }
  }
  const below = (parent: string | null, depth: number): ReturnType<typeof inOrder> =>
    [...parents]
      .filter(([, its]) => its === parent)
      .flatMap(([id]) => [{ id, parent, depth }, ...below(id, depth + 1)]);
  return below(null, 0);
}

/** Draws nothing: says what is where. The same registry and arrows always give the same map. */
export function portalMap(edition: Edition, arrows: readonly Arrow[]): PortalMap {
  const all = Object.values(edition.screens);
  const stageOf = stagesOf(edition, arrows);
  const doors = new Map(all.map((screen) => [screen.id, doorsOf(screen)]));
  const troubled = ({ from, by, to }: Arrow): boolean =>
    by === 'Consult' && doors.get(from)?.includes(to) !== true;
  // As the buttons stand on their page, and the arrows of a trouble last.
  const placeOf = ({ from, by, to }: Arrow): number => {
    const index = (edition.screens[from]?.actions ?? []).findIndex(
      ({ opens, sends }) => (by === 'Consult' && opens === to) || sends === by,
    );
    return index < 0 ? Infinity : index;
  };
  const ordered = all.flatMap(({ id }) =>
    arrows
      .filter(({ from }) => from === id)
      .map((arrow) => ({ arrow, place: placeOf(arrow) }))
      .sort((a, b) => (a.place === b.place ? 0 : a.place - b.place))
      .map(({ arrow }) => arrow),
  );
  const stageRank = (id: string): number => rank(stageOf.get(id) ?? 'autour');
  const parts = stages.map((stage) => {
    const ids = all.map(({ id }) => id).filter((id) => stageOf.get(id) === stage);
    const places = inOrder(
      ids,
      stageOf,
      ordered.filter((arrow) => arrow.from !== arrow.to && !troubled(arrow)),
    ).flatMap(({ id, parent, depth }): readonly Place[] => {
      const screen = edition.screens[id];
      if (!screen) return [];
      const leaves = ordered.filter(({ from }) => from === id);
      const comes = ordered.filter((arrow) => arrow.to === id && !troubled(arrow));
      const further = leaves.flatMap(({ to }) => stageOf.get(to) ?? []);
      return [
        {
          ...{ screen, stage, parent, depth, leaves },
          name: screen.title.charAt(0).toUpperCase() + screen.title.slice(1),
          comesFrom: [...new Set(comes.map(({ from }) => from))]
            .filter((from) => stage !== 'autour' && stageRank(from) < rank(stage))
            .sort((a, b) => stageRank(b) - stageRank(a)),
          goesTo: stages.filter(
            (other) => other !== 'autour' && rank(other) > rank(stage) && further.includes(other),
          ),
          troubledFrom: ordered
            .filter((arrow) => arrow.to === id && troubled(arrow))
            .map(({ from }) => from),
        },
      ];
    });
    return { stage, places };
  });
  const documented = all.filter(({ mark }) => mark === 'documented').length;
  return {
    parts: numbered(parts.filter(({ places }) => places.length > 0)),
    arrows: ordered,
    documented,
    reconstructed: all.length - documented,
  };
}

/** The map of an election, from content/ and the kept arrows. */
export function mapOf(editionId: string): PortalMap {
  const edition = loadEdition(editionId);
  return portalMap(edition, arrowsOf(edition));
}
