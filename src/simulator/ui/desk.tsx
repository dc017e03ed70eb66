// The desk: a frame that says EXERCICE, one device at a time, the coach, and the ways back.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Device } from '../core/edition.ts';
import { localTime, parisTime } from '../core/narrate.ts';
import type { DeskState, Session } from '../session/contract.ts';
import { Arrives } from './arrives.tsx';
import { holdBack } from './back.ts';
import { Journal, lastGesture, PersonaCard, StartOver } from './cards.tsx';
import { Closing, Reached, useEnding } from './closing.tsx';
import { Coach, goalOf, Happened, levels, question, type Level } from './coach.tsx';
import { shortTime } from './dates.ts';
import type { Desk } from './desk-types.ts';
import { deviceOf, screenOn, standingIn } from './devices.ts';
import { Devices } from './devices/bar.tsx';
import { HelperLine } from './helper-view.tsx';
import { inputId, refusalId } from './form.tsx';
import { createGuard } from './guard.ts';
import { GuideLink } from './guide-link.tsx';
import { marking, markOf } from './marked.ts';
import { IdleWatch } from './next-person.tsx';
import { firstRefused } from './refused.ts';
import type { Room } from './room.ts';
import { alertId, ScreenView, titleId } from './screen.tsx';
import type { DeskPage } from './start-card.tsx';
import { Trouble, TroubleLink } from './trouble.tsx';
import { typeset } from './typeset.ts';

type Panel = 'fiche' | 'aide' | 'recommencer';

export interface DeskProps {
  readonly session: Session;
  readonly state: DeskState;
  readonly page: DeskPage;
  /** Another exercise's link was opened meanwhile; it waits. */
  readonly otherLink: boolean;
  /** The address changed to something that means nothing. */
  readonly lostLink: boolean;
  readonly onKeep: () => void;
  readonly room: Room;
  /** « Personne suivante ». */
  readonly onNext: () => void;
}

