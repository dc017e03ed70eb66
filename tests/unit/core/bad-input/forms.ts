// Every form of an election as its registry has it, in a world where right answers are accepted.
import { decide } from '../../../../src/simulator/core/decide.ts';
import { evolve } from '../../../../src/simulator/core/evolve.ts';
import type { Edition, Screen, ScreenAction } from '../../../../src/simulator/core/edition.ts';
import type {
  Command,
  CommandType,
  Decision,
  World,
} from '../../../../src/simulator/core/portal.ts';
import {
  challengeProposals,
  mailboxProposals,
  proposals,
  sealTyped,
} from '../../../../src/simulator/core/secrets.ts';
import { captchaText, currentCode, oneTimeCodeText } from '../../../../src/simulator/core/views.ts';
import { captchaPlaceOf, commandOf } from '../../../../src/simulator/ui/commands.ts';
import {
  accountActive,
  accountWithChallenge,
  after,
  at,
  begin,
  did,
  identified,
  inMailbox,
  letterOpen,
  mailArrives,
  newest,
  secret,
  signedIn,
  type Given,
} from '../../../support/scenario.ts';

export type Answers = Readonly<Record<string, string>>;

export interface Form {
  readonly name: string;
  readonly edition: Edition;
  readonly screen: Screen;
  readonly action: ScreenAction;
  readonly sends: CommandType;
  readonly world: World;
  /** What a voter with everything in hand types. */
  readonly right: Answers;
}

const account: Given = (edition, world) =>
  (edition.challenges.length > 0 ? accountWithChallenge : accountActive)(edition, world);
/** Where the password comes before the link, only a reset asks for another one. */
const linkArrives: Given = (edition, world) => {
  if (edition.accountOpening !== 'password-then-link')
    return mailArrives('activation')(edition, world);
  const opened = account(edition, world);
  return [...opened, ...mailArrives('reset')(edition, opened.reduce(evolve, world))];
};
const linkFollowed: readonly Given[] = [
  inMailbox,
  at('accountOpening'),
  linkArrives,
  did((_e, w) => ({ type: 'FollowLink', mail: newest(w) })),
];
const inSpace: readonly Given[] = [account, at('voting'), signedIn];
const strong = secret('good-1', 'Coquille!Noisette42');

/** What has to have happened before each form can be sent. */
const before: Readonly<Partial<Record<CommandType, readonly Given[]>>> = {
  AnswerCaptcha: [],
  LookUpIdentity: [
    did((e, w) => ({ type: 'AnswerCaptcha', captcha: captchaText(e, w, 'identifier-tool') })),
  ],
  SignInToMailbox: [],
  ChangeMailboxPassword: [],
  ForgetMailboxPassword: [],
  OpenAccount: [at('accountOpening')],
  GiveAddress: [at('accountOpening')],
  ChoosePassword: linkFollowed,
  ChooseChallenge: [
    ...linkFollowed,
    did(() => ({ type: 'ChoosePassword', password: strong, confirmation: strong })),
  ],
  SignIn: [account, at('accountOpening'), identified],
  RequestPasswordReset: [account, at('accountOpening')],
  RequestVotingCode: [account, at('reissue'), signedIn],
  AnswerChallenge: inSpace,
  GiveOneTimeCode: [
    ...inSpace,
    did((_e, w) => ({
      type: 'AnswerChallenge',
      answer: secret('answer-1', 'boussole'),
      numen: w.persona.numen,
      channel: 'sms',
    })),
    did((_e, w) => ({ type: 'PassTime', until: w.due[0]?.at ?? w.now })),
  ],
  EnterBooth: [...inSpace, letterOpen],
};

function textOf(
  all: readonly { readonly alias: string; readonly text: string }[],
  alias: string,
): string {
  const found = all.find((one) => one.alias === alias);
  if (!found) throw new Error(`nothing is proposed as ${alias}`);
  return found.text;
}

