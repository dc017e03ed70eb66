// « Que faire ? », at the very moment something goes wrong that is nobody's refusal.
import type { Desk } from './desk-types.ts';
import { SituationLink } from './text.tsx';
import {
  isElsewhere,
  troubleOf,
  troublePages,
  troubleWords,
  type TroubleKind,
} from './troubles.ts';
import { typeset } from './typeset.ts';

/** The link to the page that answers it. */
export function TroubleLink(props: { readonly desk: Desk; readonly kind: TroubleKind }) {
  const page = troublePages[props.kind];
  return page === undefined ? null : <SituationLink base={props.desk.base} situation={page} />;
}

/** Beneath the title of the page where it happens; nothing when all goes well. */
export function Trouble(props: { readonly desk: Desk }) {
  const { desk } = props;
  const kind = isElsewhere(desk.edition, desk.world)
    ? 'code-elsewhere'
    : troubleOf(desk.world, desk.state.lastEvents);
  if (kind === null) return null;
  const words = troubleWords[kind];
  return (
    <p class="notice">
      {words !== undefined && `${typeset(words)} `}
      <TroubleLink desk={desk} kind={kind} />
    </p>
  );
}
