// Small things that every screen is made of.
import type { ComponentChildren } from 'preact';
import type { Screen } from '../core/edition.ts';
import type { CommandType } from '../core/portal.ts';
import type { Refusal } from '../core/refusals.ts';
import { commandOf } from './commands.ts';
import type { Desk } from './desk-types.ts';
import { GuideLink } from './guide-link.tsx';
import { marking } from './marked.ts';
import { fill, typeset, voterWords } from './words.ts';

/** Paragraphs of content/, with the voter's words in their holes. */
export function Paragraphs(props: {
  readonly desk: Desk;
  readonly texts: readonly string[];
  readonly className?: string;
}) {
  const words = voterWords(props.desk.edition, props.desk.world);
  return (
    <>
      {props.texts.map((text) => (
        <p key={text} class={props.className}>
          {fill(text, words)}
        </p>
      ))}
    </>
  );
}

/** A paragraph whose code stands out, so that it can be copied sign by sign. */
export function WithCode(props: {
  readonly desk: Desk;
  readonly text: string;
  readonly code: string;
}) {
  const { desk, text, code } = props;
  const words = voterWords(desk.edition, desk.world);
  const [before = '', after] = text.split('{code}');
  return (
    <p>
      {fill(before, words)}
      {after !== undefined && <b class="code">{code}</b>}
      {after !== undefined && fill(after, words)}
    </p>
  );
}

/** What was refused, in the election's own sentences, with the page that helps. */
export function RefusalNote(props: {
  readonly desk: Desk;
  readonly refusals: readonly Refusal[];
  readonly id?: string;
}) {
  const { desk, refusals, id } = props;
  if (refusals.length === 0) return null;
  return (
    <div class="refusal" id={id}>
      {refusals.map(({ word, field }) => {
        const text = desk.edition.refusals[word];
        return (
          <p key={`${word} ${field ?? ''}`}>
            {fill(text?.sentence ?? word, voterWords(desk.edition, desk.world))}{' '}
            {text?.situation && <SituationLink base={desk.base} situation={text.situation} />}
          </p>
        );
      })}
    </div>
  );
}

/** « Que faire ? »: a page of the guide, at its anchor. */
export function SituationLink(props: { readonly base: string; readonly situation: string }) {
  const [page = '', anchor] = props.situation.split('#');
  const path = `ca-bloque/${page}/${anchor ? `#${anchor}` : ''}`;
  return (
    <GuideLink class="help" base={props.base} path={path}>
      Que faire ?
    </GuideLink>
  );
}

/** A button as an election's page shows it: opens a screen, or sends the command of the form. */
export function ActionButton(props: {
  readonly desk: Desk;
  readonly screen: Screen;
  readonly label: string;
  readonly opens: string | null;
  readonly sends: CommandType | null;
  readonly className?: string;
  readonly children?: ComponentChildren;
}) {
  const { desk, screen, label, opens, sends, className, children } = props;
  const act = () => {
    if (opens !== null) return desk.open(opens);
    if (sends === null) return;
    const command = commandOf(sends, {}, { ...desk, screen, seal: seal(desk) });
    if (command) void desk.send(command);
  };
  return (
    <button type="button" class={className} onClick={act} {...marking(desk, 'door', label)}>
      {typeset(label)}
      {children}
    </button>
  );
}

/** The session's own sealing, as a plain function. */
export function seal(desk: Desk) {
  return (text: string) => desk.session.seal(text);
}

/** Read by a screen reader, seen by nobody. */
export function Hidden(props: { readonly children: ComponentChildren }) {
  return <span class="hidden">{props.children}</span>;
}
