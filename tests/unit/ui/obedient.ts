// Somebody who is guided, without a browser: uses the control that is marked, and nothing else.
import { decide } from '../../../src/simulator/core/decide.ts';
import type { Edition } from '../../../src/simulator/core/edition.ts';
import { devices } from '../../../src/simulator/core/edition.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import { gestures } from '../../../src/simulator/core/offers.ts';
import type { Command, World } from '../../../src/simulator/core/portal.ts';
import type { RefusalWord } from '../../../src/simulator/core/refusals.ts';
import { captchaText } from '../../../src/simulator/core/views.ts';
import { captchaPlaceOf, commandOf } from '../../../src/simulator/ui/commands.ts';
import type { Typed } from '../../../src/simulator/ui/desk-types.ts';
import { deviceOf, screenOn, standingIn } from '../../../src/simulator/ui/devices.ts';
import { fillsOf } from '../../../src/simulator/ui/fills.ts';
import { adviceTo, markOf, nextField, type Mark } from '../../../src/simulator/ui/marked.ts';
import { computerPages, doorsOf, screenOf, tabsOf } from '../../../src/simulator/ui/registry.ts';
import { seal } from '../../../src/simulator/ui/text.tsx';
import { deskOf } from './support.ts';

/** One world of the way, with what is marked in it. */
export interface MarkedStop {
  readonly world: World;
  readonly mark: Mark | null;
}

/** More presses than any way needs. */
const patience = 600;

/** What a gesture may meet because it took its time; any other refusal means that the mark was wrong. */
const untimely: readonly RefusalWord[] = [
  'closed',
  'portal-down',
  'session-expired',
  'desk-closed',
  'one-time-code-expired',
];

/** What somebody types who made up her own password and remembers it: nothing can fill it in for her. */
const memory = 'de mémoire';

/** What a form sends once every field was filled in as marked: with « remplir », else by reading the image. */
function filledIn(edition: Edition, world: World): Command | null {
  const screen = screenOf(edition, world);
  const action = screen?.actions.find(({ sends }) => sends !== null && sends !== 'RenewCaptcha');
  if (!screen || !action?.sends) return null;
  const { sends } = action;
  const desk = deskOf(edition, world);
  const place = captchaPlaceOf(screen);
  const read: Typed = {
    captcha: place ? captchaText(edition, world, place) : '',
    question: '0',
    password: memory,
    answer: memory,
  };
  let typed: Typed = {};
  for (let id = nextField(desk, screen, sends, typed); id !== null;) {
    const offered = fillsOf(desk, id, sends, typed).fills.find(({ flawed }) => !flawed);
    const text = offered?.text ?? read[id] ?? '';
    if (text === '') throw new Error(`nothing to fill in ${id} of ${screen.id} with`);
    typed = { ...typed, [id]: text };
    id = nextField(desk, screen, sends, typed);
  }
  // As the session does: a text that was proposed here is known by its alias.
  const known = (text: string) => {
    const { session } = desk;
    const { mailbox, account } = world;
    const own = [mailbox.secret, account.secret, account.challenge?.secret];
    const place = sends === 'SignInToMailbox' ? 0 : sends === 'AnswerChallenge' ? 2 : 1;
    if (text === memory) return { ...session.seal(text), alias: own[place] ?? '' };
    const proposed = session.proposals(sends === 'ChooseChallenge' ? 'challenge' : 'account');
    const alias =
      own.find((one) => one && session.textOf(one) === text) ??
      proposed.find((one) => one.text === text)?.alias;
    const sealed = session.seal(text);
    return alias ? { ...sealed, alias } : sealed;
  };
  return commandOf(sends, typed, { edition, world, screen, seal: known, action });
}

/** What using the marked control does. */
function pressed(edition: Edition, world: World, left: string | null, mark: Mark): Command | null {
  const screen = screenOf(edition, world);
  const open = (id: string | null | undefined): Command | null =>
    id ? { type: 'Consult', screen: standingIn(edition, world, id) } : null;
  if (!screen) return null;
  switch (mark.on) {
    case 'form':
      return filledIn(edition, world);
    case 'keyboard':
      return { type: 'PressCapsLock' };
    case 'coach':
      return open(mark.leads);
    case 'folder':
      return open(mark.name);
    case 'tab':
      return open(tabsOf(screen).find(({ label }) => label === mark.name)?.opens);
    case 'page':
      return open(computerPages(edition, world).find(({ name }) => name === mark.name)?.screen);
    case 'device': {
      const device = devices.find((one) => one === mark.name);
      return device ? open(screenOn(edition, world, device, left)) : null;
    }
    case 'door': {
      const door = doorsOf(screen, world, edition).find(({ label }) => label === mark.name);
      if (!door?.sends) return open(door?.opens);
      const desk = deskOf(edition, world);
      return commandOf(door.sends, {}, { edition, world, screen, seal: seal(desk) });
    }
    case 'gesture': {
      const { command } = adviceTo(edition, world);
      const all = command?.type === 'PassTime' ? [command] : gestures(edition, world);
      return all.find((one) => JSON.stringify(one) === mark.name) ?? null;
    }
  }
}

/**
 * Uses the marked control until none is, or until `enough`.
 * @returns every world stood in, in order
 * @throws when the marked control does nothing, is refused, or leads round in circles
 */
export function obeyMarks(
  edition: Edition,
  from: World,
  enough: (world: World) => boolean = () => false,
): readonly MarkedStop[] {
  const stops: MarkedStop[] = [];
  let world = from;
  let left: string | null = null;
  for (;;) {
    if (deviceOf(edition, world.screen) === 'computer') left = world.screen;
    const mark = enough(world) ? null : markOf(edition, world, left);
    stops.push({ world, mark });
    if (!mark) return stops;
    const trail = () =>
      stops.slice(-6).map((one) => `${one.world.screen} ${JSON.stringify(one.mark)}`);
    if (stops.length > patience) throw new Error(`round in circles:\n${trail().join('\n')}`);
    const command = pressed(edition, world, left, mark);
    if (!command) throw new Error(`nothing happens:\n${trail().join('\n')}`);
    const { events, refusals } = decide(edition, world, command);
    if (refusals.some(({ word }) => !untimely.includes(word)))
      throw new Error(`refused, ${JSON.stringify(refusals)}:\n${trail().join('\n')}`);
    world = events.reduce(evolve, world);
  }
}
