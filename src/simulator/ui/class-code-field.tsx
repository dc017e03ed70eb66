// The class code, typed from a board: on the start card and on the projector's page alike.
import { useState } from 'preact/hooks';
import { parseLink, type LinkTables, type StartLink } from '../links.ts';
import { typeset } from './typeset.ts';

/** Said of a code that names nothing here. */
export const unreadCode = 'Ce code ne dit rien à Isoloir : recopiez-le point par point.';

export interface ClassCodeFieldProps {
  readonly tables: LinkTables;
  readonly id: string;
  readonly label: string;
  /** What stands in the field at first. */
  readonly first: string;
  /** The words of the button. */
  readonly action: string;
  readonly hint?: string;
  /** Said until another code is read. */
  readonly said?: string;
  readonly onRead: (link: StartLink) => void;
}

/** Read by its button or by Enter, which sends nothing else; refused beneath the field. */
export function ClassCodeField(props: ClassCodeFieldProps) {
  const { tables, id, label, first, action, hint, said = '', onRead } = props;
  const [typed, setTyped] = useState(first);
  const [refused, setRefused] = useState(said);
  const told = `${id}-dit`;
  const read = () => {
    const link = parseLink(tables, typed);
    setRefused(link ? '' : unreadCode);
    if (link) onRead(link);
  };
  return (
    <>
      <label for={id}>{label}</label>
      <div class="row">
        <input
          id={id}
          type="text"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            read();
          }}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby={told}
        />
        <button type="button" class="mini" onClick={read}>
          {action}
        </button>
      </div>
      <div id={told}>
        {hint !== undefined && <p class="hint">{typeset(hint)}</p>}
        <div role="alert">{refused && <p class="refusal">{typeset(refused)}</p>}</div>
      </div>
    </>
  );
}
