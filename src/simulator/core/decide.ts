// The rules. May say no; changes nothing.
import { accept, no } from './checks.ts';
import * as account from './chapters/account.ts';
import * as ballot from './chapters/ballot.ts';
import * as mailbox from './chapters/mailbox.ts';
import * as space from './chapters/space.ts';
import * as code from './chapters/voting-code.ts';
import { advance } from './clock.ts';
import type { Edition } from './edition.ts';
import type { Command, Decision, World } from './portal.ts';

/** The answer at this very second, the time the gesture took being already spent. */
function answer(edition: Edition, world: World, command: Command): Decision {
  switch (command.type) {
    case 'PassTime':
      return accept();
    case 'Consult':
      return space.consult(edition, world, command.screen);
    case 'PressCapsLock':
      return accept({ type: 'CapsLockChanged', on: !world.capsLock });

    case 'AskForNumen':
      return mailbox.askForNumen(edition, world, command.desk);
    case 'CallHelpdesk':
      return mailbox.callHelpdesk(edition, world);
    case 'AnswerCaptcha':
      return mailbox.answerCaptcha(edition, world, command.captcha);
    case 'RenewCaptcha':
      return mailbox.renewCaptcha(edition, world, command.place);
    case 'LookUpIdentity':
      return mailbox.lookUpIdentity(edition, world, command.numen, command.birthDate);
    case 'SignInToMailbox':
      return mailbox.signInToMailbox(world, command.user, command.password);
    case 'ChangeMailboxPassword':
      return mailbox.changeMailboxPassword(edition, world, command);
    case 'ForgetMailboxPassword':
      return mailbox.forgetMailboxPassword(world, command.numen, command.birthDate);
    case 'SignOutOfMailbox':
      return mailbox.signOutOfMailbox(world);
    case 'OpenMail':
      return mailbox.openMail(world, command.mail);
    case 'DeleteMail':
      return mailbox.deleteMail(world, command.mail);
    case 'RestoreMail':
      return mailbox.restoreMail(world, command.mail);
    case 'MoveMail':
      return mailbox.moveMail(world, command);
    case 'EmptyBin':
      return mailbox.emptyBin(world);
    case 'ReportFake':
      return mailbox.reportFake(edition, world, command.mail);
    case 'AnswerFake':
      return mailbox.answerFake(edition, world, command.mail);
    case 'FollowLink':
      return mailbox.followLink(edition, world, command.mail);
    case 'LeaveInnerBrowser':
      return mailbox.leaveInnerBrowser(edition, world);

    case 'LeaveSite':
      return account.leaveSite(world);
    case 'OverrideWarning':
      return account.overrideWarning(world);
    case 'OpenAccount':
      return account.openAccount(edition, world, command);
    case 'GiveAddress':
      return account.giveAddress(edition, world, command);
    case 'ChoosePassword':
      return account.choosePassword(edition, world, command.password, command.confirmation);
    case 'ChooseChallenge':
      return account.chooseChallenge(edition, world, command);
    case 'RequestPasswordReset':
      return account.requestPasswordReset(edition, world, command.address);
    case 'SignIn':
      return account.signIn(edition, world, command.address, command.password);
    case 'SignOut':
      return account.signOut(world);

    case 'RequestProfileUpdate':
      return space.requestProfileUpdate(edition, world);
    case 'ClaimRollCorrection':
      return space.claimRollCorrection(edition, world);

    case 'CollectNotice':
      return code.collectNotice(edition, world);
    case 'OpenEnvelope':
      return code.openEnvelope(world);
    case 'LoseNotice':
      return code.loseNotice(world);
    case 'RequestVotingCode':
      return code.requestVotingCode(edition, world, command);
    case 'AnswerChallenge':
      return code.answerChallenge(edition, world, command);
    case 'GiveOneTimeCode':
      return code.giveOneTimeCode(edition, world, command.code);
    case 'RegenerateVotingCode':
      return code.regenerateVotingCode(edition, world);
    case 'NoteVotingCode':
      return code.noteVotingCode(world);
    case 'ReadSms':
      return code.readSms(world, command.sms);

    case 'EnterBooth':
      return ballot.enterBooth(edition, world, command.code, command.password);
    case 'OpenContest':
      return ballot.openContest(edition, world, command.contest);
    case 'ConfirmBallot':
      return ballot.confirmBallot(edition, world, command.contest);
    case 'LeaveBooth':
      return ballot.leaveBooth(world);
    case 'DownloadReceipt':
      return ballot.downloadReceipt(edition, world, command.contest);
    default:
      // A journal or a caller from another version: not a rule of this one.
      return never(command);
  }
}

function never(_command: never): Decision {
  return no('not-offered');
}

/**
 * What happens when a voter does this, now.
 * The seconds that the gesture costs are spent first, so that a form left open can meet a closing hour.
 * @param world the world as the journal tells it; left alone
 * @returns what happened (the time that passed, what fell due meanwhile, the answer), and why not when the answer is no
 */
export function decide(edition: Edition, world: World, command: Command): Decision {
  const until =
    command.type === 'PassTime' ? command.until : world.now + (edition.costs[command.type] ?? 0);
  const active = command.type !== 'PassTime' && world.account.session !== null;
  const passed = advance(edition, world, until, active);
  const { events, refusals } = answer(edition, passed.world, command);
  return { events: [...passed.events, ...events], refusals };
}
