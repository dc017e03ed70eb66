// Chapter 3: the voter's space, and every page that can be opened.
import { accept, no, outside, portalDoor, reissueDoor, sessionDoor } from '../checks.ts';
import { incident, later } from '../clock.ts';
import type { Edition, Screen } from '../edition.ts';
import type { Decision, World } from '../portal.ts';
import type { RefusalWord } from '../refusals.ts';
import { academyOf, periodOf } from '../views.ts';

/** Pages that show what an answer brought: they cannot be opened before it. */
const afterwards: Readonly<Record<string, (world: World) => RefusalWord | null>> = {
  'identifier-numen': (world) => (world.mailbox.captchaPassed ? null : 'captcha-first'),
  identity: (world) => (world.mailbox.identityKnown ? null : 'captcha-first'),
  mail: (world) => (world.mailbox.openMail === null ? 'no-such-mail' : null),
  notice: (world) => (world.code.letter === 'open' ? null : 'not-offered'),
  ballot: (world) => (world.booth.contest === null ? 'not-in-booth' : null),
  receipt: (world) => (world.receipts.length > 0 ? null : 'not-offered'),
  'account-mail-sent': (world) => (world.account.activation.sent > 0 ? null : 'not-offered'),
  'account-confirmed': (world) => (world.account.state === 'active' ? null : 'not-offered'),
  'reset-sent': (world) => (world.account.reset.sent > 0 ? null : 'not-offered'),
  'new-code-sent': (world) => (world.code.reissues > 0 ? null : 'not-offered'),
  'new-code-shown': (world) => (world.screen === 'new-code-shown' ? null : 'not-offered'),
  'fake-explained': (world) => (world.screen === 'fake-explained' ? null : 'not-offered'),
  'inner-browser': (world) => (world.innerBrowser === null ? 'not-offered' : null),
  'certificate-warning': (world) => (world.warning.wanted === null ? 'not-offered' : null),
  'portal-down': (world) => (world.down ? null : 'not-offered'),
};

const toolScreens = ['identifier-captcha', 'identifier-numen', 'identity'];

function needed(screen: Screen, world: World): RefusalWord | null {
  switch (screen.needs) {
    case null:
      return null;
    case 'mailbox':
      return world.mailbox.open ? null : 'not-in-mailbox';
    case 'choosing':
      return world.account.choosing ? null : 'not-offered';
    case 'session':
      return sessionDoor(world);
    case 'booth':
      return sessionDoor(world) ?? (world.booth.inside ? null : 'not-in-booth');
  }
}

/** What must have happened before that page can stand there; `null` when it has. */
export function pageRefusal(screen: Screen, world: World): RefusalWord | null {
  return needed(screen, world) ?? afterwards[screen.id]?.(world) ?? null;
}

/** Opens a page. Its window and what it needs come from the registry. */
export function consult(edition: Edition, world: World, id: string): Decision {
  const screen = edition.screens[id];
  if (!screen) return no('not-offered');
  if (toolScreens.includes(id) && academyOf(edition, world).mailbox.identifierTool === 'none')
    return no('not-offered');
  if (screen.portal) {
    const door = portalDoor(edition, world, null);
    if (door) return no(door);
  }
  if (screen.period) {
    const shut =
      screen.period === 'reissue'
        ? reissueDoor(edition, world)
        : outside(periodOf(edition, world, screen.period), world.now);
    if (shut) return no(shut);
  }
  const missing = pageRefusal(screen, world);
  if (missing) return no(missing);
  if (screen.portal && incident(world, 'certificate-warning') && !world.warning.settled)
    return accept({ type: 'WarningShown', wanted: id });
  return accept({ type: 'Consulted', screen: id });
}

export function requestProfileUpdate(edition: Edition, world: World): Decision {
  const door = portalDoor(edition, world, 'profileUpdate') ?? sessionDoor(world);
  if (door) return no(door);
  if (world.profileUpdate !== 'no') return no('already-asked');
  return accept({
    type: 'ProfileUpdateAsked',
    due: later(
      world,
      edition.delays.decision,
      { name: 'profile', nth: 1 },
      { kind: 'profile-decision' },
    ),
  });
}

export function claimRollCorrection(edition: Edition, world: World): Decision {
  const door = portalDoor(edition, world, 'rollCorrection') ?? sessionDoor(world);
  if (door) return no(door);
  if (world.rollCorrection !== 'no') return no('already-asked');
  return accept({
    type: 'RollCorrectionAsked',
    due: later(world, edition.delays.decision, { name: 'roll', nth: 1 }, { kind: 'roll-decision' }),
  });
}
