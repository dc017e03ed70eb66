// The five things on the desk, and what is new on each.
import type { Device, Edition } from '../core/edition.ts';
import type { World } from '../core/portal.ts';
import { computerPages } from './registry.ts';

/** French names, as on the tabs. */
export const deviceNames: Readonly<Record<Device, string>> = {
  computer: 'ordinateur',
  phone: 'téléphone',
  letterbox: 'casier',
  people: 'personnes',
  calendar: 'calendrier',
};

/** The device of the screen that is open; the computer when the registry does not know it. */
export function deviceOf(edition: Edition, screen: string): Device {
  return edition.screens[screen]?.device ?? 'computer';
}

/** How many new things wait on a device: unread mails, unread messages, a sealed letter. */
export function newOn(world: World, device: Device): number {
  switch (device) {
    case 'computer':
      return world.mailbox.open
        ? world.mailbox.mails.filter(({ read, folder }) => !read && folder === 'inbox').length
        : 0;
    case 'phone':
      return world.code.sms.filter(({ read }) => !read).length;
    case 'letterbox':
      return world.code.letter === 'sealed' ? 1 : 0;
    case 'people':
    case 'calendar':
      return 0;
  }
}

/** Where taking up a device leads: the screen left there, or its first one. */
export function screenOn(
  edition: Edition,
  world: World,
  device: Device,
  last: string | null,
): string | null {
  if (device === 'computer' && (last === null || !(last in edition.screens)))
    return computerPages(edition, world)[0]?.screen ?? null;
  if (last !== null && last in edition.screens) return last;
  if (device === 'letterbox' && world.code.letter === 'open' && 'notice' in edition.screens)
    return 'notice';
  return Object.values(edition.screens).find((screen) => screen.device === device)?.id ?? null;
}
