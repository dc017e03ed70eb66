// A form of the exercise: fields of the registry, « remplir » beside each, its refusal beneath it. It posts nowhere.
import { useEffect, useState } from 'preact/hooks';
import type { Screen, ScreenAction, ScreenField } from '../core/edition.ts';
import type { CommandType, World } from '../core/portal.ts';
import { Captcha } from './captcha.tsx';
import { captchaPlaceOf, commandOf, mainCommand, secretFields } from './commands.ts';
import type { Desk, Typed } from './desk-types.ts';
import { chosenHere, fillsOf, type Fill } from './fills.ts';
import { EyeIcon } from './icons.tsx';
import { markId, nextField } from './marked.ts';
import { besideField } from './refused.ts';
import { Hidden, RefusalNote, seal } from './text.tsx';
import { typeset } from './words.ts';

/** Said before the voter makes something up. */
const invent = {
  password: 'Inventez-le, ou prenez-en un plus bas : jamais un vrai mot de passe, même ancien.',
  answer: 'Inventez-la, ou prenez-en une plus bas : jamais une vraie réponse.',
} as const;
const proposalNames = {
  password: 'Mots de passe inventés',
  answer: 'Réponses inventées',
} as const;

/** Id of a field's input in the page. */
export const inputId = (field: string): string => `champ-${field}`;
/** Id of what is said of a refused field, under it. */
export const refusalId = (field: string): string => `${inputId(field)}-refus`;

/**
 * The fields of a screen and its sending buttons; the first one answers Enter.
 * What was typed stays after a refusal, secrets excepted; nothing of it is stored.
 */
export function ScreenForm(props: { readonly desk: Desk; readonly screen: Screen }) {
  const { desk, screen } = props;
  const [typed, setTyped] = useState<Typed>({});
  const place = captchaPlaceOf(screen);
  const image = place && desk.world.captchas[place];
  // What was read on the former image is of no use on this one.
  useEffect(() => setTyped((before) => ({ ...before, captcha: '' })), [image]);
  const sends = mainCommand(screen);
  const sending = screen.actions.filter(
    (action) => action.sends && action.sends !== 'RenewCaptcha',
  );
  const next = desk.mark?.on === 'form' ? nextField(desk, screen, sends, typed) : undefined;
  const send = async (action: ScreenAction | undefined) => {
    if (!action?.sends) return;
    const command = commandOf(action.sends, typed, { ...desk, screen, action, seal: seal(desk) });
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
        void send(sending[0]);
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
          marked={field.id === next}
          set={(id, text) =>
            setTyped((before) => ({
              ...before,
              [id]: desk.world.capsLock ? text.toUpperCase() : text,
            }))
          }
        />
      ))}
      <div class="buttons">
        {sending.map((action, n) => (
          <button
            key={action.label}
            type={n === 0 ? 'submit' : 'button'}
            class={action.sends === sends ? 'go' : undefined}
            aria-describedby={n === 0 && next === null ? markId : undefined}
            onClick={n === 0 ? undefined : () => void send(action)}
          >
            {typeset(action.label)}
          </button>
        ))}
      </div>
    </form>
  );
}

/** The voter's own question, where it is answered. */
function questionOf({ edition, world }: Desk): string | null {
  const { challenge } = world.account;
  return (challenge && edition.challenges[challenge.question]) ?? null;
}

/** `true` when the voter's NUMEN, in any case, stands where the portal asks for a password. */
export function isNumenAsPassword(
  world: World,
  screen: Pick<Screen, 'portal'>,
  field: string,
  text: string,
): boolean {
  const same = text.trim().toUpperCase() === world.persona.numen.toUpperCase();
  return screen.portal && secretFields.includes(field) && same;
}

