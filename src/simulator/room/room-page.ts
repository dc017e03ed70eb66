// What a trainer's page hands to its script, read once and believed whole or not at all.
import type { LinkTables, SessionPlay } from '../links.ts';

/** Written by lib/room-page.ts when the site is built. */
export interface RoomPage {
  /** Where the site stands, with its trailing slash. */
  readonly base: string;
  readonly editions: readonly { readonly id: string; readonly title: string }[];
  readonly tables: LinkTables;
  /** The academy of whoever has no preference. */
  readonly anywhere: string;
  /** The exercises of the session, in their order: its class code begins with the first. */
  readonly session: readonly SessionPlay[];
}

/** `null` where the page holds nothing of the kind. */
export function roomPageOf(place: HTMLElement): RoomPage | null {
  const handed = place.dataset['room'];
  const page: unknown = handed === undefined ? null : JSON.parse(handed);
  return isRoomPage(page) ? page : null;
}

/** Written by the page itself when the site was built. */
function isRoomPage(page: unknown): page is RoomPage {
  return typeof page === 'object' && page !== null && 'tables' in page && 'anywhere' in page;
}
