// From what stands in a form to the command that it sends.
import type { CaptchaPlace, Edition, Screen, ScreenAction } from '../core/edition.ts';
import type { Channel, Command, CommandType, SealedSecret, World } from '../core/portal.ts';
import type { Typed } from './desk-types.ts';

/** What one sends when a screen says which captcha stands in the way. */
const captchaPlaces: Readonly<Partial<Record<CommandType, CaptchaPlace>>> = {
  AnswerCaptcha: 'identifier-tool',
  OpenAccount: 'account',
  GiveAddress: 'sign-in',
  RequestVotingCode: 'new-code',
};

/** Fields whose text is sealed and never kept. */
export const secretFields: readonly string[] = ['password', 'confirmation', 'current', 'answer'];

/** Where two buttons send the same answer: the first asks for a text message, the second for a mail. */
const channels: readonly Channel[] = ['sms', 'mail'];

/** The command that the screen's main button sends; `null` on a page without form. */
export function mainCommand(screen: Screen): CommandType | null {
  return (
    screen.actions.find(({ sends }) => sends !== null && sends !== 'RenewCaptcha')?.sends ?? null
  );
}

/** The image that stands on a screen; `null`: none. */
export function captchaPlaceOf(screen: Screen): CaptchaPlace | null {
  if (!screen.fields.some(({ id }) => id === 'captcha')) return null;
  for (const { sends } of screen.actions) {
    const place = sends && captchaPlaces[sends];
    if (place) return place;
  }
  return null;
}

/**
 * The command, filled in.
 * @param seal keeps a password's digest and gives back its shape
 * @returns `null` when the command needs something that this screen does not have (a mail, a message, an hour)
 */
export function commandOf(
  type: CommandType,
  typed: Typed,
  place: {
    readonly edition: Edition;
    readonly world: World;
    readonly screen: Screen;
    readonly seal: (text: string) => SealedSecret;
    /** The button that was pressed; left out: the screen's main one. */
    readonly action?: ScreenAction | undefined;
  },
): Command | null {
  const { edition, world, screen, seal } = place;
  const text = (id: string): string => (typed[id] ?? '').trim();
  const secret = (id: string): SealedSecret => seal(typed[id] ?? '');
  const contest = world.booth.contest;
  const lastReceipt = world.receipts.at(-1)?.contest ?? null;
  const mail = world.innerBrowser ?? world.mailbox.openMail;
  switch (type) {
    case 'PassTime':
    case 'Consult':
    case 'AskForNumen':
    case 'ReadSms':
    case 'MoveMail':
      return null;
    case 'PressCapsLock':
    case 'CallHelpdesk':
    case 'SignOutOfMailbox':
    case 'EmptyBin':
    case 'LeaveInnerBrowser':
    case 'LeaveSite':
    case 'OverrideWarning':
    case 'SignOut':
    case 'RequestProfileUpdate':
    case 'ClaimRollCorrection':
    case 'CollectNotice':
    case 'OpenEnvelope':
    case 'LoseNotice':
    case 'LeaveBooth':
    case 'RegenerateVotingCode':
    case 'NoteVotingCode':
      return { type };
    case 'AnswerCaptcha':
      return { type, captcha: text('captcha') };
    case 'RenewCaptcha': {
      const captcha = captchaPlaceOf(screen);
      return captcha && { type, place: captcha };
    }
    case 'LookUpIdentity':
    case 'ForgetMailboxPassword':
      return { type, numen: text('numen'), birthDate: text('birthDate') };
    case 'SignInToMailbox':
      return { type, user: text('user'), password: secret('password') };
    case 'ChangeMailboxPassword':
      return {
        type,
        current: secret('current'),
        password: secret('password'),
        confirmation: secret('confirmation'),
      };
    case 'OpenMail':
    case 'DeleteMail':
    case 'RestoreMail':
    case 'ReportFake':
    case 'AnswerFake':
    case 'FollowLink':
      return mail === null ? null : { type, mail };
    case 'OpenAccount':
      return {
        type,
        address: text('address'),
        password: secret('password'),
        confirmation: secret('confirmation'),
        captcha: text('captcha'),
      };
    case 'GiveAddress':
      return { type, address: text('address'), captcha: text('captcha') };
    case 'RequestPasswordReset':
      return { type, address: text('address') };
    case 'ChoosePassword':
      return { type, password: secret('password'), confirmation: secret('confirmation') };
    case 'ChooseChallenge':
      // Nothing chosen is no question of the list.
      return {
        type,
        question: typed['question'] ? Number(typed['question']) : -1,
        answer: seal(text('answer')),
      };
    case 'SignIn':
      // Where the address was given on the page before, this page no longer asks for it.
      return {
        type,
        address: screen.fields.some(({ id }) => id === 'address')
          ? text('address')
          : world.persona.address,
        password: secret('password'),
      };
    case 'RequestVotingCode':
      return {
        type,
        phone: text('phone'),
        numen: text('numen'),
        birthDate: text('birthDate'),
        captcha: text('captcha'),
      };
    case 'AnswerChallenge': {
      const same = screen.actions.filter(({ sends }) => sends === type);
      const channel = channels[same.findIndex((one) => one === place.action)] ?? 'sms';
      return { type, answer: seal(text('answer')), numen: text('numen'), channel };
    }
    case 'GiveOneTimeCode':
      return { type, code: text('code') };
    case 'EnterBooth':
      return {
        type,
        code: text('code'),
        password: edition.boothEntry === 'code-and-password' ? secret('password') : null,
      };
    case 'OpenContest':
    case 'ConfirmBallot':
      return contest === null ? null : { type, contest };
    case 'DownloadReceipt':
      return lastReceipt === null ? null : { type, contest: lastReceipt };
  }
}
