// The booth and the ballot. The choice lives in this component's memory and dies with it: no command carries it.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Screen } from '../../core/edition.ts';
import { contestsOf, listsOf, receiptReference, remaining } from '../../core/views.ts';
import { parisTime } from '../../core/narrate.ts';
import { Arrives } from '../arrives.tsx';
import type { Desk } from '../desk-types.ts';
import { gesture } from '../marked.ts';
import { Hidden } from '../text.tsx';
import { typeset } from '../words.ts';
import { Logo } from './logo.tsx';

/** Inside: what is voted, what remains. */
export function Booth(props: { readonly desk: Desk }) {
  const { desk } = props;
  const { world } = desk;
  if (!world.booth.inside) return null;
  const left = remaining(world);
  return (
    <>
      <p role="status">
        {left.length === 0
          ? 'Tous vos scrutins sont votés.'
          : `${left.length} ${left.length > 1 ? 'scrutins restent' : 'scrutin reste'} à voter.`}
      </p>
      <ol class="contests">
        {contestsOf(world).map((contest) => (
          <li key={contest.id}>
            <b>{typeset(contest.name)}</b>
            {world.cast.includes(contest.id) ? (
              <small>voté</small>
            ) : (
              <button
                type="button"
                {...gesture(desk, { type: 'OpenContest', contest: contest.id })}
              >
                Voter<Hidden> : {contest.name}</Hidden>
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

type Choice = { readonly id: string; readonly name: string };
const blank: Choice = { id: 'blanc', name: 'Vote blanc' };

const chooseId = 'choisissez';

/** Says that the choice comes now, to somebody who is guided; never which. */
function Choose() {
  return (
    <p class="hint" id={chooseId}>
      Choisissez.
    </p>
  );
}

/** Choose, check, confirm; or read to the bottom, choose, confirm. */
export function Ballot(props: { readonly desk: Desk; readonly screen: Screen }) {
  const { desk, screen } = props;
  const { edition, world } = desk;
  const [choice, setChoice] = useState<Choice | null>(null);
  const [stage, setStage] = useState<'read' | 'choose' | 'nothing' | 'check'>(
    edition.ballotFlow === 'read-then-choose' ? 'read' : 'choose',
  );
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [stage]);
  // The second half of a double press on a logo never confirms it.
  useLayoutEffect(desk.settle, [stage]);
  const contest = contestsOf(world).find(({ id }) => id === world.booth.contest);
  if (!contest) return <p>Aucun scrutin n’est ouvert.</p>;
  const confirm = screen.actions.find(({ sends }) => sends === 'ConfirmBallot');
  const confirming = gesture(desk, { type: 'ConfirmBallot', contest: contest.id });
  // Which button leads on depends on what was chosen, and that is known here alone. No list is ever marked: only all of them.
  const mark = confirming['aria-describedby'];
  const choosing = mark !== undefined && choice === null;
  const logoOf = ({ id }: Choice) => {
    const list = edition.lists.find((one) => one.id === id);
    return list && <Logo desk={desk} list={list} />;
  };
  if (stage === 'check' && choice)
    return (
      <div class="check">
        <h3 ref={heading} tabIndex={-1} aria-describedby="choisi">
          {typeset(contest.name)}
        </h3>
        <p class="chosen" id="choisi">
          Vous avez choisi : {logoOf(choice)} <b>{choice.name}</b>
        </p>
        <p class="hint">
          Une fois confirmé, un vote ne se change plus. Ce choix n’est écrit nulle part.
        </p>
        <div class="buttons">
          <button type="button" class="go" {...confirming}>
            {typeset(confirm?.label ?? 'Confirmer mon vote')}
          </button>
          <button type="button" onClick={() => setStage('choose')}>
            Revenir au choix
          </button>
        </div>
      </div>
    );
  const options: readonly Choice[] = [...listsOf(edition, world, contest.id), blank];
  if (edition.ballotFlow === 'read-then-choose') {
    const want = screen.actions.find(({ opens, sends }) => opens === null && sends === null);
    return (
      <>
        <h3 ref={heading} tabIndex={-1}>
          {typeset(contest.name)}
        </h3>
        {choosing && stage !== 'read' && <Choose />}
        <ul class="picks" aria-describedby={choosing && stage !== 'read' ? chooseId : undefined}>
          {options.map((option) => (
            <li key={option.id}>
              {stage === 'read' ? (
                <>
                  {logoOf(option)} <span>{option.name}</span>
                </>
              ) : (
                <button
                  type="button"
                  onClick={() => {
                    setChoice(option);
                    setStage('check');
                  }}
                >
                  {logoOf(option)} <span>{option.name}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
        {stage === 'read' && (
          <div class="buttons">
            <button
              type="button"
              class="go"
              aria-describedby={mark}
              onClick={() => setStage('choose')}
            >
              {typeset(want?.label ?? 'Je veux voter')}
            </button>
          </div>
        )}
      </>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setStage(choice ? 'check' : 'nothing');
      }}
    >
      <fieldset
        class="picks"
        aria-describedby={
          [stage === 'nothing' && 'rien-choisi', choosing && chooseId].filter(Boolean).join(' ') ||
          undefined
        }
      >
        <legend>{typeset(contest.name)}</legend>
        {choosing && <Choose />}
        {options.map((option) => (
          <label key={option.id} class={choice?.id === option.id ? 'on' : undefined}>
            <input
              type="radio"
              name="choix"
              checked={choice?.id === option.id}
              onChange={() => {
                setChoice(option);
                setStage('choose');
              }}
            />
            {logoOf(option)}
            <span>{option.name}</span>
          </label>
        ))}
      </fieldset>
      {stage === 'nothing' && (
        <p class="refusal" id="rien-choisi" role="alert">
          Rien n’est choisi : prenez une liste, ou « Vote blanc ».
        </p>
      )}
      <div class="buttons">
        <button class="go" aria-describedby={choosing ? undefined : mark}>
          Vérifier mon choix
        </button>
      </div>
    </form>
  );
}

/** The proof just given, then those that were not kept yet: reference, contest, hour; never the choice. */
export function ReceiptView(props: { readonly desk: Desk }) {
  const { desk } = props;
  const [last, ...others] = [...desk.world.receipts].reverse();
  if (!last) return <p>Aucune preuve encore.</p>;
  return (
    <>
      {[last, ...others.filter(({ kept }) => !kept)].map(({ contest }) => (
        <ReceiptCard key={contest} desk={desk} contest={contest} main={contest === last.contest} />
      ))}
    </>
  );
}

/** Every proof of vote, found again in the portal. */
export function Receipts(props: { readonly desk: Desk }) {
  const { receipts } = props.desk.world;
  return receipts.length === 0 ? (
    <p>Aucun vote confirmé : il n’y a pas encore de preuve.</p>
  ) : (
    <>
      {receipts.map(({ contest }) => (
        <ReceiptCard key={contest} desk={props.desk} contest={contest} />
      ))}
    </>
  );
}

function ReceiptCard(props: {
  readonly desk: Desk;
  readonly contest: string;
  /** The proof of the vote just cast: keeping it is the next gesture. */
  readonly main?: boolean;
}) {
  const { desk, contest, main = false } = props;
  const { world } = desk;
  const receipt = world.receipts.find((one) => one.contest === contest);
  const alreadyKept = useRef(receipt?.kept ?? false);
  const name = world.persona.contests.find(({ id }) => id === contest)?.name ?? contest;
  if (!receipt) return null;
  return (
    <div class="proof">
      {/* On paper a proof may stand alone on its sheet: it says itself what it is. */}
      <p class="stamp">EXERCICE, aucune valeur</p>
      <b>{typeset(name)}</b>
      <dl class="pairs">
        <div>
          <dt>Référence d’exercice</dt>
          <dd class="code">{receiptReference(world, contest)}</dd>
        </div>
        <div>
          <dt>Voté le</dt>
          <dd>{parisTime(receipt.at)} (Paris)</dd>
        </div>
      </dl>
      {receipt.kept ? (
        <Arrives className="hint" when={!alreadyKept.current}>
          Preuve gardée. Elle ne dit pas pour qui.
        </Arrives>
      ) : (
        <>
          <p class="hint">
            Dans la vraie vie : enregistrez le justificatif, ou imprimez-le. Ici, l’exercice le
            note, c’est tout.
          </p>
          <button
            type="button"
            class={main ? 'go' : undefined}
            {...gesture(desk, { type: 'DownloadReceipt', contest })}
          >
            Garder la preuve<Hidden> : {name}</Hidden>
          </button>
        </>
      )}
    </div>
  );
}
