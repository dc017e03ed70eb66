// One screen of the registry, drawn: title, words, what its kind shows, its form, its doors, and how well it is known.
import type { ComponentChildren } from 'preact';
import type { Screen, ScreenAction } from '../core/edition.ts';
import type { CommandType } from '../core/portal.ts';
import { currentCode, textOfMail } from '../core/views.ts';
import type { Desk } from './desk-types.ts';
import { CalendarView, Notice, People, Phone } from './devices/others.tsx';
import { ScreenForm } from './form.tsx';
import { Curtain } from './helper-view.tsx';
import { marking } from './marked.ts';
import { aboveForm } from './refused.ts';
import { computerPages, doorsOf, hasForm, screenOf, tabsOf } from './registry.ts';
import { Ballot, Booth, ReceiptView, Receipts } from './screens/ballot.tsx';
import { Mailbox, MailView } from './screens/mailbox.tsx';
import { Results } from './screens/results.tsx';
import { Candidates, Contests, Identity, opensFrom, Profile, Roll } from './screens/space.tsx';
import { ActionButton, Paragraphs, RefusalNote } from './text.tsx';
import { fill, typeset, voterWords } from './words.ts';

/** Ids by which the desk moves focus. */
export const titleId = 'titre-ecran';
export const alertId = 'refus-ecran';

/** The screen that is open now. */
export function ScreenView(props: {
  readonly desk: Desk;
  /** Said under the title: what happened, what comes next. */
  readonly children?: ComponentChildren;
}) {
  const { desk, children } = props;
  const screen = screenOf(desk.edition, desk.world);
  if (!screen)
    return (
      <h2 id={titleId} tabIndex={-1}>
        Cette page n’existe plus
      </h2>
    );
  const above = aboveForm(desk.state.refusals, screen);
  return (
    <article class={`screen screen-${screen.kind}`}>
      {screen.device === 'computer' && <Pages desk={desk} />}
      <p class="place">
        {typeset(screen.place)}
        {screen.portal && ` · ${desk.edition.label}`}
      </p>
      <h2 id={titleId} tabIndex={-1}>
        {fill(screen.title, voterWords(desk.edition, desk.world))}
      </h2>
      {children}
      <div id={alertId} role="alert" tabIndex={-1}>
        <RefusalNote desk={desk} refusals={above} />
      </div>
      <Tabs desk={desk} screen={screen} />
      <Paragraphs desk={desk} texts={screen.intro} />
      <Body desk={desk} screen={screen} />
      {hasForm(screen, desk.world) && <ScreenForm key={screen.id} desk={desk} screen={screen} />}
      <Doors desk={desk} screen={screen} />
      <Paragraphs desk={desk} texts={screen.asides} className="aside" />
      <Mark desk={desk} screen={screen} />
    </article>
  );
}

function Body(props: { readonly desk: Desk; readonly screen: Screen }): ComponentChildren {
  const { desk, screen } = props;
  switch (screen.kind) {
    case 'page':
    case 'form':
    case 'space':
      return <Extra desk={desk} screen={screen} />;
    case 'mailbox':
      return <Mailbox key={screen.id} desk={desk} screen={screen} />;
    case 'mail':
      return <MailView key={desk.world.mailbox.openMail} desk={desk} />;
    case 'identity':
      return <Identity desk={desk} />;
    case 'profile':
      return <Profile desk={desk} />;
    case 'contests':
      return <Contests desk={desk} />;
    case 'roll':
      return <Roll desk={desk} />;
    case 'candidates':
      return <Candidates desk={desk} />;
    case 'notice':
      return <Notice desk={desk} />;
    case 'sms':
      return <Phone desk={desk} />;
    case 'people':
      return <People desk={desk} screen={screen} />;
    case 'calendar':
      return <CalendarView desk={desk} />;
    case 'booth':
      return <Booth desk={desk} />;
    case 'ballot':
      return desk.together ? (
        <Curtain key={desk.world.booth.contest}>
          <Ballot desk={desk} screen={screen} />
        </Curtain>
      ) : (
        <Ballot key={desk.world.booth.contest} desk={desk} screen={screen} />
      );
    case 'receipt':
      return <ReceiptView desk={desk} />;
    case 'receipts':
      return <Receipts desk={desk} />;
    case 'results':
      return <Results desk={desk} />;
  }
}

