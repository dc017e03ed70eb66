/** Official addresses that content names: who saw them, and, where a network is, whether they still answer. */
import { academies, sources } from '../lib/content.ts';
import { currentEdition, currentId } from '../lib/current.ts';
import { shortDay } from '../lib/dates.ts';

/** An address without « https:// », the file of content that names it, and the day on which a person opened it. */
export type OfficialAddress = {
  readonly address: string;
  readonly file: string;
  readonly seenOn: string | null;
};

/** Every official address of `content/`, each once, with the latest day on which somebody saw it. Sorted. */
export function officialAddresses(): readonly OfficialAddress[] {
  const named: readonly OfficialAddress[] = [
    ...academies().flatMap((one) =>
      [
        one.site,
        one.nationalMailbox,
        ...one.mailboxes,
        ...one.portals,
        ...one.recovery,
        ...one.helpdesk,
        ...one.electionContacts,
      ].flatMap((contact) =>
        contact?.address && contact.strength === 'official'
          ? [
              {
                address: contact.address,
                file: `content/academies/${one.id}.yaml`,
                seenOn: contact.grade.kind === 'tried' ? contact.grade.on : null,
              },
            ]
          : [],
      ),
    ),
    ...sources().flatMap(({ address, nature, seenOn }) =>
      address !== null && nature === 'official'
        ? [{ address, file: 'content/sources.yaml', seenOn }]
        : [],
    ),
    ...ofCurrent(),
  ];
  const latest = new Map<string, OfficialAddress>();
  for (const one of named) {
    const known = latest.get(one.address);
    if (!known || (one.seenOn ?? '') > (known.seenOn ?? '')) latest.set(one.address, one);
  }
  return [...latest.values()].sort((a, b) => (a.address < b.address ? -1 : 1));
}

/** What volunteers filled in: they read it there themselves, that day. */
function ofCurrent(): readonly OfficialAddress[] {
  const { opens, closes, extendedTo, portal, help, letter, newCode, ballots } = currentEdition();
  const file = `content/editions/${currentId}.yaml`;
  return [
    ...[opens, closes, extendedTo, portal, help, letter, newCode, ...ballots].flatMap((reading) =>
      reading?.readAt.includes('.')
        ? [{ address: reading.readAt, file, seenOn: reading.readOn }]
        : [],
    ),
    ...(portal ? [{ address: portal.value, file, seenOn: portal.readOn }] : []),
  ];
}

/** « adresse — vu par une personne le 24 nov. 2026 (fichier) » */
export function addressLine({ address, file, seenOn }: OfficialAddress): string {
  const seen = seenOn
    ? `vu par une personne le ${shortDay(seenOn)}`
    : 'aucune personne ne dit l’avoir ouverte';
  return `${address} — ${seen} (${file})`;
}

/** What an address answered. `gone`: the host says that nothing is there any more, or its name is nobody’s. */
export type Answer = {
  readonly address: string;
  readonly kind: 'answers' | 'moved' | 'gone' | 'odd' | 'silent';
  /** A French sentence, empty when all is well. */
  readonly words: string;
};

/** Asks for one address: what `fetch` does, so that a test needs no network. */
export type Ask = (url: string, init: RequestInit) => Promise<Response>;

const atOnce = 6;
/** So many in a row without any answer: there is no network here, the others are not worth a wait. */
const silentStart = 12;

/** Asks each, six at a time, `patienceMs` at most for one. Stops early when nobody answers; never rejects. */
export async function tryAddresses(
  all: readonly string[],
  ask: Ask = fetch,
  patienceMs = 8_000,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < all.length; from += atOnce) {
    const some = all.slice(from, from + atOnce);
    answers.push(...(await Promise.all(some.map((one) => tryOne(one, ask, patienceMs)))));
    if (answers.length >= silentStart && !isReachable(answers)) break;
  }
  return answers;
}

/** Somebody answered something: there is a network. */
export const isReachable = (answers: readonly Answer[]): boolean =>
  answers.some(({ kind, words }) => kind !== 'silent' && words !== noName);

const noName = 'ce nom de domaine n’existe pas, ou plus.';

async function tryOne(address: string, ask: Ask, patienceMs: number): Promise<Answer> {
  try {
    const response = await ask(`https://${address}`, {
      signal: AbortSignal.timeout(patienceMs),
      redirect: 'follow',
    });
    await response.body?.cancel();
    return { address, ...readAnswer(address, response) };
  } catch (error) {
    return { address, ...readSilence(error) };
  }
}

function readAnswer(address: string, { status, url }: Response): Omit<Answer, 'address'> {
  if (status === 404 || status === 410)
    return { kind: 'gone', words: `la page n’est plus là (réponse ${String(status)}).` };
  const asked = hostOf(`https://${address}`);
  const given = url === '' ? asked : hostOf(url);
  if (given !== asked && !given.endsWith(`.${asked}`) && !asked.endsWith(`.${given}`))
    return { kind: 'moved', words: `elle mène maintenant à un autre hôte, ${given} : à regarder.` };
  return status < 400
    ? { kind: 'answers', words: '' }
    : { kind: 'odd', words: `réponse ${String(status)} : à regarder avec un navigateur.` };
}

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./u, '');

function readSilence(error: unknown): Omit<Answer, 'address'> {
  const code = codeOf(error);
  if (code === 'ENOTFOUND') return { kind: 'gone', words: noName };
  if (/CERT|SSL|TLS|SIGNATURE/u.test(code))
    return { kind: 'odd', words: `son certificat est refusé (${code}) : à regarder.` };
  return { kind: 'silent', words: 'pas de réponse.' };
}

/** The reason that Node hides one or two causes deep. */
function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : '';
}
