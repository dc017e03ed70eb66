// Runs looked at again: the one that is open, or those in files that somebody drops here. Nothing of them is kept.
import { useEffect, useState } from 'preact/hooks';
import type { DeskState, Session } from '../session/contract.ts';
import { printRun } from '../session/export.ts';
import { filmOf, type Film } from '../session/film.ts';
import { gather } from '../session/gather.ts';
import { maxBytes, parseRun, readRun } from '../session/import.ts';
import { Gathered } from './gathered.tsx';
import { loadData } from './load-data.ts';
import { several } from './numbers.ts';
import { Replay } from './replay.tsx';
import { troubleWords, type FileTrouble } from './run-words.ts';
import type { DeskPage } from './start-card.tsx';
import { typeset } from './typeset.ts';
// Whoever reviews has the desk already: one chunk for both, instead of one for what they share.
import './running.ts';

export interface ReviewProps {
  readonly page: DeskPage;
  readonly session: Session;
  /** The exercise that is open, if one is. */
  readonly state: DeskState | null;
  readonly onClose: () => void;
}

interface Opened {
  readonly film: Film;
  /** Its file could be read to the end. */
  readonly whole: boolean;
}

/** One file, as far as it can be believed. Its name is not looked at. */
async function openFile(page: DeskPage, file: File): Promise<Opened | FileTrouble> {
  if (file.size > maxBytes) return 'too-long';
  const text = await file.text().catch(() => '');
  const sheet = parseRun(text);
  if (typeof sheet === 'string') return sheet;
  const { edition } = sheet.setup;
  if (!page.editions.some(({ id }) => id === edition)) return 'unknown';
  const data = await loadData(page.base, edition).catch(() => null);
  if (data === null) return 'no-data';
  const reading = readRun(data, sheet);
  return typeof reading === 'string'
    ? reading
    : { film: filmOf(data, reading.run), whole: reading.whole };
}

const cutWords = (film: Film): string =>
  `La suite du fichier ne peut pas être lue : il s’ouvre jusqu’au geste ${film.frames.length}. Pour le reste, demandez-le de nouveau à la personne qui l’a fait.`;

export function ReviewView(props: ReviewProps) {
  const { page, session, state, onClose } = props;
  const [own, setOwn] = useState<Film | null>(null);
  const [all, setAll] = useState<readonly Opened[]>([]);
  const [shown, setShown] = useState<Film | null>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!state) return document.getElementById('depart')?.focus();
    session.run().then(
      (run) => {
        const film = run && filmOf(state.edition, run);
        setOwn(film);
        setShown(film);
      },
      () => setSaid([ownTrouble]),
    );
    // On arrival only: what is played meanwhile elsewhere is another run.
  }, []);

  const take = async (files: readonly File[]) => {
    const opened: Opened[] = [];
    const refused: string[] = [];
    for (const [n, file] of files.entries()) {
      const found = await openFile(page, file);
      if (typeof found !== 'string') opened.push(found);
      const words = typeof found === 'string' ? troubleWords[found] : null;
      const trouble = words ?? (typeof found !== 'string' && !found.whole && cutWords(found.film));
      if (trouble) refused.push(files.length > 1 ? `Fichier ${n + 1} : ${trouble}` : trouble);
    }
    setAll((before) => [...before, ...opened]);
    const [first, second] = opened;
    // One file alone, or one dropped over a run that is being read, is opened at once; of several, the table.
    const next = first && !second && (shown || all.length === 0) ? first.film : null;
    if (first) setShown(next);
    // A replay says by itself that its file is cut short.
    setSaid(next && files.length === 1 ? [] : refused);
  };
  const drops = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      void take([...(event.dataTransfer?.files ?? [])]);
    },
  };
  const troubles = (
    <div role="alert">
      {said.map((text, n) => (
        <p key={n} class="refusal">
          {typeset(text)}
        </p>
      ))}
    </div>
  );
  const branch = async (film: Film, n: number) => {
    if (film === own) await session.undoTo(n + 1);
    else
      await session.adopt(film.edition, {
        ...film.run,
        gestures: film.run.gestures.slice(0, n + 1),
      });
    onClose();
  };

  if (shown) {
    const file = all.find(({ film }) => film === shown);
    return (
      <div {...drops}>
        {troubles}
        <Replay
          key={all.findIndex(({ film }) => film === shown)}
          film={shown}
          session={session}
          base={page.base}
          notice={file && !file.whole ? cutWords(shown) : null}
          branch={(n) => void branch(shown, n)}
          close={() => {
            setSaid([]);
            if (shown === own) onClose();
            else setShown(null);
          }}
        />
      </div>
    );
  }
  const films = all.map(({ film }) => film);
  const texts = films.map(({ run }) => printRun(run));
  const alike = texts.length - new Set(texts).size;
  const gathered = gather(films);
  return (
    <div class="desk" {...drops}>
      <section class="frame" aria-label="Exercices, relus">
        <div class="band">
          <h1 id="depart" tabIndex={-1}>
            EXERCICE, relectures
          </h1>
        </div>
        <label for="fichiers">Les fichiers d’exercices</label>
        <p class="hint">
          {typeset(
            'Chaque personne enregistre le sien depuis son journal. Choisissez-les ou déposez-les ici, un ou plusieurs. Ils restent sur cet appareil : rien n’est envoyé, ni gardé, ni leur nom.',
          )}
        </p>
        <input
          id="fichiers"
          type="file"
          multiple
          accept=".json"
          onChange={(event) => {
            const { files } = event.currentTarget;
            void take([...(files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
        {troubles}
        <div role="status">
          {films.length > 0 && (
            <p>{several(films.length, 'exercice ouvert', 'exercices ouverts')}.</p>
          )}
          {gathered.length > 1 && (
            <p>
              {typeset(
                'Ils ne sont pas tous du même exercice ou de la même élection : un tableau pour chacun.',
              )}
            </p>
          )}
          {alike > 0 && (
            <p>
              {typeset(
                'Des fichiers disent exactement la même chose : une copie, ou deux personnes qui ont fait pareil ? Chacun compte.',
              )}
            </p>
          )}
        </div>
        {gathered.map((one) => (
          <Gathered
            key={`${one.edition.id} ${one.exercise}`}
            gathering={one}
            open={(film) => {
              setSaid([]);
              setShown(film);
            }}
          />
        ))}
        <div class="doors inline">
          {films.length > 0 && (
            <button type="button" onClick={() => setAll([])}>
              Tout retirer
            </button>
          )}
          <button type="button" onClick={onClose}>
            Fermer
          </button>
        </div>
      </section>
    </div>
  );
}

const ownTrouble =
  'Le début de cet exercice ne peut pas être relu sur cet appareil : il continue, sans relecture. Pour en garder une, recommencez-le.';