/** What a plain page shows besides its words: a code shown again, or what gave a fake away. */
function Extra(props: { readonly desk: Desk; readonly screen: Screen }) {
  const { edition, world } = props.desk;
  if (props.screen.id === 'new-code-shown')
    return (
      <p>
        <b class="code">{currentCode(edition, world)}</b>
      </p>
    );
  if (props.screen.device === 'letterbox') return <Notice desk={props.desk} />;
  if (props.screen.id !== 'fake-explained') return null;
  const mail = world.mailbox.mails.find(({ id }) => id === world.mailbox.openMail);
  const clue = mail && textOfMail(edition, mail)?.fakeClue;
  return clue ? <p class="notice">{typeset(clue)}</p> : null;
}

/** The pages of the computer. */
function Pages(props: { readonly desk: Desk }) {
  const { desk } = props;
  return (
    <nav class="tabs pages" aria-label="Pages de l’ordinateur">
      {computerPages(desk.edition, desk.world).map(({ name, screen, current }) => (
        <button
          key={name}
          type="button"
          aria-current={current ? 'true' : undefined}
          onClick={() => desk.open(screen)}
          {...marking(desk, 'page', name)}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}

/** Tabs of the page itself, where its source has some. */
function Tabs(props: { readonly desk: Desk; readonly screen: Screen }) {
  const { desk, screen } = props;
  const tabs = tabsOf(screen);
  if (tabs.length === 0) return null;
  return (
    <div class="tabs" role="group" aria-label="Onglets">
      {tabs.map(({ label, opens }) => (
        <button
          key={label}
          type="button"
          aria-current={opens === screen.id ? 'true' : undefined}
          onClick={() => opens !== null && desk.open(opens)}
          {...marking(desk, 'tab', label)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

/** Buttons and tiles, in their blocks when the page numbers them; those of the form are already in it. */
function Doors(props: { readonly desk: Desk; readonly screen: Screen }) {
  const { desk, screen } = props;
  const doors = doorsOf(screen, desk.world, desk.edition);
  const allKept = desk.world.receipts.every(({ kept }) => kept);
  // The only way on, or the next one once the proof is kept.
  const alone = screen.kind === 'receipt' ? allKept : screen.kind === 'page' && doors.length === 1;
  const blocks = [...new Set(doors.map(({ block }) => block))];
  return (
    <>
      {blocks.map((block) => {
        const inside = doors.filter((door) => door.block === block);
        const buttons = inside.map((door) => (
          <Door key={door.label} desk={desk} screen={screen} door={door} main={alone} />
        ));
        return block === null ? (
          <div key="" class={screen.kind === 'space' ? 'tiles' : 'doors'}>
            {buttons}
          </div>
        ) : (
          <section key={block} class="block">
            <h3>{typeset(block)}</h3>
            <div class="doors">{buttons}</div>
          </section>
        );
      })}
    </>
  );
}

/** Gestures that end or undo something: never the big button. */
const leaving: readonly CommandType[] = [
  'SignOut',
  'SignOutOfMailbox',
  'LeaveBooth',
  'LoseNotice',
  'OverrideWarning',
  'EmptyBin',
];

function Door(props: {
  readonly desk: Desk;
  readonly screen: Screen;
  readonly door: ScreenAction;
  /** The only way on. */
  readonly main: boolean;
}) {
  const { desk, screen, door, main } = props;
  const closed = door.opens === null ? null : opensFrom(desk, desk.edition.screens[door.opens]);
  const big = main || (door.sends !== null && !leaving.includes(door.sends));
  const note = closed ?? (door.note && fill(door.note, voterWords(desk.edition, desk.world)));
  return (
    <ActionButton
      desk={desk}
      screen={screen}
      label={door.label}
      opens={door.opens}
      sends={door.sends}
      className={closed ? 'closed' : big ? 'go' : undefined}
    >
      {note && <small>{note}</small>}
    </ActionButton>
  );
}

/** « documenté », with its sources, or « reconstitué », with what it was deduced from. */
function Mark(props: { readonly desk: Desk; readonly screen: Screen }) {
  const { desk, screen } = props;
  const titles = screen.sources.map((id) => desk.edition.words[`source.${id}`] ?? id);
  return (
    <details class="mark">
      <summary>{screen.mark === 'documented' ? 'documenté' : 'reconstitué'}</summary>
      {screen.because !== null && <p>{typeset(screen.because)}</p>}
      {screen.ownWords.length > 0 && (
        <p>Mots d’Isoloir, pas de la source : {typeset(screen.ownWords.join(' ; '))}.</p>
      )}
      {titles.length > 0 && (
        <p>
          {titles.length > 1 ? 'Sources' : 'Source'} : {typeset(titles.join(' ; '))}.
        </p>
      )}
    </details>
  );
}
