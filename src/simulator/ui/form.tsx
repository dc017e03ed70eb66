// A form of the exercise: fields of the registry, « remplir » beside each, its refusal beneath it. It posts nowhere.
import { useState } from 'preact/hooks';
import type { Screen, ScreenField } from '../core/edition.ts';
import type { CommandType } from '../core/portal.ts';
import { Captcha } from './captcha.tsx';
import { captchaPlaceOf, commandOf, mainCommand, secretFields } from './commands.ts';
import type { Desk, Typed } from './desk-types.ts';
import { fillsOf, isChosenHere } from './fills.ts';
import { besideField } from './refused.ts';
import { ActionButton, Hidden, RefusalNote, seal } from './text.tsx';
import { typeset } from './words.ts';

/** Id of a field's input in the page. */
export const inputId = (field: string): string => `champ-${field}`;

/**
 * The fields of a screen and its sending buttons; the first one answers Enter.
 * What was typed stays after a refusal, secrets excepted; nothing of it is stored.
 */
export function ScreenForm(props: { readonly desk: Desk; readonly screen: Screen }) {
  const { desk, screen } = props;
  const [typed, setTyped] = useState<Typed>({});
  const sends = mainCommand(screen);
  const sending = screen.actions.filter(
    (action) => action.sends && action.sends !== 'RenewCaptcha',
  );
  const send = async (type: CommandType) => {
    const command = commandOf(type, typed, { ...desk, screen, seal: seal(desk) });
    if (!command) return;
    const accepted = await desk.send(command);
    setTyped((before) =>
      accepted
        ? {}
        : Object.fromEntries(Object.entries(before).filter(([id]) => !secretFields.includes(id))),
    );
  };
  return (
    <form
      noValidate
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (sends) void send(sends);
      }}
    >
      {screen.fields.map((field) => (
        <Field
          key={field.id}
          desk={desk}
          screen={screen}
          field={field}
          sends={sends}
          typed={typed}
          set={(id, text) =>
            setTyped((before) => ({
              ...before,
              [id]: desk.world.capsLock ? text.toUpperCase() : text,
            }))
          }
        />
      ))}
      <div class="buttons">
        {sending.map((action, n) =>
          n === 0 ? (
            <button key={action.label} class="go">
              {typeset(action.label)}
            </button>
          ) : (
            <ActionButton key={action.label} desk={desk} screen={screen} {...action} />
          ),
        )}
      </div>
    </form>
  );
}

function Field(props: {
  readonly desk: Desk;
  readonly screen: Screen;
  readonly field: ScreenField;
  readonly sends: CommandType | null;
  readonly typed: Typed;
  readonly set: (id: string, text: string) => void;
}) {
  const { desk, screen, field, sends, typed, set } = props;
  const { id } = field;
  const [masked, setMasked] = useState(false);
  const refusals = besideField(desk.state.refusals, id);
  const { fills, why } = fillsOf(desk, id, sends, typed);
  const secret = secretFields.includes(id);
  const chosen = isChosenHere(id, sends);
  const place = id === 'captcha' ? captchaPlaceOf(screen) : null;
  const input = inputId(id);
  const described = [
    chosen && `${input}-garde`,
    field.hint && `${input}-aide`,
    why && `${input}-pourquoi`,
    refusals.length > 0 && `${input}-refus`,
  ].filter(Boolean);
  return (
    <div class="field">
      <label for={input}>{typeset(field.label)}</label>
      {chosen && (
        <p class="hint" id={`${input}-garde`}>
          Inventez-le, ou prenez-en un plus bas : jamais un vrai mot de passe, même ancien.
        </p>
      )}
      {field.hint && (
        <p class="hint" id={`${input}-aide`}>
          {typeset(field.hint)}
        </p>
      )}
      {place && (
        <Captcha
          desk={desk}
          place={place}
          renew={screen.actions.find((one) => one.sends === 'RenewCaptcha')?.label ?? 'autre image'}
        />
      )}
      <div class="row">
        <input
          id={input}
          type="text"
          class={secret && masked ? 'masked' : undefined}
          value={typed[id] ?? ''}
          onInput={(event) => set(id, event.currentTarget.value)}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          inputMode={id === 'phone' ? 'tel' : undefined}
          aria-invalid={refusals.length > 0}
          aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        />
        {secret && (
          <button type="button" class="mini" onClick={() => setMasked(!masked)}>
            {masked ? 'montrer' : 'masquer'}
            <Hidden> : {field.label}</Hidden>
          </button>
        )}
        {!chosen &&
          fills.map(({ text, label }) => (
            <button key={label} type="button" class="mini fill" onClick={() => set(id, text)}>
              {label}
              <Hidden> : {field.label}</Hidden>
            </button>
          ))}
      </div>
      <RefusalNote desk={desk} refusals={refusals} id={`${input}-refus`} />
      {why && (
        <p class="hint" id={`${input}-pourquoi`}>
          {why}
        </p>
      )}
      {chosen && (
        <div class="proposals" role="group" aria-label="Mots de passe inventés">
          {fills.map(({ text }) => (
            <button key={text} type="button" class="mini fill" onClick={() => set(id, text)}>
              {text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