function Field(props: {
  readonly desk: Desk;
  readonly screen: Screen;
  readonly field: ScreenField;
  readonly sends: CommandType | null;
  readonly typed: Typed;
  /** It is to be filled in now. */
  readonly marked: boolean;
  readonly set: (id: string, text: string) => void;
}) {
  const { desk, screen, field, sends, typed, marked, set } = props;
  const { id } = field;
  const [masked, setMasked] = useState(false);
  const refusals = besideField(desk.state.refusals, id);
  const { fills, why } = fillsOf(desk, id, sends, typed);
  // Said as long as nothing else is typed there, also once the field was emptied; kept nowhere.
  const [numenTyped, setNumenTyped] = useState(false);
  // Whoever does not see the field hears that a button has filled it in.
  const [told, setTold] = useState(false);
  const change = (text: string, byButton = false) => {
    setTold(byButton);
    if (text !== '') setNumenTyped(isNumenAsPassword(desk.world, screen, id, text));
    set(id, text);
  };
  const secret = secretFields.includes(id);
  const chosen = chosenHere(id, sends);
  const asked = id === 'answer' && sends === 'AnswerChallenge' ? questionOf(desk) : null;
  const place = id === 'captcha' ? captchaPlaceOf(screen) : null;
  const input = inputId(id);
  // The button that fills in; where there is none, the field itself.
  const filled = marked ? fills.find(({ flawed }) => !flawed) : undefined;
  const described = [
    marked && !filled && markId,
    chosen && `${input}-garde`,
    asked && `${input}-question`,
    field.hint && `${input}-aide`,
    why && `${input}-pourquoi`,
    numenTyped && `${input}-numen`,
    refusals.length > 0 && refusalId(id),
  ].filter(Boolean);
  const common = {
    id: input,
    'aria-invalid': refusals.length > 0,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
  };
  const fillButton = (one: Fill) =>
    ({
      type: 'button',
      class: 'mini fill',
      onClick: () => change(one.text, true),
      'aria-describedby': one === filled ? markId : undefined,
    }) as const;
  return (
    <div class="field">
      <label for={input}>{typeset(field.label)}</label>
      {chosen && (
        <p class="hint" id={`${input}-garde`}>
          {invent[chosen]}
        </p>
      )}
      {asked && (
        <p id={`${input}-question`}>
          <b>{typeset(asked)}</b>
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
        {id === 'question' ? (
          <select
            {...common}
            value={typed[id] ?? ''}
            onChange={(event) => set(id, event.currentTarget.value)}
          >
            <option value="">à choisir</option>
            {desk.edition.challenges.map((text, n) => (
              <option key={text} value={String(n)}>
                {typeset(text)}
              </option>
            ))}
          </select>
        ) : (
          <input
            {...common}
            type="text"
            class={secret && masked ? 'masked' : undefined}
            value={typed[id] ?? ''}
            onInput={(event) => change(event.currentTarget.value)}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            inputMode={id === 'phone' ? 'tel' : undefined}
          />
        )}
        {secret && (
          <button type="button" class="mini icon-only" onClick={() => setMasked(!masked)}>
            <EyeIcon crossed={masked} />
            <Hidden>
              {masked ? 'montrer' : 'masquer'} : {field.label}
            </Hidden>
          </button>
        )}
        {!chosen &&
          fills.map((one) => (
            <button key={one.label} {...fillButton(one)}>
              {one.label}
              <Hidden> : {field.label}</Hidden>
            </button>
          ))}
      </div>
      <span class="hidden" role="status">
        {told && `rempli : ${typeset(field.label)}`}
      </span>
      <RefusalNote desk={desk} refusals={refusals} id={refusalId(id)} />
      {secret && (
        <div role="status">
          {numenTyped && (
            <p class="hint" id={`${input}-numen`}>
              Votre NUMEN n’est pas un mot de passe.
            </p>
          )}
        </div>
      )}
      {why && (
        <p class="hint" id={`${input}-pourquoi`}>
          {why}
        </p>
      )}
      {chosen === 'password' && (
        <p class="hint">Certains ne suivent pas la règle : à vous de voir.</p>
      )}
      {chosen && (
        <div class="proposals" role="group" aria-label={proposalNames[chosen]}>
          {fills.map((one) => (
            <button key={one.text} {...fillButton(one)}>
              {one.text}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
