// Where exercises are kept: the device's journal when it can be opened, memory beside it when it cannot, or no longer.
import { deleteDevice, openDevice, type Refused } from '../journal/device.ts';
import { memoryStore } from '../journal/memory.ts';
import type { Store } from '../journal/store.ts';
import { eraseFailed } from './notices.ts';

export interface Vault {
  readonly memory: Store;
  /** Where a new exercise goes, and why it is not the device if it is not. */
  place(): Promise<{ readonly store: Store; readonly refused: Refused | null }>;
  /** Every place that can be read, memory first. */
  places(): Promise<readonly Store[]>;
  /** The device's connection broke: the next `place()` tries again. */
  forget(): void;
  /** @throws when something is still on the device */
  erase(): Promise<void>;
}

/** @param open how the device is opened; tests give another */
export function vault(open: () => Promise<Store | Refused> = openDevice): Vault {
  const memory = memoryStore();
  let opening: Promise<Store | Refused> | null = null;
  const device = () => (opening ??= open());

  async function eraseDevice(): Promise<boolean> {
    const found = await device();
    // Refused: this browser keeps nothing for us, and never did.
    if (found === 'refused') return true;
    if (typeof found !== 'string') {
      try {
        await found.erase();
        return true;
      } catch {
        found.close();
      }
    }
    opening = null;
    return deleteDevice();
  }

  return {
    memory,
    async place() {
      const found = await device();
      if (typeof found !== 'string') return { store: found, refused: null };
      // Another tab may have let go meanwhile: ask again next time.
      if (found === 'blocked') opening = null;
      return { store: memory, refused: found };
    },
    async places() {
      const found = await device();
      return typeof found === 'string' ? [memory] : [memory, found];
    },
    forget: () => {
      opening = null;
    },
    async erase() {
      await memory.erase();
      const erased = await eraseDevice();
      eraseDrafts();
      if (!erased) throw new Error(eraseFailed);
    },
  };
}

/** Small drafts of the simulator (never of the guide: the chosen academy stays). */
export const draftPrefix = 'isoloir.simulator';

function eraseDrafts(): void {
  try {
    for (const drafts of [globalThis.localStorage, globalThis.sessionStorage]) {
      for (const key of Object.keys(drafts))
        if (key.startsWith(draftPrefix)) drafts.removeItem(key);
    }
  } catch {
    // Cookies refused: touching it throws, and nothing is there.
  }
}
