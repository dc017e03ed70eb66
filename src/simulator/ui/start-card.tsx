// The first thing, always: what this is, and which exercise. Nothing simulated is on screen before « Commencer ».
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Edition } from '../core/edition.ts';
import { nearest, suits, type Choice } from '../core/suits.ts';
import {
  classLink,
  drawSeed,
  isSeed,
  parseLink,
  printLink,
  seatMax,
  seedAlphabet,
  seedOf,
  stepOrder,
  type LinkTables,
  type StartLink,
  type SessionPlay,
} from '../links.ts';
import type { KeptExercise, Session, Step } from '../session/contract.ts';
import { Arrives } from './arrives.tsx';
import { ClassCodeField } from './class-code-field.tsx';
import { completed, isOf } from './completed.ts';
import { shortTime } from './dates.ts';
import { loadData } from './load-data.ts';
import { IdleChoice, TogetherChoice } from './room-choices.tsx';
import type { Room } from './room.ts';
import { typeset } from './typeset.ts';

/** An election that can be rehearsed, as the page names it before its data is there. */
export interface PlayableEdition {
  readonly id: string;
  readonly title: string;
  /** Of another year than the election that comes. */
  readonly archive: boolean;
}

/** What the page hands to the desk. */
export interface DeskPage {
  /** Where the site stands, with its trailing slash. */
  readonly base: string;
  readonly editions: readonly PlayableEdition[];
  readonly tables: LinkTables;
  /** The exercises that follow one another in a session, under one set of six letters. */
  readonly session: readonly SessionPlay[];
  /** Where « mon académie, maintenant » of each stands, without leading slash, and the academies that have none. */
  readonly academyPages: { readonly under: string; readonly without: readonly string[] };
}

const badLink = 'Ce lien ne dit rien à Isoloir. Voici trois bons départs.';

