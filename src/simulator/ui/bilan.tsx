// The bilan of an exercise: what is reached, what went wrong and where, the clue, and what to do at the coming vote. It judges nobody.
import type { Bilan, Snag, Trouble } from '../core/bilan.ts';
import type { Edition } from '../core/edition.ts';
import { narrate } from '../core/narrate.ts';
import type { EventType } from '../core/portal.ts';
import type { RefusalWord } from '../core/refusals.ts';
import { Arrives } from './arrives.tsx';
import { stepNames } from './cards.tsx';
import { deadEndWords } from './coach.tsx';
import type { Desk } from './desk-types.ts';
import { SituationLink } from './text.tsx';
import { troublePages, troubleWords, type TroubleKind } from './troubles.ts';
import { fill, typeset, voterWords } from './words.ts';

export { bilanOf } from '../core/bilan.ts';

export interface BilanProps {
  readonly desk: Desk;
  readonly bilan: Bilan;
  /** Asked for by the voter: the focus comes here. */
  readonly asked: boolean;
  readonly onGoOn: () => void;
}

const titles: Readonly<Record<Bilan['reached'], string>> = {
  yes: 'Bilan : vous y êtes',
  recovered: 'Bilan : une autre issue, qui compte aussi',
  no: 'Bilan : où vous en êtes',
};

/** The page of the guide that answers what happened. */
const troubleOfEvent: Readonly<Partial<Record<EventType, TroubleKind>>> = {
  FakeFollowed: 'fake-mail',
  FakeAnswered: 'fake-mail',
  GenuineReported: 'fake-mail',
  WarningOverridden: 'certificate-warning',
  MailBounced: 'mailbox-full',
  NoticeLost: 'letter-lost',
  NoticeMissing: 'letter-posted',
  PortalWentDown: 'portal-down',
};

/** Or the refusal that says the same. */
const refusalOfEvent: Readonly<Partial<Record<EventType, RefusalWord>>> = {
  LockedOut: 'locked-out',
  BoothLocked: 'wrong-voting-code',
  SessionEnded: 'session-expired',
  VotingClosed: 'closed',
};

function pageOfEvent({ refusals }: Edition, type: EventType): string | null {
  const [word, kind] = [refusalOfEvent[type], troubleOfEvent[type]];
  if (word) return refusals[word].situation;
  return (kind && troublePages[kind]) ?? null;
}

function told(desk: Desk, { snag, world }: Trouble): string {
  const { edition } = desk;
  switch (snag.kind) {
    case 'refused':
      return fill(edition.refusals[snag.word].sentence, voterWords(edition, world));
    case 'happened':
      return typeset(narrate(edition, snag.event, world));
    case 'left-unconfirmed':
      return 'Vous avez quitté l’isoloir avant de confirmer : ce bulletin n’est pas parti.';
    case 'code-elsewhere':
      return typeset(troubleWords['code-elsewhere'] ?? '');
  }
}

function pageOf(desk: Desk, snag: Snag): string | null {
  switch (snag.kind) {
    case 'refused':
      return desk.edition.refusals[snag.word].situation;
    case 'happened':
      return pageOfEvent(desk.edition, snag.event.type);
    case 'left-unconfirmed':
      return troublePages['cut-after-confirmation'] ?? null;
    case 'code-elsewhere':
      return troublePages['code-elsewhere'] ?? null;
  }
}

/** On paper, the bilan alone with its frame. */
function printBilan(): void {
  const page = document.documentElement;
  page.dataset['print'] = 'bilan';
  addEventListener('afterprint', () => delete page.dataset['print'], { once: true });
  print();
}

function Goals(props: { readonly desk: Desk; readonly bilan: Bilan }) {
  const { aims } = props.desk.edition;
  const { goals, recovered, reached } = props.bilan;
  const lines = [
    ...goals.map(({ word, met }) => [met ? 'Fait' : 'Reste', word] as const),
    ...(reached === 'recovered' ? recovered.map((word) => ['Compte aussi', word] as const) : []),
  ];
  return (
    <ul class="aims">
      {lines.map(([state, word]) => (
        <li key={word} class={state === 'Reste' ? 'left' : undefined}>
          <b>{typeset(`${state} :`)}</b> {typeset(aims[word])}
        </li>
      ))}
    </ul>
  );
}

function Troubles(props: { readonly desk: Desk; readonly troubles: readonly Trouble[] }) {
  const { desk, troubles } = props;
  return (
    <>
      <h3>Ce qui a coincé, et à quelle étape</h3>
      <ul>
        {troubles.map((one, n) => {
          const page = pageOf(desk, one.snag);
          return (
            <li key={n}>
              <b>{typeset(`À l’étape « ${stepNames[one.step]} » :`)}</b> {told(desk, one)}
              {one.times > 1 && ` (${one.times} fois)`}{' '}
              {page !== null && <SituationLink base={desk.base} situation={page} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Beneath the screen, above the end card, which has the last sentence. */
export function BilanView(props: BilanProps) {
  const { desk, bilan, asked, onGoOn } = props;
  const { reached, troubles, step, deadEnd, debrief } = bilan;
  return (
    <Arrives className="bilan" label="Bilan de l’exercice" when={asked}>
      <h2>{typeset(titles[reached])}</h2>
      <p>{typeset(desk.edition.exercises[desk.world.setup.exercise]?.title ?? '')}</p>
      <Goals desk={desk} bilan={bilan} />
      {reached !== 'yes' && (
        <p>
          {typeset(`Vous en êtes à cette étape : ${stepNames[step]}.`)}
          {deadEnd !== null && typeset(` Là, on ne peut plus voter : ${deadEndWords[deadEnd]}`)}
        </p>
      )}
      {troubles.length > 0 && <Troubles desk={desk} troubles={troubles} />}
      <h3>L’indice</h3>
      <p>
        {typeset(debrief.clue)} <SituationLink base={desk.base} situation={debrief.situation} />
      </p>
      <h3>Pour le vote qui vient</h3>
      <p>{typeset(desk.edition.nowadays[debrief.nowadays] ?? '')}</p>
      <div class="doors inline">
        <button type="button" class="mini" onClick={printBilan}>
          imprimer ce bilan
        </button>
        {asked && reached !== 'yes' && (
          <button type="button" class="mini" onClick={onGoOn}>
            continuer l’exercice
          </button>
        )}
      </div>
    </Arrives>
  );
}
