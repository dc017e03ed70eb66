/** Sentences written on the evening of an announcement: no address that could be a trap, nothing left of a model. */
import type { z } from 'astro/zod';
import { text } from './fact.ts';
import { isOfficialHost } from './official-hosts.ts';

const scheme = /^(https?:\/\/|mailto:|[a-z]{3,10}:(?=\S))/iu;
const dotted = /^(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,}$/u;

/** The host that a word leads to; `''` when it leads somewhere else than to a host; `null` when it is no address. */
function hostNamed(word: string): string | null {
  const bare = word.replace(/^[*_`]+|[.,;:!?*_`]+$/gu, '');
  const start = scheme.exec(bare)?.[1] ?? '';
  if (start !== '' && !/^(?:https?|mailto):/iu.test(start)) return '';
  const authority = bare.slice(start.length).split(/[/?#]/u)[0] ?? '';
  const host = authority.split('@').at(-1) ?? '';
  if (start === '' && host === authority && !dotted.test(host)) return null;
  return host;
}

/** The first address of a text, linked or not, that is on no official site; `null` when there is none. */
export function strangeAddress(words: string): string | null {
  const strange = words.split(/[\s<>()[\]"'’«»{}]+/u).find((word) => {
    const host = hostNamed(word);
    return host !== null && !isOfficialHost(host);
  });
  return strange ?? null;
}

/** What to write instead, when a sentence may not be published so; `null` when it may. */
export function announcedAdvice(words: string): string | null {
  if (words.includes('…')) return 'Écrire ce qui est vrai à la place de chaque « … » du modèle';
  const strange = strangeAddress(words);
  return strange === null
    ? null
    : `Enlever « ${strange} » : une adresse ne se publie que sur un site de content/hotes-officiels.yaml, ou d’académie. Écrire : l’adresse est sur votre lettre`;
}

/** Such a sentence, of so many characters at most. */
export const announced = (max: number) =>
  text(max).superRefine((words: string, context: z.RefinementCtx) => {
    const message = announcedAdvice(words);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