/** The card. `hash` is what the address says, read again when it changes. */
export function StartCard(props: {
  readonly page: DeskPage;
  /** `null` while what runs an exercise is still on its way. */
  readonly session: Session | null;
  /** It will not come. */
  readonly failed: boolean;
  readonly hash: string;
  /** Where one sat in the class whose exercise was just left: the next one is played as the same person. */
  readonly seated: StartLink | null;
  readonly room: Room;
  readonly changeRoom: (part: Partial<Room>) => void;
  /** What could not be erased, when something could not. */
  readonly left: string | null;
}) {
  const { page, session, failed, hash, room, changeRoom } = props;
  const [seated, setSeated] = useState(props.seated);
  const linked = hash.length > 1 ? atSeat(parseLink(page.tables, hash), seated) : null;
  const latest = page.editions.at(-1)?.id ?? '';
  const [link, setLink] = useState<StartLink>(() => linked ?? seated ?? blankLink(latest));
  const [edition, setEdition] = useState<Edition | null>(null);
  // A well-formed link may still name what that election never had.
  const foreign = linked !== null && edition?.id === linked.edition && !isOf(edition, linked);
  const lost = hash.length > 1 && (linked === null || foreign);
  const [trouble, setTrouble] = useState<string | null>(props.left);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    if (linked) setLink(linked);
    // Only the address decides here: `linked` is made from it at each drawing.
  }, [hash]);
  useEffect(() => {
    let wanted = true;
    setEdition(null);
    loadData(page.base, link.edition).then(
      (data) => wanted && setEdition(data),
      () =>
        wanted &&
        setTrouble(
          'Les données de cette élection n’arrivent pas. Vérifiez la connexion, puis réessayez.',
        ),
    );
    return () => {
      wanted = false;
    };
  }, [link.edition, page.base]);

  // What stands below the choices waits for the first of them: a button never moves away from under a finger.
  const settled = useRef(false);
  settled.current ||= edition !== null || failed || trouble !== null;
  const said = failed ? 'Le simulateur n’est pas arrivé entier. Rechargez la page.' : trouble;
  // While another election's data is on its way, the one on the card is not the one that was chosen.
  const whole = edition?.id === link.edition ? completed(edition, link) : null;
  const screen = whole?.screen === undefined ? undefined : edition?.screens[whole.screen];
  /** What was chosen last stays: the rest follows it. */
  const change = (part: Partial<StartLink>) => {
    // A step or a page belongs to the exercise that it was asked for.
    const again = 'exercise' in part ? { step: null, screen: undefined } : {};
    const wish = { ...(whole ?? link), ...again, ...part };
    const [kept = null] = choices.filter((one) => one in part);
    setLink(edition?.id === wish.edition ? { ...wish, ...nearest(edition, wish, kept) } : wish);
  };
  const start = async (chosen: StartLink) => {
    if (busy || !session) return;
    setBusy(true);
    try {
      const data = await loadData(page.base, chosen.edition);
      const { edition: id, academy, profile, exercise, step, screen } = completed(data, chosen);
      await session.start(
        data,
        { edition: id, academy, profile, exercise, seed: seedOf(chosen) },
        screen === undefined ? (step ?? undefined) : { screen },
      );
    } catch {
      setTrouble('L’exercice n’a pas pu s’ouvrir. Rechargez la page, puis réessayez.');
      setBusy(false);
    }
  };

  return (
    <div class="start">
      <p class="motto-line">Isoloir, pour s’entraîner. On ne vote pas ici.</p>
      <h1 id="depart" tabIndex={-1}>
        S’entraîner à voter
      </h1>
      <p>
        Tout est inventé : la personne, ses codes, les listes. Rien ne quitte cet appareil.{' '}
        <b>N’y mettez jamais un vrai NUMEN, un vrai code ni un vrai mot de passe.</b>
      </p>
      {lost && (
        <div class="notice" role="alert">
          <p>{badLink}</p>
          <div class="doors">
            {goodStarts(latest).map(({ label, start: one }) => (
              <button key={label} type="button" onClick={() => void start(one)}>
                {label}
              </button>
            ))}
          </div>
        </div>
      )}
      {linked && !foreign && (
        <p class="notice">
          Ce lien propose un exercice : il est déjà choisi ci-dessous.
          {linked.seat === null && ' En séance, choisissez aussi votre place.'}
        </p>
      )}
      {session && (
        <Kept
          page={page}
          session={session}
          onErased={() => {
            setSeated(null);
            change({ seat: null });
          }}
        />
      )}
      <form
        noValidate
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isSeed(link.seed)) return setTrouble(seedWords);
          void start(whole ?? link);
        }}
      >
        <fieldset class="picks">
          <legend>Quelle élection ?</legend>
          {page.editions.map(({ id, title, archive }) => (
            <label key={id} class={link.edition === id ? 'on' : undefined}>
              <input
                type="radio"
                name="edition"
                checked={link.edition === id}
                onChange={() => setLink({ ...link, edition: id })}
              />
              <span>
                {typeset(title)} {archive && <small>archives</small>}
              </span>
            </label>
          ))}
        </fieldset>
        {edition && whole ? (
          <Choices edition={edition} link={whole} change={change} />
        ) : (
          <p role="status">Un instant…</p>
        )}
        {settled.current && (
          <>
            <details
              open={room.classCode !== null || seated !== null || (linked !== null && !foreign)}
            >
              <summary>Code de séance, numéro de place</summary>
              <ClassCodeField
                tables={page.tables}
                id="seance"
                label="Le code écrit au tableau"
                first={room.classCode ?? ''}
                action="prendre"
                onRead={(read) => {
                  setTrouble(null);
                  changeRoom({ classCode: printLink(page.tables, classLink(read)) });
                  setLink(atSeat(read, link));
                }}
              />
              <label for="place">Ma place</label>
              <select
                id="place"
                value={String(link.seat ?? '')}
                onChange={(event) =>
                  change({
                    seat: event.currentTarget.value ? Number(event.currentTarget.value) : null,
                  })
                }
              >
                <option value="">je m’entraîne hors d’un groupe</option>
                {Array.from({ length: seatMax }, (_, n) => (
                  <option key={n} value={String(n + 1)}>
                    {n + 1}
                  </option>
                ))}
              </select>
              <IdleChoice room={room} change={changeRoom} />
              <label for="graine">Les six lettres qui fixent tout l’exercice</label>
              <div class="row">
                <input
                  id="graine"
                  type="text"
                  class="code"
                  value={link.seed}
                  onInput={(event) =>
                    change({ seed: event.currentTarget.value.replace(/\s/gu, '').toUpperCase() })
                  }
                  aria-invalid={!isSeed(link.seed)}
                  autocomplete="off"
                  spellcheck={false}
                />
                <button type="button" class="mini" onClick={() => change({ seed: drawSeed() })}>
                  en tirer d’autres
                </button>
              </div>
              {whole && isSeed(link.seed) && (
                <p class="hint">
                  Code de cet exercice, à partager :{' '}
                  <b class="code">{printLink(page.tables, classLink(whole))}</b>
                </p>
              )}
            </details>
            <div class="field-line">
              <label for="etape">Commencer</label>
              <select
                id="etape"
                value={screen?.id ?? link.step ?? ''}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  if (value !== screen?.id)
                    change({
                      step: stepOrder.find((one) => one === value) ?? null,
                      screen: undefined,
                    });
                }}
              >
                <option value="">au début</option>
                {screen && <option value={screen.id}>directement à : « {screen.title} »</option>}
                {stepOrder.map((step) => (
                  <option key={step} value={step}>
                    directement à : {stepLabels[step]}
                  </option>
                ))}
              </select>
            </div>
            <TogetherChoice room={room} change={changeRoom} />
          </>
        )}
        <div role="alert">{said && <p class="refusal">{said}</p>}</div>
        {settled.current && (
          <button class="go" disabled={busy || !session}>
            Commencer l’exercice
          </button>
        )}
      </form>
      {settled.current && (
        <p>
          <a href="#relire">Relire des exercices</a> ·{' '}
          <a href={`#projeter${classCodeAfter(page, whole)}`}>Projeter pour une salle</a>
        </p>
      )}
    </div>
  );
}

