// What « remplir » offers beside a field: the persona's values, as far as the voter has them in hand.
import type { CommandType, World } from '../core/portal.ts';
import { forgottenAlias } from '../core/secrets.ts';
import { oneTimeCodeText, votingCode } from '../core/views.ts';
import type { Desk, Typed } from './desk-types.ts';

export interface Fill {
  readonly text: string;
  /** Words of the button; « remplir » alone when there is only one. */
  readonly label: string;
  /** It breaks the rule on purpose. */
  readonly flawed?: boolean;
}

export interface Fills {
  readonly fills: readonly Fill[];
  /** Why nothing can be offered, in a French sentence. */
  readonly why: string | null;
}

const only = (text: string): Fills => ({ fills: [{ text, label: 'remplir' }], why: null });
const none = (why: string | null): Fills => ({ fills: [], why });

/** Commands by which a new password is chosen, and so proposed. */
const choosing: readonly (CommandType | null)[] = [
  'OpenAccount',
  'ChoosePassword',
  'ChangeMailboxPassword',
];

/** What the voter makes up in this field, where the warning comes first; `null`: nothing. */
export function chosenHere(field: string, sends: CommandType | null): 'password' | 'answer' | null {
  if (field === 'answer') return sends === 'ChooseChallenge' ? 'answer' : null;
  return field === 'password' && choosing.includes(sends) ? 'password' : null;
}

/** The one-time code was read, in its message or in its mail. */
function hasOneTimeCode(world: World, nth: number): boolean {
  return (
    world.code.sms.some((sms) => sms.kind === 'one-time-code' && sms.nth === nth && sms.read) ||
    world.mailbox.mails.some(({ oneTime, read }) => oneTime === nth && read)
  );
}

/**
 * What can be filled in beside a field.
 * @param field the field's id in the registry
 * @param sends the command of the form
 */
export function fillsOf(
  desk: Pick<Desk, 'edition' | 'world' | 'session'>,
  field: string,
  sends: CommandType | null,
  typed: Typed,
): Fills {
  const { edition, world, session } = desk;
  const { persona } = world;
  switch (field) {
    case 'address':
      return only(persona.address);
    case 'user':
      return only(persona.user);
    case 'numen':
      return world.numenKnown
        ? only(persona.numen)
        : none('Pas encore connu : le secrétariat peut vous le donner.');
    case 'birthDate':
      return only(persona.birthDate);
    case 'phone':
      return {
        fills: [
          { text: persona.phone, label: 'remplir' },
          { text: persona.otherPhone, label: 'mon ancien numéro' },
        ],
        why: null,
      };
    case 'code':
      if (sends === 'GiveOneTimeCode') {
        const nth = world.code.oneTime?.nth ?? 0;
        return hasOneTimeCode(world, nth)
          ? only(oneTimeCodeText(world, nth))
          : none('Pas encore lu : il vient par SMS ou par courriel.');
      }
      return world.code.known === null
        ? none(whereIsTheCode(world))
        : only(votingCode(edition, world, world.code.known));
    case 'confirmation':
      return typed['password'] ? only(typed['password']) : none(null);
    case 'current':
      return mailboxPassword(desk);
    case 'answer': {
      if (chosenHere(field, sends)) return proposed(session, 'challenge');
      const { challenge } = world.account;
      return challenge
        ? remembered(desk, challenge.secret, lost.answer)
        : none('Pas encore choisie.');
    }
    case 'password': {
      if (chosenHere(field, sends))
        return proposed(session, sends === 'ChangeMailboxPassword' ? 'mailbox' : 'account');
      if (sends === 'SignInToMailbox') return mailboxPassword(desk);
      return world.account.secret === null
        ? none('Pas encore choisi.')
        : remembered(desk, world.account.secret, lost.password);
    }
    default:
      return none(null);
  }
}

/** What the exercise itself invents; two draws may give the same word. */
function proposed(session: Desk['session'], place: 'account' | 'mailbox' | 'challenge'): Fills {
  const all = session.proposals(place);
  const first = all.filter(({ text }, n) => all.findIndex((one) => one.text === text) === n);
  return { fills: first.map(({ text, flawed }) => ({ text, label: text, flawed })), why: null };
}

/** What is said of a secret that cannot be filled in: the voter made it up, or the exercise begins with its loss. */
interface Lost {
  readonly invented: string;
  readonly forgotten: string;
}

const lost: Readonly<Record<'password' | 'answer', Lost>> = {
  password: {
    invented:
      'Vous l’avez inventé vous-même : seul ce qui était proposé peut être rempli ici. Oublié ? Choisissez « Mot de passe oublié ».',
    forgotten: 'Il ne vous revient pas, dans cet exercice : choisissez « Mot de passe oublié ».',
  },
  answer: {
    invented:
      'Vous l’avez inventée vous-même : seul ce qui était proposé peut être rempli ici. Oubliée ? Appelez l’assistance.',
    forgotten: 'Elle ne vous revient pas, dans cet exercice.',
  },
};

/** A secret may be filled in when it was proposed here; a typed one is only in the voter's memory. */
function remembered({ session }: Pick<Desk, 'session'>, secret: string, words: Lost): Fills {
  if (secret === forgottenAlias) return none(words.forgotten);
  const text = session.textOf(secret);
  return text === null ? none(words.invented) : only(text);
}

function mailboxPassword(desk: Pick<Desk, 'world' | 'session'>): Fills {
  const { mailbox, numenKnown } = desk.world;
  return numenKnown
    ? remembered(desk, mailbox.secret, lost.password)
    : none('Le premier mot de passe est le NUMEN : demandez-le au secrétariat.');
}

function whereIsTheCode({ code }: World): string {
  if (code.sms.some(({ kind, read }) => kind === 'voting-code' && !read))
    return 'Il est dans le SMS qui vient d’arriver : lisez-le sur le téléphone.';
  if (code.reissues > 0)
    return 'Vous n’avez pas lu le nouveau code ; celui de la lettre ne marche plus, dans cet exercice.';
  return code.letter === 'lost'
    ? 'Il est perdu avec la lettre.'
    : 'Pas encore connu : il est dans la lettre de vote.';
}
