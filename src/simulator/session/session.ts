// The one loop: decide → append (one transaction) → evolve → tell the screen. One command at a time.
import { steps, stepOf, walkTo, type Step } from '../core/advice.ts';
import { decide } from '../core/decide.ts';
import type { Edition } from '../core/edition.ts';
import type { Command, Decision, PortalEvent, SealedSecret, Setup, World } from '../core/portal.ts';
import type { Refusal } from '../core/refusals.ts';
import {
  challengeProposals,
  mailboxProposals,
  proposals,
  proposedText,
  sealOf,
  sealTyped,
} from '../core/secrets.ts';
import { beginning, opening } from '../core/prepare.ts';
import { pagesOnTheWay } from '../core/way.ts';
import type { Refused } from '../journal/device.ts';
import { exercisesOf, stride } from '../journal/lineage.ts';
import type { Store } from '../journal/store.ts';
import type { Destination, DeskState, KeptExercise, Run, Session } from './contract.ts';
import { printRun, runOf } from './export.ts';
import type { Gesture } from './held.ts';
import { createKeeper, reaching, stepBegan } from './keeper.ts';
import { keptIn } from './kept.ts';
import { snapshotOf, withEarlier, type Held, type Tools } from './open.ts';
import { vault } from './vault.ts';

export interface SessionOptions {
  /** Opens the device's journal; tests give another. */
  readonly openDevice?: () => Promise<Store | Refused>;
  /** Fills bytes with chance: ids and salts, nothing of an exercise. */
  readonly random?: Tools['random'];
}

/** What the screen is told besides the exercise itself. */
interface Saying {
  readonly refusals: readonly Refusal[];
  readonly refused: Command['type'] | null;
  readonly lastEvents: readonly PortalEvent[];
  readonly notice: string | null;
}

const silence: Saying = { refusals: [], refused: null, lastEvents: [], notice: null };
const nothing: Decision = { events: [], refusals: [] };
/** After a resume, a snapshot is written once that many entries have none. */
const resumeStride = stride / 4;

function stateOf(held: Held, saying: Saying): DeskState {
  const { edition, id, world, told, base, store } = held;
  return {
    edition,
    exercise: id,
    world,
    lines: told.lines,
    ...saying,
    canUndo: told.group > 1,
    hasEarlier: base !== null,
    storage: store.kind,
  };
}

