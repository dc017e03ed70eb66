/** A desk on which nothing happens: what a screen needs in order to be drawn once. */
import type { Edition } from '../simulator/core/edition.ts';
import { sealOf } from '../simulator/core/secrets.ts';
import type { World } from '../simulator/core/portal.ts';
import type { Session } from '../simulator/session/contract.ts';
import type { Desk } from '../simulator/ui/desk-types.ts';

const nothing = async (): Promise<void> => undefined;

const session: Session = {
  state: () => null,
  subscribe: () => () => undefined,
  kept: async () => [],
  start: nothing,
  resume: nothing,
  send: async () => ({ events: [], refusals: [] }),
  undo: nothing,
  undoTo: nothing,
  showEarlier: nothing,
  restartStep: nothing,
  restart: nothing,
  jumpTo: nothing,
  leave: () => undefined,
  eraseAll: nothing,
  seal: (text) => sealOf(text, 'drawn', ''),
  proposals: () => [],
  textOf: () => null,
  run: async () => null,
  adopt: nothing,
  exportJournal: async () => '',
};

/** The desk over a world, as every screen is handed one. */
export function stillDesk(edition: Edition, world: World): Desk {
  return {
    session,
    state: {
      edition,
      exercise: '',
      world,
      lines: [],
      refusals: [],
      refused: null,
      lastEvents: [],
      canUndo: false,
      hasEarlier: false,
      storage: 'memory',
      notice: null,
    },
    edition,
    world,
    mark: null,
    base: '/',
    send: async () => true,
    open: () => undefined,
    settle: () => undefined,
  };
}