/** The portal's password, the mailbox's first one, or a new one for it. */
function passwordOf({ edition, world }: Pick<Form, 'edition' | 'world'>, sends: CommandType) {
  const { seed } = world.setup;
  if (sends === 'SignInToMailbox') return world.persona.numen;
  if (sends === 'ChangeMailboxPassword') return textOf(mailboxProposals(seed), 'mailbox-good');
  return textOf(proposals(edition, seed, world.persona.address), 'good-1');
}

function rightAnswer(form: Omit<Form, 'right'>, field: string): string {
  const { edition, screen, world, sends } = form;
  const { persona } = world;
  switch (field) {
    case 'address':
    case 'user':
    case 'numen':
    case 'birthDate':
    case 'phone':
      return persona[field];
    case 'captcha': {
      const place = captchaPlaceOf(screen);
      return place ? captchaText(edition, world, place) : '';
    }
    case 'code':
      return sends === 'GiveOneTimeCode'
        ? oneTimeCodeText(world, world.code.oneTime?.nth ?? 0)
        : currentCode(edition, world);
    case 'password':
    case 'confirmation':
      return passwordOf(form, sends);
    case 'current':
      return persona.numen;
    case 'answer':
      return textOf(challengeProposals(world.setup.seed), 'answer-1');
    case 'question':
      return '0';
    default:
      throw new Error(`nobody knows what to type in « ${field} » of ${screen.id}`);
  }
}

/** An academy of the edition where the identifier tool stands, when there is one. */
function withTool(edition: Edition): string | undefined {
  return Object.values(edition.academies).find(({ mailbox }) => mailbox.identifierTool !== 'none')
    ?.id;
}

const toolForms: readonly CommandType[] = ['AnswerCaptcha', 'LookUpIdentity'];

/** The same world, once for each kind of image that may stand there: digits, or two words. */
function withEachImage(edition: Edition, screen: Screen, world: World): readonly World[] {
  const place = captchaPlaceOf(screen);
  if (place === null || edition.captchas[place] !== 'words-or-digits') return [world];
  const shown = Array.from({ length: 20 }, (_, n): World => {
    const captchas = { ...world.captchas, [place]: n };
    return { ...world, captchas };
  });
  const isWords = (one: World) => captchaText(edition, one, place).includes(' ');
  return [shown.find(isWords), shown.find((one) => !isWords(one))].flatMap((one) => one ?? []);
}

/** Every form that somebody can send in this election; none can be forgotten: they are read from its screens. */
export function formsOf(edition: Edition): readonly Form[] {
  const forms = Object.values(edition.screens).filter(({ fields }) => fields.length > 0);
  return forms.flatMap((screen) =>
    screen.actions.flatMap((action): readonly Form[] => {
      const { sends } = action;
      if (sends === null || sends === 'RenewCaptcha') return [];
      const given = before[sends];
      if (!given) throw new Error(`nobody knows how to come to ${screen.id} (${sends})`);
      const academy = withTool(edition);
      if (toolForms.includes(sends) && academy === undefined) return [];
      const start = begin(edition, academy === undefined ? {} : { academy });
      const come = after(edition, start, ...given);
      return withEachImage(edition, screen, come).map((world, n) => {
        const name = `${screen.id}, « ${action.label} »${n > 0 ? ', another image' : ''}`;
        const form = { name, edition, screen, action, sends, world };
        const right = screen.fields.map(({ id }) => [id, rightAnswer(form, id)] as const);
        return { ...form, right: Object.fromEntries(right) };
      });
    }),
  );
}

/** Presses the form's button over these answers. */
export function send(form: Form, typed: Answers, world: World = form.world) {
  const { edition, screen, action, sends } = form;
  // Names that say nothing of the text, as the session gives them.
  const aliases = new Map<string, string>();
  const aliasOf = (text: string) => {
    const alias = aliases.get(text) ?? `p${aliases.size + 1}`;
    aliases.set(text, alias);
    return alias;
  };
  const command: Command | null = commandOf(sends, typed, {
    edition,
    world,
    screen,
    action,
    seal: (text) => sealTyped(edition, world, text, aliasOf),
  });
  if (!command) throw new Error(`${screen.id} sends nothing`);
  const decision: Decision = decide(edition, world, command);
  return { command, decision };
}
