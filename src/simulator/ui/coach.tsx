// The coach: what remains, in one sentence, in the flow of the page; more when asked, nothing at all « sans aide ».
import type { DeadEnd } from '../core/advice.ts';
import { narrate } from '../core/narrate.ts';
import type { EventType } from '../core/portal.ts';
import type { RefusalWord } from '../core/refusals.ts';
import { hasEnded } from './cards.tsx';
import type { Desk } from './desk-types.ts';
import { adviceTo, marking, markId } from './marked.ts';
import { SituationLink } from './text.tsx';
import { fill, typeset, voterWords } from './words.ts';

export const levels = ['libre', 'guidé', 'sans aide'] as const;
export type Level = (typeof levels)[number];

/** The portal's answer to whoever goes on nevertheless: its page is the one that helps. */
const deadEndRefusals: Readonly<Record<DeadEnd, RefusalWord>> = {
  'voting-closed': 'closed',
  'account-period-closed': 'closed',
  'no-code-left': 'no-reissue-left',
  'code-period-closed': 'reissue-unavailable',
  'code-unavailable': 'reissue-unavailable',
  'not-on-roll': 'not-on-roll',
};

/** Why, in the words that end « Ici, on ne peut plus voter : ». */
export const deadEndWords: Readonly<Record<DeadEnd, string>> = {
  'voting-closed': 'le vote est fermé.',
  'account-period-closed': 'le compte ne se crée plus.',
  'no-code-left': 'tous les nouveaux codes ont été demandés.',
  'code-period-closed': 'un nouveau code ne se demande plus.',
  'code-unavailable': 'le nouveau code ne part pas.',
  'not-on-roll': 'vous n’êtes pas sur la liste électorale.',
};

/** The sentence of the next goal, and its nudge. */
export function goalOf(desk: Desk): { readonly says: string; readonly hint: string } {
  const { edition, world } = desk;
  const { goal, reason } = adviceTo(edition, world);
  const text = edition.goals[goal];
  const words = { ...voterWords(edition, world), raison: reason ? deadEndWords[reason] : '' };
  return { says: fill(text?.says ?? goal, words), hint: fill(text?.hint ?? '', words) };
}

/** The question that the coach answers, in the words of whoever asks it. */
export const question = 'Que faire maintenant ?';

/** Inline, under the title; when guiding, also what a ring means, and a way to the page of the gesture. */
export function Coach(props: { readonly desk: Desk; readonly level: Level }) {
  const { desk, level } = props;
  if (level === 'sans aide') return null;
  // The end has its own card, with the same words.
  const { goal, reason } = adviceTo(desk.edition, desk.world);
  if (goal === 'done' && hasEnded(desk)) return null;
  const page = reason ? desk.edition.refusals[deadEndRefusals[reason]].situation : null;
  const { says, hint } = goalOf(desk);
  const { mark } = desk;
  return (
    <div class="coach">
      <p>
        <span class="question">{typeset(question)}</span> <b>{says}</b> {level === 'guidé' && hint}{' '}
        {mark && <span id={markId}>à utiliser maintenant</span>}
        {page !== null && <SituationLink base={desk.base} situation={page} />}
      </p>
      {mark && mark.leads !== desk.world.screen && (
        <button
          type="button"
          class="mini"
          onClick={() => desk.open(mark.leads)}
          {...marking(desk, 'coach', '')}
        >
          m’y conduire
        </button>
      )}
    </div>
  );
}

/** What the new screen shows by itself goes without saying. */
const evident: readonly EventType[] = [
  'Consulted',
  'CaptchaShown',
  'MailSent',
  'MailOpened',
  'ContestOpened',
  // The proof that comes with them says both.
  'BallotCast',
  'RegisterMarked',
];

/**
 * What has just happened, told and announced; the hour alone only when waiting was the gesture.
 * `returned`: what one went back to, as long as nothing happened since.
 */
export function Happened(props: { readonly desk: Desk; readonly returned?: string }) {
  const { desk, returned = '' } = props;
  const { edition, world, state } = desk;
  const { lastEvents, refusals } = state;
  const told = lastEvents.filter(
    ({ type }) =>
      !evident.includes(type) &&
      (type !== 'TimePassed' || (lastEvents.length === 1 && refusals.length === 0)),
  );
  const quiet = lastEvents.length === 0 && refusals.length === 0;
  const sentences =
    quiet && returned !== '' ? [returned] : told.map((event) => narrate(edition, event, world));
  return (
    <div class="happened" role="status">
      {sentences.length > 0 && <p>{sentences.map((text) => typeset(text)).join(' ')}</p>}
    </div>
  );
}
