// `npm run story -- men-2018 [profil] [exercice ou incident] [--academie=…] [--graine=…]`: an election in French, told by the
// sentences of the journal. The voter is careful; what goes wrong in the exercise is told, and how it is overcome.
import { parseArgs } from 'node:util';
import { editionIds, loadEdition } from '../lib/editions.ts';
import { incidentNames } from '../schemas/situation.ts';
import { advise } from '../simulator/core/advice.ts';
import { decide } from '../simulator/core/decide.ts';
import type { Edition } from '../simulator/core/edition.ts';
import { evolve, worldOf } from '../simulator/core/evolve.ts';
import { fill, narrate, parisTime, voterValues } from '../simulator/core/narrate.ts';
import type { PortalEvent, Setup, World } from '../simulator/core/portal.ts';
import { opening } from '../simulator/core/prepare.ts';
import { nearest, suits } from '../simulator/core/suits.ts';
import { isSeed, seedAlphabet } from '../simulator/links.ts';

/** Events whose sentence would only repeat what the clock shows. */
const silent: readonly PortalEvent['type'][] = [
  'TimePassed',
  'Consulted',
  'CaptchaShown',
  'MailSent',
];

/** The story, line by line; days are titles. */
function tell(edition: Edition, setup: Setup): readonly string[] {
  const exercise = edition.exercises[setup.exercise];
  const lines: string[] = exercise ? [exercise.title, exercise.summary] : [];
  const [first, ...before] = opening(edition, setup);
  if (first?.type !== 'ExerciseStarted') return lines;
  let world: World = worldOf(first);
  let day = '';
  const write = (sentence: string): void => {
    const [date = '', hour = ''] = parisTime(world.now).split(', ');
    if (date !== day) lines.push('', date);
    day = date;
    lines.push(`  ${hour}  ${sentence}`);
  };
  const say = (event: PortalEvent): void => {
    if (!silent.includes(event.type)) write(narrate(edition, event, world));
  };
  const take = (event: PortalEvent): void => {
    world = evolve(world, event);
    say(event);
  };
  say(first);
  before.forEach(take);
  if (before.length > 0) lines.push('', 'Ici commence l’exercice.');
  let wish = '';
  for (let gesture = 0; gesture < 400; gesture += 1) {
    const { command, goal } = advise(edition, world);
    if (!command) break;
    // What the voter sets out to do, when it is the trouble that decides.
    if (troubled.includes(goal) && goal !== wish)
      write(`→ ${fill(edition.goals[goal]?.says ?? goal, voterValues(edition, world))}`);
    wish = goal;
    const { events, refusals } = decide(edition, world, command);
    events.forEach(take);
    for (const { word } of refusals)
      write(fill(edition.refusals[word].sentence, voterValues(edition, world)));
  }
  lines.push('', ending(edition, world));
  return lines;
}

/** Goals that nobody has on an ordinary day. */
const troubled: readonly string[] = [
  'make-room',
  'wait-for-mail',
  'look-in-junk',
  'unlock',
  'reset-password',
  'ask-new-code',
  'check-roll',
  'correct-roll',
  'wait-for-roll',
  'leave-inner-browser',
  'deal-with-warning',
  'wait-for-portal',
];

function ending(edition: Edition, world: World): string {
  if (world.cast.length === world.persona.contests.length) return 'A voté !';
  if (world.hiddenContests.length > 0 && world.cast.length > 0)
    return 'A voté, moins un scrutin : il manquait à sa liste, et l’assistance doit le savoir.';
  const { reason } = advise(edition, world);
  switch (reason) {
    case 'voting-closed':
      return 'N’a pas voté : le vote est fermé.';
    case 'not-on-roll':
      return 'N’a pas voté : absent de la liste électorale, dans cet exercice. Le service gestionnaire et l’assistance doivent le savoir.';
    default:
      return 'N’a pas voté : plus aucun chemin n’y mène.';
  }
}

/** A name of the command line that nothing answers to, with what would do. */
const unheard = (word: string, known: readonly string[]): string =>
  `« ${word} » n’a pas d’histoire à raconter. Essayez : ${known.join(', ')}.`;

/** The exercise of that name, or the first one in which that incident happens; `null` when there is none. */
function exerciseFor(edition: Edition, word: string): string | null {
  if (Object.hasOwn(edition.exercises, word)) return word;
  const kind = Object.entries(incidentNames).find(([french]) => french === word)?.[1];
  const found = Object.values(edition.exercises).find(({ incidents }) =>
    incidents.some((one) => one.kind === kind),
  );
  return found?.id ?? null;
}

/** The words of the command line; `null` when an option is not ours. */
function wordsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { academie: { type: 'string' }, graine: { type: 'string', default: 'KMPRTV' } },
    });
  } catch {
    return null;
  }
}

/** What was asked for, or one French sentence that says why it cannot be told. */
function asked(args: readonly string[]): { edition: Edition; setup: Setup } | string {
  const words = wordsOf(args);
  if (words === null)
    return 'npm run story -- men-2018 certifie portail-en-panne : élection, profil, exercice ou ennui. Options : --academie=caen et --graine=KMPRTV.';
  const { values, positionals } = words;
  const [id = 'men-2018', profile = 'certifie', trouble, ...more] = positionals;
  if (more.length > 0)
    return 'Trois mots au plus : élection, profil, exercice. L’académie s’écrit --academie=caen, la graine --graine=KMPRTV.';
  if (!editionIds().includes(id)) return unheard(id, editionIds());
  const edition = loadEdition(id);
  const { profiles, academies, exercises } = edition;
  if (!Object.hasOwn(profiles, profile)) return unheard(profile, Object.keys(profiles));
  if (!isSeed(values.graine))
    return `La graine a six lettres, parmi ${seedAlphabet} : --graine=KMPRTV.`;
  const usual = { academy: Object.keys(academies)[0] ?? '', profile, exercise: 'parcours-complet' };
  const exercise =
    trouble === undefined
      ? nearest(edition, usual, 'profile').exercise
      : exerciseFor(edition, trouble);
  if (exercise === null) return unheard(trouble ?? '', Object.keys(exercises));
  const fitting = (who: string) =>
    Object.keys(academies).filter((academy) => suits(edition, { academy, profile: who, exercise }));
  const possible = fitting(profile);
  if (possible.length === 0)
    return unheard(
      `${profile} ${exercise}`,
      Object.keys(profiles).filter((who) => fitting(who).length > 0),
    );
  const academy = values.academie ?? possible[0] ?? '';
  if (!possible.includes(academy)) return unheard(academy, possible);
  return { edition, setup: { edition: id, academy, profile, exercise, seed: values.graine } };
}

const wanted = asked(process.argv.slice(2));
if (typeof wanted === 'string') {
  process.stderr.write(`${wanted}\n`);
  process.exitCode = 1;
} else process.stdout.write(`${tell(wanted.edition, wanted.setup).join('\n').trim()}\n`);
