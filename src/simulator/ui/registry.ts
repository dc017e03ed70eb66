// The screen as this voter sees it: the registry's, with the academy's own labels, and without doors that lead nowhere.
import type { Edition, Screen, ScreenAction } from '../core/edition.ts';
import { can } from '../core/offers.ts';
import type { CommandType, Folder, World } from '../core/portal.ts';
import { academyOf, isListed, remaining } from '../core/views.ts';

/** Commands about one mail, one message, one person, one contest: the screen's own drawing sends them. */
const drawnByKind: readonly (CommandType | null)[] = [
  'AskForNumen',
  'CallHelpdesk',
  'ReadSms',
  'OpenMail',
  'DeleteMail',
  'RestoreMail',
  'MoveMail',
  'ReportFake',
  'AnswerFake',
  'FollowLink',
  'OpenContest',
  'ConfirmBallot',
  'DownloadReceipt',
  'RenewCaptcha',
];
/** The mailbox's folders, as it shows them; a page each. */
export const folders = ['inbox', 'junk', 'bin'] as const satisfies readonly Folder[];
const tool: readonly (string | null)[] = ['identifier-captcha', 'identifier-numen', 'identity'];
/** Block of actions that are tabs above the form. */
export const tabsBlock = 'onglets';

/** The open screen; `undefined` when the registry no longer has it. */
export function screenOf(edition: Edition, world: World): Screen | undefined {
  const screen = edition.screens[world.screen];
  return screen?.id === 'mail-login' ? withAcademyLabels(screen, edition, world) : screen;
}

/** Each academy's mailbox has its own words. */
function withAcademyLabels(screen: Screen, edition: Edition, world: World): Screen {
  const { mailbox } = academyOf(edition, world);
  const known = mailbox.strength !== 'reconstructed' && mailbox.strength !== 'inferred';
  return {
    ...screen,
    title: mailbox.title,
    intro: [mailbox.notice, ...screen.intro].filter((text) => text !== ''),
    fields: screen.fields.map((field) => ({
      ...field,
      label: field.id === 'user' ? mailbox.userLabel : mailbox.passwordLabel,
    })),
    actions: screen.actions.map((action) => ({
      ...action,
      label: action.sends === null ? mailbox.lostLabel : mailbox.button,
    })),
    mark: known ? 'documented' : 'reconstructed',
    sources: mailbox.sources,
    because: known
      ? null
      : (screen.because ??
        'Reconstitué : il y a ici une messagerie, dont la page d’entrée est inconnue.'),
  };
}

/** The page has fields to fill in; those of the booth's door are gone once one is inside. */
export function hasForm(screen: Screen, world: World): boolean {
  return screen.fields.length > 0 && !(screen.kind === 'booth' && world.booth.inside);
}

/** Tabs above the form. */
export function tabsOf(screen: Screen): readonly ScreenAction[] {
  return screen.actions.filter(({ block }) => block === tabsBlock);
}

/** Buttons and tiles below: neither tabs, nor what the form or the kind of screen draws itself. */
export function doorsOf(screen: Screen, world: World, edition: Edition): readonly ScreenAction[] {
  const inForm = hasForm(screen, world);
  const hasTool = academyOf(edition, world).mailbox.identifierTool !== 'none';
  const actions = screen.actions.map((door) => ({
    ...door,
    opens: backToSpace(screen, door.opens, world),
  }));
  return [...claim(screen, world, edition), ...actions].filter(({ opens, sends, block }) => {
    if (screen.kind === 'receipt' && opens === 'booth' && remaining(world).length === 0)
      return false;
    if (block === tabsBlock || drawnByKind.includes(sends)) return false;
    if (screen.kind === 'mailbox' && folders.some((one) => one === opens)) return false;
    if (!hasTool && tool.includes(opens)) return false;
    // Words of a gesture that a kind of screen makes itself.
    if (opens === null && sends === null) return false;
    if (sends !== null) return !inForm && isPossible(sends, world, edition);
    return opens !== 'notice' || world.code.letter === 'open';
  });
}

/** Where no line of the roll bears the voter's name, the way to claim one. */
function claim(screen: Screen, world: World, edition: Edition): readonly ScreenAction[] {
  const opens = 'roll-correction';
  const wanted = screen.kind === 'roll' && !isListed(world) && world.rollCorrection === 'no';
  return wanted && opens in edition.screens
    ? [{ label: 'Demander une correction', opens, sends: null, note: null, block: null }]
    : [];
}

/** From a page that anybody can open, whoever is signed in goes back to her space, not to the door. */
function backToSpace(screen: Screen, opens: string | null, world: World): string | null {
  const open = screen.kind === 'page' && world.account.session !== null;
  return open && opens === 'sign-in' ? 'space' : opens;
}

/** A letter is taken, opened and lost in that order, a code is noted once; other gestures are the rules' business. */
function isPossible(sends: CommandType, world: World, edition: Edition): boolean {
  const { letter, known, reissues } = world.code;
  switch (sends) {
    case 'CollectNotice':
      return letter === 'none' && can(edition, world, { type: sends });
    case 'OpenEnvelope':
      return letter === 'sealed';
    case 'LoseNotice':
      return letter === 'sealed' || letter === 'open';
    case 'NoteVotingCode':
      return known !== reissues;
    default:
      return true;
  }
}

/** A page of the computer that can be taken up at any time. */
export interface ComputerPage {
  readonly name: string;
  readonly screen: string;
  readonly current: boolean;
}

/** Where whoever is signed in was: a one-time code that was read in the mailbox is typed on its own page, and quickly. */
function placeInside(edition: Edition, world: World): string {
  const { oneTime } = world.code;
  if (world.booth.inside && can(edition, world, { type: 'Consult', screen: 'booth' }))
    return 'booth';
  if (!oneTime) return 'space';
  const { accepted, deliveredAt } = oneTime;
  const good = deliveredAt === null || world.now < deliveredAt + edition.limits.oneTimeCode;
  if (!good) return 'space';
  return accepted ? 'new-code-regenerate' : 'one-time-code';
}

/** The computer's pages: mailbox, its help, the voter's space; each leads where the voter stands in it. */
export function computerPages(edition: Edition, world: World): readonly ComputerPage[] {
  const { screens } = edition;
  const here = screens[world.screen];
  const helpScreens: readonly string[] = [
    'mail-help',
    'mailbox-forgotten',
    'mailbox-password',
    ...tool.map(String),
  ];
  const onPortal =
    here?.device === 'computer' &&
    (here.portal || ['public-page', 'portal-down', 'certificate-warning'].includes(here.id));
  const onHelp = helpScreens.includes(world.screen);
  const door = 'public-page' in screens ? 'public-page' : 'sign-in';
  const portal = world.account.session ? placeInside(edition, world) : door;
  return [
    {
      name: 'messagerie',
      screen: world.mailbox.open ? 'inbox' : 'mail-login',
      current: here?.device === 'computer' && !onPortal && !onHelp,
    },
    { name: 'identifiant', screen: 'mail-help', current: onHelp },
    { name: 'espace électeur', screen: portal, current: onPortal },
  ].filter(({ screen }) => screen in screens);
}
