// The five things on the desk, and what is new on each.
import type { Device, Edition } from '../core/edition.ts';
import { can } from '../core/offers.ts';
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

const firstScreens: Readonly<Record<Exclude<Device, 'computer'>, readonly string[]>> = {
  phone: ['inner-browser', 'sms'],
  letterbox: ['notice', 'letterbox'],
  people: ['people'],
  calendar: ['calendar'],
};

/** Any page of a portal that is down is the page that says so. */
export function standingIn(edition: Edition, world: World, screen: string): string {
  return world.down && edition.screens[screen]?.portal === true ? 'portal-down' : screen;
}

/**
 * Where taking up a device leads: the screen left on the computer, or the device's first one that opens now.
 * @param last the computer's screen when it was left; a page that has closed since is not tried
 */
export function screenOn(
  edition: Edition,
  world: World,
  device: Device,
  last: string | null,
): string | null {
  const pages = computerPages(edition, world).map(({ screen }) => screen);
  // Whoever waited in front of a silent portal finds it open again.
  const left = last === 'portal-down' && !world.down ? pages.at(-1) : last;
  const wanted =
    device === 'computer'
      ? [standingIn(edition, world, left ?? ''), ...pages]
      : firstScreens[device];
  return (
    wanted.find((screen) => can(edition, world, { type: 'Consult', screen })) ??
    wanted.at(-1) ??
    null
  );
}
