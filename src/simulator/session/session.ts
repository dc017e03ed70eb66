// The one loop: decide → append (one transaction) → evolve → tell the screen. One command at a time.
import { steps, stepOf, walkTo, type Step } from '../core/advice.ts';
import { decide } from '../core/decide.ts';
import type { Edition } from '../core/edition.ts';
import type { Command, Decision, PortalEvent, SealedSecret, World } from '../core/portal.ts';
import type { Refusal } from '../core/refusals.ts';
import { mailboxProposals, numenAlias, proposals, proposedText, sealOf } from '../core/secrets.ts';
import { start, worldOf } from '../core/start.ts';
import type { Refused } from '../journal/device.ts';
import { exercisesOf, parentAt, stride } from '../journal/lineage.ts';
import { isPrecious, type Store } from '../journal/store.ts';
import type { DeskState, KeptExercise, Session } from './contract.ts';
import { exportOf } from './export.ts';
import { entriesOf, tell, type Gesture } from './held.ts';
import { keptIn } from './kept.ts';
import { moveToMemory } from './move.ts';
import { corruptNotice, openNotices, unreadableNotice, writeNotices } from './notices.ts';
import { open, snapshotOf, withEarlier, type Held, type Tools } from './open.ts';
import { secretBook } from './secret-book.ts';
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

  async function fallBack(from: Held, why: 'full' | 'lost'): Promise<Held> {
    const moved = await moveToMemory(from, places.memory);
    if (why === 'lost') places.forget();
    return moved;
  }

  /** Opens an exercise for good: mended when it must be. */
  async function openIn(store: Store, edition: Edition, id: string, book?: Held['book']) {
    const first = await open(store, id, { edition, tools, book });
    if (first.kind === 'missing') return null;
    if (first.kind === 'open') return { next: first.held, notice: null };
    const second = await open(store, first.fork, { edition, tools, book });
    if (second.kind !== 'open') return null;
    return { next: second.held, notice: first.upTo > 0 ? corruptNotice : unreadableNotice };
  }

  /**
   * Appends gestures to an exercise.
   * @returns the exercise after them, and a notice when it did not go as usual; `null` when it is gone
   */
  async function append(
    to: Held,
    gestures: readonly Gesture[],
  ): Promise<{ next: Held; notice: string | null; done: boolean } | null> {
    const { entries, sound } = entriesOf(to.id, to.told, gestures);
    if (entries.length === 0) return { next: to, notice: null, done: true };
    const told = tell(to.edition, to.told, sound);
    const world = told.world ?? to.world;
    const due = told.seq - to.shot >= stride;
    const secrets = to.book.fresh();
    const batch = {
      exercise: to.id,
      entries,
      secrets,
      snapshot: due ? snapshotOf(to.id, told, world) : undefined,
      strict: entries.some(isPrecious),
    };
    const outcome = await to.store.write(batch);
    if (outcome === 'erased') return null;
    if (outcome === 'second-writer') {
      const now = await openIn(to.store, to.edition, to.id);
      return now && { next: now.next, notice: writeNotices[outcome], done: false };
    }
    let home = to;
    if (outcome !== 'written') {
      home = await fallBack(to, outcome);
      await home.store.write({ ...batch, secrets: [] });
    }
    to.book.keep(secrets);
    const next: Held = {
      ...home,
      told,
      world,
      entries: [...home.entries, ...sound],
      shot: due ? told.seq : home.shot,
    };
    return { next, notice: outcome === 'written' ? null : writeNotices[outcome], done: true };
  }

  /** Leaves the exercise as it was after entry `seq`, in a fork. */
  async function forkAt(
    from: Held,
    seq: number,
  ): Promise<{ next: Held; notice: string | null } | null> {
    const id = tools.newId();
    const record = (one: Held) => ({
      ...{ id, setup: one.setup, lineage: one.lineage },
      parent: parentAt(one.segments, seq) ?? { exercise: one.id, upTo: 0 },
    });
    const outcome = await from.store.write({
      ...{ exercise: id, record: record(from), entries: [], strict: false },
    });
    if (outcome === 'written') return openIn(from.store, from.edition, id, from.book);
    if (outcome === 'erased' || outcome === 'second-writer') return null;
    const moved = await fallBack(from, outcome);
    await moved.store.write({ exercise: id, record: record(moved), entries: [], strict: false });
    const now = await openIn(moved.store, from.edition, id, from.book);
    return now && { next: now.next, notice: writeNotices[outcome] };
  }

  /** In turn, with the exercise that is open then; nothing happens when there is none. */
  function withHeld(work: (from: Held, since: number) => Promise<void>): Promise<void> {
    return inTurn(async () => {
      if (held !== null) await work(held, epoch);
    });
  }

  function backTo(seqOf: (from: Held) => number | null): Promise<void> {
    return withHeld(async (from, since) => {
      const seq = seqOf(from);
      if (seq === null) return;
      const forked = await forkAt(from, seq);
      if (forked === null) gone();
      else show(forked.next, { ...silence, notice: forked.notice }, since);
    });
  }

  /** Earlier lines are read until `enough` finds what it looks for. */
  async function reaching(from: Held, enough: (one: Held) => boolean): Promise<Held> {
    let one = from;
    while (one.base !== null && !enough(one)) {
      const more = await withEarlier(one);
      if (more === null) break;
      one = more;
    }
    return one;
  }

  /** Last entry of the gesture with which the current step began. */
  function stepBegan(from: Held): number | null {
    const { marks } = from.told;
    const step = stepOf(from.world);
    const before = marks.findLastIndex((mark) => mark.step !== step);
    return marks[before + 1]?.seq ?? null;
  }

  async function restartStep(from: Held, since: number): Promise<void> {
    const step = stepOf(from.world);
    const whole = await reaching(from, (one) => one.told.marks.some((mark) => mark.step !== step));
    const seq = stepBegan(whole);
    if (seq === null || seq === from.told.seq) return show(from, silence, since);
    const forked = await forkAt(from, seq);
    if (forked === null) gone();
    else show(forked.next, { ...silence, notice: forked.notice }, since);
  }

  function walk(edition: Edition, world: World, step: Step): readonly Gesture[] {
    return walkTo(edition, world, step).map((events) => ({ events }));
  }

  async function startAnew(
    ...[edition, setup, jumpTo]: Parameters<Session['start']>
  ): Promise<void> {
    const since = epoch;
    const first = start(edition, setup);
    const gestures: readonly Gesture[] = [
      { events: [first] },
      ...(jumpTo === undefined ? [] : walk(edition, worldOf(first), jumpTo)),
    ];
    const id = tools.newId();
    const { entries, sound } = entriesOf(id, { world: null, seq: 0, group: 0 }, gestures);
    const batch = {
      ...{ exercise: id, record: { id, setup, lineage: id }, entries, strict: true },
    };
    const place = await places.place();
    let { store } = place;
    let notice = place.refused && openNotices[place.refused];
    const outcome = await store.write(batch);
    if (outcome === 'full' || outcome === 'lost') {
      notice = writeNotices[outcome];
      if (outcome === 'lost') places.forget();
      store = places.memory;
      await store.write(batch);
    }
    const told = tell(edition, { world: null, seq: 0, group: 0, lines: [], marks: [] }, sound);
    const next: Held = {
      ...{ store, edition, id, setup, lineage: id, base: null, entries: sound, told, shot: 0 },
      segments: [{ exercise: id, from: 1, to: Infinity }],
      world: told.world ?? worldOf(first),
      book: secretBook(id, [], random),
    };
    show(next, { ...silence, lastEvents: gestures.at(-1)?.events ?? [], notice }, since);
  }

  async function resume(edition: Edition, exercise: string): Promise<void> {
    const since = epoch;
    for (const store of await places.places()) {
      const found = await openIn(store, edition, exercise);
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
    const appended = await append(from, [refused ? { events, refused } : { events }]);
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
    const begun = target > here ? { next: from, notice: null } : await forkAt(from, 1);
    const gestures = begun && walk(begun.next.edition, begun.next.world, step);
    const appended = begun && gestures && (await append(begun.next, gestures));
    if (!begun || !gestures || !appended) return void gone();
    const lastEvents = appended.done ? (gestures.at(-1)?.events ?? []) : [];
    const notice = appended.notice ?? begun.notice;
    show(appended.next, { ...silence, lastEvents, notice }, since);
  }

  async function kept(): Promise<readonly KeptExercise[]> {
    const found: KeptExercise[] = [];
    const lineages = new Set<string>();
    for (const store of await places.places()) {
      try {
        found.push(...(await keptIn(store, lineages)));
        for (const { lineage } of await exercisesOf(store)) lineages.add(lineage);
      } catch {
        // The connection broke between two visits: the next one opens it again.
        places.forget();
      }
    }
    return found;
  }

  function seal(text: string): SealedSecret {
    if (held === null) return sealOf(text, 'p0', '');
    const { edition, world, book } = held;
    const { numen, address } = world.persona;
    const all = [
      ...proposals(edition, world.setup.seed, address),
      ...mailboxProposals(world.setup.seed),
    ];
    const known = text === numen ? numenAlias : all.find((one) => one.text === text)?.alias;
    return sealOf(text, known ?? book.aliasOf(text), address);
  }

  return {
    state: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    kept: () => inTurn(kept),
    start: (edition, setup, jumpTo) => inTurn(() => startAnew(edition, setup, jumpTo)),
    resume: (edition, exercise) => inTurn(() => resume(edition, exercise)),
    send: (command) => inTurn(() => send(command)),
    undo: () =>
      backTo(({ told, base }) => {
        if (told.group <= 1) return null;
        return told.marks.at(-2)?.seq ?? base?.seq ?? null;
      }),
    undoTo: (group) =>
      withHeld(async (from, since) => {
        const whole = await reaching(from, (one) => one.told.marks.some((m) => m.group === group));
        const mark = whole.told.marks.find((one) => one.group === group);
        if (mark === undefined || mark.seq === from.told.seq) return;
        const forked = await forkAt(from, mark.seq);
        if (forked === null) gone();
        else show(forked.next, { ...silence, notice: forked.notice }, since);
      }),
    restartStep: () => withHeld(restartStep),
    restart: () => backTo(() => 1),
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
      return place === 'mailbox'
        ? mailboxProposals(seed)
        : proposals(held.edition, seed, held.world.persona.address);
    },
    textOf: (alias) => held && proposedText(held.edition, held.world, alias),
    exportJournal: () => inTurn(async () => (held === null ? '' : exportOf(held))),
  };
}
