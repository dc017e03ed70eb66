// Which control to use now: the coach's gesture, found on the desk as it is drawn.
import { advise, type Advice } from '../core/advice.ts';
import { devices, type Edition, type Screen } from '../core/edition.ts';
import { can } from '../core/offers.ts';
import type { Command, CommandType, World } from '../core/portal.ts';
import type { Desk, Typed } from './desk-types.ts';
import { deviceOf, screenOn } from './devices.ts';
import { chosenHere, fillsOf } from './fills.ts';
import { computerPages, doorsOf, folders, hasForm, screenOf, tabsOf } from './registry.ts';
import { besideField } from './refused.ts';

/** Parts of the desk that hold controls; in each, a name is enough to tell them apart. */
type Place =
  'form' | 'gesture' | 'door' | 'tab' | 'folder' | 'page' | 'device' | 'keyboard' | 'coach';

/** The one control to use now. */
export interface Mark {
  readonly on: Place;
  /** A label, a page, a device; of a gesture, what it sends; of a form, its command. */
  readonly name: string;
  /** The page where the advised gesture is made: the open one, or where the control leads in the end. */
  readonly leads: string;
}

/** Id of the words that every marked control is described by; the ring is drawn by it too. */
export const markId = 'a-utiliser';

/** Attributes of a control: the mark, when it is the one. */
export function marking(
  { mark }: Pick<Desk, 'mark'>,
  on: Place,
  name: string,
): { readonly 'aria-describedby': string | undefined } {
  return { 'aria-describedby': mark?.on === on && mark.name === name ? markId : undefined };
}

/** Attributes of a button that sends one complete gesture. */
export function gesture(desk: Desk, command: Command) {
  return {
    ...marking(desk, 'gesture', gestureName(command)),
    onClick: () => void desk.send(command),
  };
}

function gestureName(command: Command): string {
  return JSON.stringify(command);
}

/** What locked capitals would spoil. */
function isSpoiltByCapitals(command: Command): boolean {
  return 'password' in command || 'answer' in command || 'captcha' in command;
}

/** The coach's advice to somebody who types: the core's, once the keyboard is as it should be. */
export function adviceTo(edition: Edition, world: World): Advice {
  const advice = advise(edition, world);
  return world.capsLock && advice.command && isSpoiltByCapitals(advice.command)
    ? {
        ...advice,
        goal: 'unlock-capitals',
        command: { type: 'PressCapsLock' },
        screen: world.screen,
      }
    : advice;
}

/** One way to make the gesture: what is done, and the pages where it can be. */
interface Way {
  readonly command: Command;
  readonly screens: readonly string[];
}

/** The advised gesture as pages have it: a mail is opened before its link, the address is given before the password. */
function waysTo(edition: Edition, world: World, command: Command, screen: string): readonly Way[] {
  const { openMail, mails } = world.mailbox;
  switch (command.type) {
    case 'OpenMail':
    case 'FollowLink':
    case 'DeleteMail': {
      const open = openMail === command.mail;
      if (open && world.screen === 'mail') return [{ command, screens: ['mail'] }];
      const folder = mails.find(({ id }) => id === command.mail)?.folder ?? 'inbox';
      // A line of the inbox has its own bin; elsewhere a mail is thrown away once it is open.
      const line: Command =
        command.type === 'DeleteMail' && folder === 'inbox'
          ? command
          : { type: 'OpenMail', mail: command.mail };
      return [{ command: line, screens: open ? ['mail', folder] : [folder] }];
    }
    case 'SignIn': {
      const { address } = command;
      const before: Way = {
        command: { type: 'GiveAddress', address, captcha: '' },
        screens: ['sign-in'],
      };
      return [
        { command, screens: [screen] },
        ...(edition.signInForm === 'address-then-password' ? [before] : []),
      ];
    }
    case 'DownloadReceipt':
      return [{ command, screens: ['receipt', 'receipts'] }];
    default:
      return [{ command, screens: [screen] }];
  }
}

interface Exit {
  readonly on: Place;
  readonly name: string;
  readonly opens: string | null;
}

