// `npm run story -- men-2018 [profil] [académie] [graine]`: a whole election in French, told by the sentences of the journal.
import { editionIds, loadEdition } from '../lib/editions.ts';
import { advise } from '../simulator/core/advice.ts';
import { decide } from '../simulator/core/decide.ts';
import { evolve, worldOf } from '../simulator/core/evolve.ts';
import { narrate, parisTime } from '../simulator/core/narrate.ts';
import type { PortalEvent, World } from '../simulator/core/portal.ts';
import { start } from '../simulator/core/start.ts';

/** Events whose sentence would only repeat what the clock shows. */
const silent: readonly PortalEvent['type'][] = [
  'TimePassed',
  'Consulted',
  'CaptchaShown',
  'MailSent',
];

function tell(
  id: string,
  profile: string,
  academy: string | undefined,
  seed: string,
): readonly string[] {
  const edition = loadEdition(id);
  const exercise = 'parcours-complet';
  const setup = {
    edition: id,
    academy: academy ?? Object.keys(edition.academies)[0] ?? '',
    profile,
    exercise,
    seed,
  };
  const first = start(edition, setup);
  const lines: string[] = [];
  let world: World = worldOf(first);
  let day = '';
  const say = (event: PortalEvent): void => {
    if (silent.includes(event.type)) return;
    const [date = '', hour = ''] = parisTime(world.now).split(', ');
    if (date !== day) lines.push('', date);
    day = date;
    lines.push(`  ${hour}  ${narrate(edition, event, world)}`);
  };
  say(first);
  for (let gesture = 0; gesture < 400; gesture += 1) {
    const { command } = advise(edition, world);
    if (!command) break;
    for (const event of decide(edition, world, command).events) {
      world = evolve(world, event);
      say(event);
    }
  }
  if (world.cast.length === world.persona.contests.length) lines.push('', 'A voté !');
  return lines;
}

/** Why there is no such story, in one French sentence; `null` when there is one. */
function refusal(id: string, profile: string, academy: string | undefined): string | null {
  const instead = (word: string, known: readonly string[]) =>
    known.includes(word)
      ? null
      : `« ${word} » n’a pas d’histoire à raconter. Essayez : ${known.join(', ')}.`;
  const unknown = instead(id, editionIds());
  if (unknown !== null) return unknown;
  const { profiles, academies } = loadEdition(id);
  return (
    instead(profile, Object.keys(profiles)) ??
    (academy === undefined ? null : instead(academy, Object.keys(academies)))
  );
}

const [id = 'men-2018', profile = 'certifie', academy, seed = 'KMPRTV'] = process.argv.slice(2);
const why = refusal(id, profile, academy);
if (why === null) process.stdout.write(`${tell(id, profile, academy, seed).join('\n').trim()}\n`);
else {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
