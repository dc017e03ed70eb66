// Writing and opening, whatever the device does meanwhile: the exercise goes on, and a notice says what changed.
import { stepOf } from '../core/advice.ts';
import type { Edition } from '../core/edition.ts';
import type { Setup } from '../core/portal.ts';
import { parentAt, stride } from '../journal/lineage.ts';
import { isPrecious, type Batch, type Store, type Written } from '../journal/store.ts';
import { entriesOf, tell, toldFrom, type Gesture } from './held.ts';
import { moveToMemory } from './move.ts';
import { corruptNotice, openNotices, unreadableNotice, writeNotices } from './notices.ts';
import { open, snapshotOf, withEarlier, type Held, type Tools } from './open.ts';
import { secretBook } from './secret-book.ts';
import type { Vault } from './vault.ts';

/** The exercise as it stands now, and what to say when that did not go as usual. */
export interface Kept {
  readonly next: Held;
  readonly notice: string | null;
}

export interface Keeper {
  /** Reads every place; a broken connection is opened again once. */
  reading<T>(work: (stores: readonly Store[]) => Promise<T>): Promise<T>;
  /** Opens an exercise, mended when it must be; `null` when that store does not know it. */
  openIn(store: Store, edition: Edition, id: string): Promise<Kept | null>;
  /** A new exercise with its first gestures: the start, and those that lead to a step. */
  begin(edition: Edition, setup: Setup, gestures: readonly Gesture[]): Promise<Kept>;
  /**
   * Appends gestures. `done` is false when another tab was faster: the exercise is then as that tab left it.
   * `null`: the exercise was erased.
   */
  append(
    to: Held,
    gestures: readonly Gesture[],
  ): Promise<(Kept & { readonly done: boolean }) | null>;
  /** Leaves the exercise as it was after entry `seq`, in a fork; `null`: the exercise was erased. */
  forkAt(from: Held, seq: number): Promise<Kept | null>;
}

export function createKeeper(places: Vault, tools: Tools): Keeper {
  /**
   * Writes; a connection that broke (Safari drops them in the background) is opened again once.
   * `lost` also says that the exercise is no longer behind the new connection.
   */
  async function write(store: Store, batch: Batch): Promise<{ outcome: Written; store: Store }> {
    const outcome = await store.write(batch);
    if (outcome !== 'lost') return { outcome, store };
    places.forget();
    const { store: again } = await places.place();
    if (again.kind === 'memory') return { outcome, store };
    const second = await again.write(batch);
    if (second === 'lost') places.forget();
    return { outcome: second === 'erased' ? 'lost' : second, store: again };
  }

  async function reading<T>(work: (stores: readonly Store[]) => Promise<T>): Promise<T> {
    try {
      return await work(await places.places());
    } catch {
      places.forget();
      return work(await places.places());
    }
  }

  async function openIn(
    store: Store,
    edition: Edition,
    id: string,
    book?: Held['book'],
  ): Promise<Kept | null> {
    const first = await open(store, id, { edition, tools, book });
    if (first.kind === 'missing') return null;
    if (first.kind === 'open') return { next: first.held, notice: null };
    const second = await open(store, first.fork, { edition, tools, book });
    if (second.kind !== 'open') return null;
    return { next: second.held, notice: first.upTo > 0 ? corruptNotice : unreadableNotice };
  }

  async function begin(
    edition: Edition,
    setup: Setup,
    gestures: readonly Gesture[],
  ): Promise<Kept> {
    const id = tools.newId();
    const { entries, sound } = entriesOf(id, toldFrom(null), gestures);
    const told = tell(edition, toldFrom(null), sound);
    if (told.world === null) throw new Error('an exercise begins with its start');
    const record = { id, setup, lineage: id };
    const batch = { exercise: id, record, entries, strict: true };
    const place = await places.place();
    const { outcome, ...written } = await write(place.store, batch);
    let { store } = written;
    let notice = place.refused && openNotices[place.refused];
    if (outcome === 'full' || outcome === 'lost') {
      notice = writeNotices[outcome];
      store = places.memory;
      await store.write(batch);
    }
    const segments = [{ exercise: id, from: 1, to: Infinity }];
    const book = secretBook(id, [], tools.random);
    const next: Held = {
      ...{ store, edition, id, setup, lineage: id, segments },
      ...{ base: null, entries: sound, told, world: told.world, book, shot: 0 },
    };
    return { next, notice };
  }

  async function append(to: Held, gestures: readonly Gesture[]): ReturnType<Keeper['append']> {
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
    const { outcome, store } = await write(to.store, batch);
    if (outcome === 'erased') return null;
    if (outcome === 'second-writer') {
      const now = await openIn(store, to.edition, to.id);
      return now && { next: now.next, notice: writeNotices[outcome], done: false };
    }
    let home: Held = { ...to, store };
    if (outcome !== 'written') {
      home = await moveToMemory(to, places.memory);
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

  async function forkAt(from: Held, seq: number): Promise<Kept | null> {
    const id = tools.newId();
    const record = (one: Held) => ({
      ...{ id, setup: one.setup, lineage: one.lineage },
      parent: parentAt(one.segments, seq) ?? { exercise: one.id, upTo: 0 },
    });
    const { outcome, store } = await write(from.store, {
      ...{ exercise: id, record: record(from), entries: [], strict: false },
    });
    // Written twice is written: the first answer was lost with the connection.
    if (outcome === 'written' || outcome === 'second-writer')
      return openIn(store, from.edition, id, from.book);
    if (outcome === 'erased') return null;
    const moved = await moveToMemory(from, places.memory);
    await moved.store.write({ exercise: id, record: record(moved), entries: [], strict: false });
    const now = await openIn(moved.store, from.edition, id, from.book);
    return now && { next: now.next, notice: writeNotices[outcome] };
  }

  return { reading, openIn, begin, append, forkAt };
}

/** Earlier lines are read until `enough` finds what it looks for. */
export async function reaching(from: Held, enough: (one: Held) => boolean): Promise<Held> {
  let one = from;
  while (one.base !== null && !enough(one)) {
    const more = await withEarlier(one);
    if (more === null) break;
    one = more;
  }
  return one;
}

/** Last entry of the gesture with which the current step began. */
export function stepBegan(from: Held): number | null {
  const { marks } = from.told;
  const step = stepOf(from.world);
  const before = marks.findLastIndex((mark) => mark.step !== step);
  return marks[before + 1]?.seq ?? null;
}