/** Everything that opens another page, the nearest to the eye first. */
function exitsOf(edition: Edition, world: World, left: string | null): readonly Exit[] {
  const screen = screenOf(edition, world);
  if (!screen) return [];
  const current = deviceOf(edition, screen.id);
  const exits: Exit[] = [];
  // Of two doors to the same page, the one outside the numbered blocks.
  const doors = [...doorsOf(screen, world, edition)].sort(
    (a, b) => Number(a.block !== null) - Number(b.block !== null),
  );
  for (const { label, opens } of doors) exits.push({ on: 'door', name: label, opens });
  for (const { label, opens } of tabsOf(screen)) exits.push({ on: 'tab', name: label, opens });
  if (screen.kind === 'mailbox')
    for (const name of folders) exits.push({ on: 'folder', name, opens: name });
  if (current === 'computer')
    for (const { name, screen: opens } of computerPages(edition, world))
      exits.push({ on: 'page', name, opens });
  for (const name of devices)
    if (name !== current)
      exits.push({ on: 'device', name, opens: screenOn(edition, world, name, left) });
  return exits;
}

/** The first control on the shortest way to one of these pages. */
function firstStep(
  edition: Edition,
  world: World,
  targets: readonly string[],
  left: string | null,
): Exit | null {
  const seen = new Set([world.screen]);
  let front: readonly { readonly screen: string; readonly by: Exit | null }[] = [
    { screen: world.screen, by: null },
  ];
  while (front.length > 0) {
    const next: { readonly screen: string; readonly by: Exit }[] = [];
    for (const { screen, by } of front) {
      const here = { ...world, screen };
      for (const exit of exitsOf(edition, here, left)) {
        const { opens } = exit;
        if (opens === null || seen.has(opens)) continue;
        if (!can(edition, here, { type: 'Consult', screen: opens })) continue;
        seen.add(opens);
        if (targets.includes(opens)) return by ?? exit;
        next.push({ screen: opens, by: by ?? exit });
      }
    }
    front = next;
  }
  return null;
}

/** The control of the open page that makes this gesture. */
function controlOf(edition: Edition, world: World, command: Command): Omit<Mark, 'leads'> {
  const screen = screenOf(edition, world);
  if (screen && hasForm(screen, world)) return { on: 'form', name: command.type };
  const door = screen && doorsOf(screen, world, edition).find((one) => one.sends === command.type);
  return door ? { on: 'door', name: door.label } : { on: 'gesture', name: gestureName(command) };
}

/**
 * What to use now on the way that the coach advises.
 * @param left the page on which the computer was left, when another device is open
 * @returns `null` when there is no gesture: the end, or a dead end
 */
export function markOf(edition: Edition, world: World, left: string | null): Mark | null {
  const { command, screen } = adviceTo(edition, world);
  if (!command || screen === null) return null;
  if (command.type === 'PressCapsLock') return { on: 'keyboard', name: '', leads: screen };
  const ways = waysTo(edition, world, command, screen);
  if (command.type !== 'Consult')
    for (const way of ways)
      if (way.screens.includes(world.screen))
        return { ...controlOf(edition, world, way.command), leads: world.screen };
  for (const { screens } of ways) {
    const exit = firstStep(edition, world, screens, left);
    if (exit) return { on: exit.on, name: exit.name, leads: screens[0] ?? screen };
  }
  // No door leads there from here: the coach's own button does.
  const pages = ways.flatMap(({ screens }) => screens);
  const leads = pages.find((page) => can(edition, world, { type: 'Consult', screen: page }));
  return { on: 'coach', name: '', leads: leads ?? screen };
}

/** The instant to wait for, when waiting is the advice. */
export function waitOf(desk: Pick<Desk, 'mark' | 'edition' | 'world'>): number | null {
  if (desk.mark?.on !== 'gesture') return null;
  const { command } = adviceTo(desk.edition, desk.world);
  return command?.type === 'PassTime' ? command.until : null;
}

/**
 * The field to fill in next; `null`: all are, and the form can be sent.
 * A field that was refused is to be filled in again, unless its « remplir » was just used.
 */
export function nextField(
  desk: Desk,
  screen: Pick<Screen, 'fields'>,
  sends: CommandType | null,
  typed: Typed,
): string | null {
  const isWanted = (id: string): boolean => {
    const text = typed[id] ?? '';
    if (text === '') return true;
    if (chosenHere(id, sends) || besideField(desk.state.refusals, id).length === 0) return false;
    const [offered] = fillsOf(desk, id, sends, typed).fills;
    return offered !== undefined && text !== offered.text;
  };
  return screen.fields.find(({ id }) => isWanted(id))?.id ?? null;
}