/** A running exercise. */
export function DeskView(props: DeskProps) {
  const { session, state, page, otherLink, lostLink, onKeep, room, onNext } = props;
  const { edition, world } = state;
  const [level, setLevel] = useState<Level>(
    edition.exercises[world.setup.exercise]?.help ?? 'libre',
  );
  const [panel, setPanel] = useState<Panel | null>(null);
  const left = useRef<Partial<Record<Device, string>>>({});
  const opened = useRef<HTMLDivElement>(null);
  const [guard] = useState(() => createGuard(() => performance.now()));
  const [busy, setBusy] = useState(false);
  /** Where one went back to, said until the next gesture. */
  const [returned, setReturned] = useState('');
  const [leaving, setLeaving] = useState(false);
  useEffect(() => opened.current?.focus(), [panel]);
  // Starting over or going back makes another exercise of it: what was open closes.
  useEffect(() => setPanel(null), [state.exercise]);
  // Going on is an answer too.
  useLayoutEffect(() => setLeaving(false), [state]);
  const current = deviceOf(edition, world.screen);
  left.current[current] = world.screen;
  useFocus(state);
  // Before the eye can read it, a new screen takes no press that was meant for the one before.
  useLayoutEffect(guard.arrived, [world.screen, state.exercise]);

  const undo = () => {
    setReturned(`Vous êtes de nouveau avant : ${lastGesture(state)}`);
    void session.undo();
  };
  const back = useRef<() => void>(undo);
  back.current = () => (state.canUndo ? undo() : setLeaving(true));
  useEffect(() => holdBack(() => back.current()), []);

  const send: Desk['send'] = async (command) => {
    setBusy(true);
    const decision = await guard.once(() => session.send(command)).finally(() => setBusy(false));
    return decision !== null && decision.refusals.length === 0;
  };
  const mark = useMemo(
    () => (level === 'guidé' ? markOf(edition, world, left.current.computer ?? null) : null),
    [edition, world, level],
  );
  const desk: Desk = {
    session,
    state,
    edition,
    world,
    mark,
    base: page.base,
    together: room.together || edition.exercises[world.setup.exercise]?.together === true,
    send,
    open: (screen) => void send({ type: 'Consult', screen: standingIn(edition, world, screen) }),
    settle: guard.arrived,
  };
  const ending = useEnding(desk);
  const take = (device: Device) => {
    const screen = screenOn(edition, world, device, left.current[device] ?? null);
    if (screen !== null && device !== current) desk.open(screen);
  };
  const local = localTime(edition, world, world.now);
  const press = (wanted: Panel) => setPanel(panel === wanted ? null : wanted);

  return (
    <div class="desk">
      <section
        class="frame"
        aria-label="Exercice"
        aria-busy={busy}
        onClickCapture={(event) => {
          const touch = 'pointerType' in event && event.pointerType === 'touch';
          if (!guard.isEcho({ detail: event.detail, touch })) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <div class="band">
          <h1>EXERCICE</h1>
          <span>{shortTime(world.now)} (Paris)</span>
        </div>
        <Devices desk={desk} take={take} />
        {state.notice !== null && <p class="notice">{state.notice}</p>}
        {lostLink && (
          <p class="notice" role="alert">
            Ce lien ne veut rien dire pour Isoloir. Votre exercice continue.
          </p>
        )}
        {otherLink && (
          <div class="notice" role="alert">
            <p>Un lien propose un autre exercice. Celui-ci continue, rien n’a été remplacé.</p>
            <div class="doors inline">
              <button type="button" onClick={onKeep}>
                Rester ici
              </button>
              <button type="button" onClick={() => session.leave()}>
                Voir l’autre
              </button>
            </div>
          </div>
        )}
        {leaving && (
          <Arrives className="notice" label="Quitter l’exercice">
            <p>
              {state.storage === 'kept'
                ? 'Votre exercice est gardé : le quitter ?'
                : 'Votre exercice reste en mémoire tant que cet onglet est ouvert : le quitter ?'}
            </p>
            <div class="doors inline">
              <button type="button" onClick={() => setLeaving(false)}>
                Rester
              </button>
              <button type="button" onClick={() => session.leave()}>
                Quitter
              </button>
            </div>
          </Arrives>
        )}
        <ScreenView key={state.exercise} desk={desk}>
          <Happened desk={desk} returned={returned} />
          <Trouble desk={desk} />
          <Coach desk={desk} level={level} />
          {desk.together && <HelperLine />}
          <Reached ending={ending} />
        </ScreenView>
        <Closing desk={desk} ending={ending} page={page} onErase={onNext} />
        <CapsLamp desk={desk} />
        {panel !== null && (
          <div class="panel" id="panneau" ref={opened} tabIndex={-1}>
            {panel === 'fiche' && (
              <>
                <h3>Ma fiche : tout est inventé</h3>
                <PersonaCard desk={desk} />
              </>
            )}
            {panel === 'aide' && (
              <Help desk={desk} level={level} setLevel={setLevel} close={() => setPanel(null)} />
            )}
            {panel === 'recommencer' && (
              <StartOver desk={desk} onReturn={setReturned} onErase={onNext} />
            )}
          </div>
        )}
        <div class="foot-bar">
          <IdleWatch minutes={room.idle} onOver={onNext} />
          <p class="clock">
            {parisTime(world.now)} (Paris)
            {local !== null && ` · ${local} sur place`}
          </p>
          <div class="bar-buttons">
            <PanelButton name="fiche" panel={panel} press={press} label="Fiche" />
            <PanelButton name="aide" panel={panel} press={press} label="Coup de main" />
            <button type="button" disabled={!state.canUndo} onClick={undo}>
              Revenir
            </button>
            <PanelButton name="recommencer" panel={panel} press={press} label="Recommencer" />
          </div>
        </div>
      </section>
      <aside class="side" aria-label="Autour de l’exercice">
        <details class="wide" open={matchMedia('(min-width: 68rem)').matches}>
          <summary>Ma fiche</summary>
          <PersonaCard desk={desk} />
        </details>
        <Journal desk={desk} onReturn={setReturned} />
        <p class="hint">
          {state.storage === 'kept'
            ? 'Gardé sur cet appareil.'
            : 'En mémoire seulement : tout sera perdu en fermant l’onglet.'}
        </p>
      </aside>
    </div>
  );
}

function PanelButton(props: {
  readonly name: Panel;
  readonly label: string;
  readonly panel: Panel | null;
  readonly press: (panel: Panel) => void;
}) {
  const { name, label, panel, press } = props;
  return (
    <button
      type="button"
      aria-expanded={panel === name}
      aria-controls={panel === name ? 'panneau' : undefined}
      onClick={() => press(name)}
    >
      {label}
    </button>
  );
}

function Help(props: {
  readonly desk: Desk;
  readonly level: Level;
  readonly setLevel: (level: Level) => void;
  readonly close: () => void;
}) {
  const { desk, level, setLevel, close } = props;
  const { says, hint } = goalOf(desk);
  const situation = desk.edition.screens[desk.world.screen]?.situation ?? null;
  return (
    <>
      <h3>{typeset(question)}</h3>
      <p>
        {says} {hint}
      </p>
      <div class="doors inline">
        <button
          type="button"
          onClick={() => {
            close();
            desk.open('people');
          }}
        >
          Demander à quelqu’un
        </button>
        {situation !== null && (
          <GuideLink class="door" base={desk.base} path={`ca-bloque/${situation}/`}>
            Ça bloque : la page qui aide
          </GuideLink>
        )}
      </div>
      <fieldset class="levels">
        <legend>Le guide</legend>
        {levels.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="niveau"
              checked={one === level}
              onChange={() => setLevel(one)}
            />
            {one}
          </label>
        ))}
      </fieldset>
    </>
  );
}

/** The lamp of a keyboard: says that capitals are locked, nothing more. */
function CapsLamp(props: { readonly desk: Desk }) {
  const { desk } = props;
  const { capsLock, incidents } = desk.world;
  if (!capsLock && !incidents.some(({ kind }) => kind === 'caps-lock')) return null;
  return (
    <p class="lamp">
      <i class={capsLock ? 'on' : undefined} />
      <span>Verr. maj. : {capsLock ? 'allumée' : 'éteinte'}</span>
      <button
        type="button"
        class="mini"
        onClick={() => void desk.send({ type: 'PressCapsLock' })}
        {...marking(desk, 'keyboard', '')}
      >
        appuyer sur la touche
      </button>
      {capsLock && <TroubleLink desk={desk} kind="caps-lock" />}
    </p>
  );
}

/** After each command: to the new screen's title, else to the first refused field, else to where the focus was lost. */
function useFocus(state: DeskState): void {
  const before = useRef<DeskState | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = state;
    if (last === state) return;
    const focus = (id: string) => document.getElementById(id)?.focus();
    const screen = state.edition.screens[state.world.screen];
    if (last?.world.screen !== state.world.screen || last.exercise !== state.exercise) {
      focus(titleId);
      document.querySelector('.frame')?.scrollIntoView();
    } else if (screen && state.refusals.length > 0) {
      const field = firstRefused(state.refusals, screen);
      focus(field === null ? alertId : inputId(field));
      // The field alone would be brought into view: what is said of it stands beneath, on a phone under the edge.
      if (field !== null)
        document.getElementById(refusalId(field))?.scrollIntoView({ block: 'nearest' });
    } else if (!document.activeElement || document.activeElement === document.body) focus(titleId);
  }, [state]);
}