/** « .1.e8.gr.cd.pc.KMPRTV »: the class code of what is chosen on the card, when there is one. */
function classCodeAfter(page: DeskPage, link: StartLink | null): string {
  return (link && printLink(page.tables, classLink(link))?.replace('#', '.')) ?? '';
}

/** A class link that says no seat keeps the seat that one already has in that class. */
function atSeat<Link extends StartLink | null>(link: Link, seated: StartLink | null): Link {
  const isSame = link?.seat === null && link.seed === seated?.seed;
  return isSame ? { ...link, seat: seated.seat } : link;
}

const choices: readonly (keyof Choice)[] = ['academy', 'profile', 'exercise'];
const seedWords = `Il faut six lettres, prises parmi ${seedAlphabet.split('').join(' ')}.`;
const stepLabels: Readonly<Record<Step, string>> = {
  messagerie: 'la messagerie',
  compte: 'le compte',
  code: 'le code',
  vote: 'le vote',
  preuve: 'la preuve',
};

/** A stretch of a list, under a name when it has one. */
interface Shelf {
  readonly name: string | null;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

/** The exercises: whole ways first, then by the step where their trouble is met, as the journey goes. */
function shelves(edition: Edition): readonly Shelf[] {
  const all = Object.values(edition.exercises);
  return [null, ...stepOrder]
    .map((step) => ({
      name: step === null ? null : capital(stepLabels[step]),
      options: all
        .filter(({ chapter }) => (chapter ?? null) === step)
        .map(({ id, title }) => ({ id, text: title })),
    }))
    .filter(({ options }) => options.length > 0);
}

/** « le vote » → « Le vote » */
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function Choices(props: {
  readonly edition: Edition;
  readonly link: StartLink;
  readonly change: (part: Partial<StartLink>) => void;
}) {
  const { edition, link, change } = props;
  const exercise = edition.exercises[link.exercise];
  const select = (
    id: 'academy' | 'profile' | 'exercise',
    label: string,
    groups: readonly Shelf[],
  ) => (
    <div class="field-line">
      <label for={`choix-${id}`}>{label}</label>
      <select
        id={`choix-${id}`}
        value={link[id]}
        onChange={(event) => change({ [id]: event.currentTarget.value })}
      >
        {groups.map(({ name, options }) => {
          const all = options.map((option) => (
            <option key={option.id} value={option.id}>
              {typeset(option.text)}
            </option>
          ));
          return name === null ? (
            all
          ) : (
            <optgroup key={name} label={name}>
              {all}
            </optgroup>
          );
        })}
      </select>
    </div>
  );
  return (
    <>
      {select('academy', 'Mon académie', [
        {
          name: null,
          options: Object.values(edition.academies)
            .filter(({ id }) => suits(edition, { ...link, academy: id }))
            .map(({ id, name }) => ({ id, text: name })),
        },
      ])}
      {select('profile', 'Mon métier', [
        {
          name: null,
          options: Object.values(edition.profiles).map(({ id, name }) => ({ id, text: name })),
        },
      ])}
      {edition.nationalOnly.includes(link.academy) &&
        edition.profiles[link.profile]?.academies === undefined && (
          <p class="hint">
            {typeset(
              'Les scrutins locaux d’ici n’ont pas été trouvés : l’exercice n’a que les scrutins nationaux.',
            )}
          </p>
        )}
      {select('exercise', 'Mon exercice', shelves(edition))}
      {exercise && <p class="hint">{typeset(exercise.summary)}</p>}
    </>
  );
}

/** Exercises that this device keeps. */
function Kept(props: {
  readonly page: DeskPage;
  readonly session: Session;
  readonly onErased: () => void;
}) {
  const { page, session, onErased } = props;
  const [kept, setKept] = useState<readonly (KeptExercise & { readonly data: Edition })[]>([]);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    let wanted = true;
    void keptWithData(page, session).then((all) => wanted && setKept(all));
    return () => {
      wanted = false;
    };
  }, [page, session]);
  if (kept.length === 0) return null;
  return (
    <section class="kept">
      <h2>Reprendre</h2>
      <ul>
        {kept.map(({ id, setup, now, data }) => (
          <li key={id}>
            <button type="button" class="go" onClick={() => void session.resume(data, id)}>
              {typeset(data.exercises[setup.exercise]?.title ?? setup.exercise)}
              <small>
                {data.academies[setup.academy]?.name}, {typeset(data.label)}. Resté au{' '}
                {shortTime(now)}.
              </small>
            </button>
          </li>
        ))}
      </ul>
      {asked ? (
        <Arrives className="confirm" label="Tout effacer">
          <p>Tous les exercices de cet appareil seront effacés.</p>
          <div class="doors inline">
            <button
              type="button"
              class="go"
              onClick={() =>
                void session.eraseAll().then(() => {
                  setKept([]);
                  setAsked(false);
                  onErased();
                })
              }
            >
              Tout effacer
            </button>
            <button type="button" onClick={() => setAsked(false)}>
              Garder
            </button>
          </div>
        </Arrives>
      ) : (
        <button type="button" class="mini" onClick={() => setAsked(true)}>
          personne suivante : tout effacer
        </button>
      )}
      <h2>Ou commencer un autre exercice</h2>
    </section>
  );
}

async function keptWithData(page: DeskPage, session: Session) {
  const all = await session.kept();
  const known = all.filter(({ setup }) => page.editions.some(({ id }) => id === setup.edition));
  return Promise.all(
    known.map(async (one) => ({ ...one, data: await loadData(page.base, one.setup.edition) })),
  );
}

function blankLink(edition: string): StartLink {
  return {
    edition,
    academy: rememberedAcademy(),
    profile: '',
    exercise: '',
    seed: drawSeed(),
    seat: null,
    step: null,
  };
}

/** The academy whose page was read last on this device, as the guide remembers it. */
function rememberedAcademy(): string {
  try {
    return localStorage.getItem('isoloir.academie')?.split('|')[0] ?? '';
  } catch {
    return '';
  }
}

function goodStarts(
  latest: string,
): readonly { readonly label: string; readonly start: StartLink }[] {
  return [
    { label: 'Le parcours complet', start: blankLink(latest) },
    { label: 'Aller droit au code de vote', start: { ...blankLink(latest), step: 'code' } },
    { label: 'Aller droit au vote', start: { ...blankLink(latest), step: 'vote' } },
  ];
}
