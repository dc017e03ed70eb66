// What can be tried now, with the answers the voter has: screens may draw it, the explorer walks it.
import { advise, remembered } from './advice.ts';
import { decide } from './decide.ts';
import type { Edition } from './edition.ts';
import type { Command, World } from './portal.ts';
import { numenAlias } from './secrets.ts';
import { captchaText, oneTimeCodeText, remaining, votingCode } from './views.ts';

/** Every gesture with right answers, whether or not its time has come, save the opening of pages. */
export function gestures(edition: Edition, world: World): readonly Command[] {
  const { persona, mailbox, account, code, booth } = world;
  const secret = (alias: string) => remembered(edition, world, alias);
  const password = secret('good-1');
  const own = account.secret ? secret(account.secret) : null;
  const all: Command[] = [
    { type: 'AskForNumen', desk: 'secretariat' },
    { type: 'AskForNumen', desk: 'hr' },
    { type: 'CallHelpdesk' },
    { type: 'AnswerCaptcha', captcha: captchaText(edition, world, 'identifier-tool') },
    { type: 'LookUpIdentity', numen: persona.numen, birthDate: persona.birthDate },
    { type: 'SignInToMailbox', user: persona.user, password: secret(mailbox.secret) },
    { type: 'SignOutOfMailbox' },
    { type: 'EmptyBin' },
    { type: 'LeaveInnerBrowser' },
    { type: 'LeaveSite' },
    { type: 'OverrideWarning' },
    {
      type: 'OpenAccount',
      address: persona.address,
      password,
      confirmation: password,
      captcha: captchaText(edition, world, 'account'),
    },
    {
      type: 'GiveAddress',
      address: persona.address,
      captcha: captchaText(edition, world, 'sign-in'),
    },
    { type: 'ChoosePassword', password, confirmation: password },
    { type: 'RequestPasswordReset', address: persona.address },
    { type: 'SignOut' },
    { type: 'RequestProfileUpdate' },
    { type: 'ClaimRollCorrection' },
    { type: 'CollectNotice' },
    { type: 'OpenEnvelope' },
    { type: 'LoseNotice' },
    {
      type: 'RequestVotingCode',
      phone: persona.phone,
      numen: persona.numen,
      birthDate: persona.birthDate,
      captcha: captchaText(edition, world, 'new-code'),
    },
    { type: 'LeaveBooth' },
    { type: 'ChooseChallenge', question: 0, answer: secret('answer-1') },
    { type: 'RegenerateVotingCode' },
    { type: 'NoteVotingCode' },
  ];
  if (mailbox.secret === numenAlias)
    all.push({ type: 'ForgetMailboxPassword', numen: persona.numen, birthDate: persona.birthDate });
  if (account.challenge) {
    const answer = secret(account.challenge.secret);
    const asked = { type: 'AnswerChallenge', answer, numen: persona.numen } as const;
    all.push({ ...asked, channel: 'sms' }, { ...asked, channel: 'mail' });
  }
  if (code.oneTime) {
    all.push({ type: 'GiveOneTimeCode', code: oneTimeCodeText(world, code.oneTime.nth) });
  }
  if (own) {
    all.push({ type: 'SignIn', address: persona.address, password: own });
    const entry = edition.boothEntry === 'code-and-password' ? own : null;
    // Only a code that the voter has seen can be typed.
    if (code.known !== null) {
      all.push({
        type: 'EnterBooth',
        code: votingCode(edition, world, code.known),
        password: entry,
      });
    }
  }
  for (const { id, folder } of mailbox.mails) {
    all.push({ type: 'OpenMail', mail: id }, { type: 'FollowLink', mail: id });
    all.push(
      folder === 'bin' ? { type: 'RestoreMail', mail: id } : { type: 'DeleteMail', mail: id },
    );
  }
  for (const { id, read } of code.sms) if (!read) all.push({ type: 'ReadSms', sms: id });
  for (const { id } of remaining(world)) {
    all.push({ type: 'OpenContest', contest: id });
    if (booth.contest === id) all.push({ type: 'ConfirmBallot', contest: id });
  }
  for (const { contest, kept } of world.receipts)
    if (!kept) all.push({ type: 'DownloadReceipt', contest });
  return all;
}

/** Right answers to every form of the edition, whether or not their time has come. */
function candidates(edition: Edition, world: World): readonly Command[] {
  const all: Command[] = [...gestures(edition, world)];
  for (const screen of Object.keys(edition.screens)) all.push({ type: 'Consult', screen });
  const next = world.due[0];
  if (next) all.push({ type: 'PassTime', until: next.at });
  return all;
}

/** Would it be accepted? */
export function can(edition: Edition, world: World, command: Command): boolean {
  return decide(edition, world, command).refusals.length === 0;
}

/**
 * Commands that would be accepted now, with right answers: `decide` run dry, so no rule is written twice.
 * The careful voter's own gesture is among them whenever there is one.
 */
export function offers(edition: Edition, world: World): readonly Command[] {
  const open = candidates(edition, world).filter((command) => can(edition, world, command));
  const { command } = advise(edition, world);
  return command?.type === 'PassTime' ? [...open, command] : open;
}
