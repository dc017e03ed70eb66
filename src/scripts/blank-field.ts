/** A field whose words go into a message of this page: kept in the page only, and softly closed to secrets. */
import { make } from './element.ts';
import { isSecret } from './guide-words.ts';

type Blank = {
  /** nom, etablissement, telephone: what a phone number may look like depends on it. */
  readonly name: string;
  readonly words: string;
  /** What was typed in this page, by name: never stored, and kept when the page refreshes. */
  readonly typed: Map<string, string>;
  /** Told at once and at each change; `''` when nothing, or a secret, is in the field. */
  readonly fill: (value: string) => void;
};

/** The label, the field and its warning. */
export function blankField({ name, words, typed, fill }: Blank): HTMLElement {
  const field = make('div', { class: 'field' });
  const input = document.createElement('input');
  input.id = `message-${name}`;
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.value = typed.get(name) ?? '';
  const warning = make(
    'p',
    { class: 'warn', id: `alerte-${name}` },
    'Cela ressemble à un NUMEN, une date ou un code\u202f: ne l’écrivez pas dans un message.',
  );
  warning.setAttribute('role', 'status');
  const read = () => {
    const value = input.value.trim();
    const secret = isSecret(value, name);
    typed.set(name, input.value);
    warning.hidden = !secret;
    fill(secret ? '' : value);
  };
  input.setAttribute('aria-describedby', warning.id);
  input.addEventListener('input', read);
  field.append(make('label', { for: input.id }, words), input, warning);
  read();
  return field;
}