/** Creates the session of one tab. It opens nothing before it is asked to. */
export function createSession(options: SessionOptions = {}): Session {
  const random = options.random ?? ((bytes) => crypto.getRandomValues(bytes));
  const tools: Tools = {
    random,
    newId: () =>
      Array.from(random(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
  const places = vault(options.openDevice);
  const keeper = createKeeper(places, tools);
  const listeners = new Set<(state: DeskState | null) => void>();
  let held: Held | null = null;
  let current: DeskState | null = null;
  let said = silence;
  /** Raised by `leave`: what was under way for the exercise that was left is not shown any more. */
  let epoch = 0;
  let queue: Promise<unknown> = Promise.resolve();

  /** Runs after everything that was asked before: two clicks cannot interleave. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work, work);
    queue = done.catch(() => undefined);
    return done;
  }

  function show(next: Held | null, saying: Saying, since: number): void {
    if (since !== epoch) return;
    held = next;
    said = saying;
    current = next && stateOf(next, saying);
    for (const listener of [...listeners]) listener(current);
  }

  /** The exercise was erased elsewhere (« personne suivante »): this tab lets go of it too. */
  function gone(): null {
    epoch += 1;
    show(null, silence, epoch);
    return null;
  }

  /** In turn, with the exercise that is open then; nothing happens when there is none. */
  function withHeld(work: (from: Held, since: number) => Promise<void>): Promise<void> {
    return inTurn(async () => {
      if (held !== null) await work(held, epoch);
    });
  }

  function backTo(seqOf: (from: Held) => number | null | Promise<number | null>): Promise<void> {
    return withHeld(async (from, since) => {
      const seq = await seqOf(from);
      if (seq === null) return;
      const forked = await keeper.forkAt(from, seq);
      if (forked === null) gone();
      else show(forked.next, { ...silence, notice: forked.notice }, since);
    });
  }

  /** Where a gesture's last line stands; `null` when the exercise has no such gesture. */
  async function groupEnd(from: Held, group: number): Promise<number | null> {
    const whole = await reaching(from, (one) => one.told.marks.some((m) => m.group === group));
    return whole.told.marks.find((one) => one.group === group)?.seq ?? null;
  }

  async function restartStep(from: Held, since: number): Promise<void> {
    const step = stepOf(from.world);
    const whole = await reaching(from, (one) => one.told.marks.some((mark) => mark.step !== step));
    const seq = stepBegan(whole);
    if (seq === null || seq === from.told.seq) return show(from, silence, since);
    const forked = await keeper.forkAt(from, seq);
    if (forked === null) gone();
    else show(forked.next, { ...silence, notice: forked.notice }, since);
  }

  function walk(edition: Edition, world: World, step: Step): readonly Gesture[] {
    return walkTo(edition, world, step).map((events) => ({ events }));
  }

  function wayTo(edition: Edition, world: World, jumpTo: Destination): readonly Gesture[] {
    if (typeof jumpTo === 'string') return walk(edition, world, jumpTo);
    return (pagesOnTheWay(edition, world).get(jumpTo.screen) ?? []).map((events) => ({ events }));
  }

  async function startAnew(edition: Edition, setup: Setup, jumpTo?: Destination): Promise<void> {
    const since = epoch;
    const events = opening(edition, setup);
    const way = jumpTo === undefined ? [] : wayTo(edition, beginning(edition, setup), jumpTo);
    const { next, notice } = await keeper.begin(edition, setup, [{ events }, ...way]);
    // What was done before the exercise began is in the journal; the screen tells who begins, and what nobody did.
    const lastEvents =
      way.at(-1)?.events ??
      events.filter(({ type }) => type === 'ExerciseStarted' || type === 'SessionEnded');
    show(next, { ...silence, lastEvents, notice }, since);
  }

  async function adopt(edition: Edition, { setup, gestures }: Run): Promise<void> {
    const since = epoch;
    const { next, notice } = await keeper.begin(edition, setup, gestures);
    show(next, { ...silence, notice }, since);
  }

  async function resume(
    edition: Edition,
    exercise: string,
    stores: readonly Store[],
  ): Promise<void> {
    const since = epoch;
    for (const store of stores) {
      const found = await keeper.openIn(store, edition, exercise);
      if (found === null) continue;
      const { next, notice } = found;
      if (next.told.seq - next.shot < resumeStride)
        return show(next, { ...silence, notice }, since);
      const snapshot = snapshotOf(next.id, next.told, next.world);
      const outcome = await store.write({
        exercise: next.id,
        entries: [],
        snapshot,
        strict: false,
      });
      const shot = outcome === 'written' ? next.told.seq : next.shot;
      return show({ ...next, shot }, { ...silence, notice }, since);
    }
  }

  async function send(command: Command): Promise<Decision> {
    if (held === null) return nothing;
    const since = epoch;
    const from = held;
    const { type } = command;
    const decision = decide(from.edition, from.world, command);
    const { events, refusals } = decision;
    const refused = refusals.length > 0 ? { type, refusals } : undefined;
    const appended = await keeper.append(from, [refused ? { events, refused } : { events }]);
    if (appended === null) {
      gone();
      return nothing;
    }
    const { next, notice, done } = appended;
    if (!done) {
      show(next, { ...silence, notice }, since);
      return nothing;
    }
    // A notice stays until a command is accepted, so that a refusal does not hide it.
    const kept = notice ?? (refused ? said.notice : null);
    show(
      next,
      { refusals, refused: refused ? type : null, lastEvents: events, notice: kept },
      since,
    );
    return decision;
  }

  async function jump(from: Held, step: Step, since: number): Promise<void> {
    const here = steps.indexOf(stepOf(from.world));
    const target = steps.indexOf(step);
    if (target === here) return restartStep(from, since);
    const begun =
      target > here
        ? { next: from, notice: null }
        : await keeper.forkAt(from, (await groupEnd(from, 1)) ?? 1);
    const gestures = begun && walk(begun.next.edition, begun.next.world, step);
    const appended = begun && gestures && (await keeper.append(begun.next, gestures));
    if (!begun || !gestures || !appended) return void gone();
    const lastEvents = appended.done ? (gestures.at(-1)?.events ?? []) : [];
    const notice = appended.notice ?? begun.notice;
    show(appended.next, { ...silence, lastEvents, notice }, since);
  }

  async function kept(stores: readonly Store[]): Promise<readonly KeptExercise[]> {
    const found: KeptExercise[] = [];
    const lineages = new Set<string>();
    for (const store of stores) {
      found.push(...(await keptIn(store, lineages)));
      for (const { lineage } of await exercisesOf(store)) lineages.add(lineage);
    }
    return found;
  }

  function seal(text: string): SealedSecret {
    if (held === null) return sealOf(text, 'p0', '');
    const { edition, world, book } = held;
    return sealTyped(edition, world, text, (typed) => book.aliasOf(typed));
  }

  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    kept: () => inTurn(() => keeper.reading(kept)),
    start: (edition, setup, jumpTo) => inTurn(() => startAnew(edition, setup, jumpTo)),
    resume: (edition, exercise) =>
      inTurn(() => keeper.reading((stores) => resume(edition, exercise, stores))),
    send: (command) => inTurn(() => send(command)),
    undo: () =>
      backTo(({ told, base }) => {
        if (told.group <= 1) return null;
        return told.marks.at(-2)?.seq ?? base?.seq ?? null;
      }),
    undoTo: (group) =>
      withHeld(async (from, since) => {
        const seq = await groupEnd(from, group);
        if (seq === null || seq === from.told.seq) return;
        const forked = await keeper.forkAt(from, seq);
        if (forked === null) gone();
        else show(forked.next, { ...silence, notice: forked.notice }, since);
      }),
    restartStep: () => withHeld(restartStep),
    // An exercise that begins on its way begins there again.
    restart: () => backTo(async (from) => (await groupEnd(from, 1)) ?? 1),
    jumpTo: (step) => withHeld((from, since) => jump(from, step, since)),
    showEarlier: () =>
      withHeld(async (from, since) => {
        const more = (await withEarlier(from)) ?? { ...from, base: null };
        show(more, said, since);
      }),
    leave() {
      epoch += 1;
      show(null, silence, epoch);
    },
    eraseAll: () =>
      inTurn(async () => {
        gone();
        await places.erase();
      }),
    seal,
    proposals: (place = 'account') => {
      if (held === null) return [];
      const { seed } = held.world.setup;
      switch (place) {
        case 'account':
          return proposals(held.edition, seed, held.world.persona.address);
        case 'mailbox':
          return mailboxProposals(seed);
        case 'challenge':
          return challengeProposals(seed);
      }
    },
    textOf: (alias) => held && proposedText(held.edition, held.world, alias),
    run: () => inTurn(async () => held && runOf(held)),
    adopt: (edition, run) => inTurn(() => adopt(edition, run)),
    exportJournal: () => inTurn(async () => (held === null ? '' : printRun(await runOf(held)))),
  };
}
