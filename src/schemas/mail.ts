/** content/courriels/<edition>/*.md: texts of the exercise's mails, SMS and letter, rewritten in our words. */
import { z } from 'astro/zod';
import type { LinkKind, MailText } from '../simulator/core/edition.ts';
import { checkProof, proofKeys, text } from './fact.ts';
import { voterHoles, wrongHoles } from './recit.ts';
import { wordOf } from './screen.ts';

/** A token of the voter's own, or the page that everybody may open. */
type LinkTarget = LinkKind | 'page';

const linkOfWord = {
  activation: 'activation',
  'nouveau-mot-de-passe': 'reset',
  'page-publique': 'page',
} as const satisfies Record<string, LinkTarget>;

const senderMessage =
  'Un expéditeur d’exercice : « Portail d’exercice <ne-pas-repondre@portail.example> »';

/** The names between braces in the text of a mail that nothing fills in. Only the letter, the SMS and the mail of a one-time code know a code. */
export const mailHoles = (kind: string): readonly string[] =>
  ['sms', 'lettre', 'one-time-code'].includes(kind) ? [...voterHoles, 'code'] : voterHoles;

/** Says which names may stand between braces. */
export const holesMessage = (allowed: readonly string[]): string =>
  `Seuls ces mots peuvent être entre accolades : ${allowed.join(', ')}`;

function withHoles(words: ReturnType<typeof text>, allowed: readonly string[]) {
  return words.refine((said) => wrongHoles(said, allowed).length === 0, holesMessage(allowed));
}

/** The front matter of one mail; `body` is added by `mailText`. */
export const mailSchema = z
  .strictObject({
    sujet: withHoles(text(140), voterHoles),
    /** jamais un vrai expéditeur : l'adresse finit par .example */
    expediteur: text(120).regex(/^[^<@]+(?:<[^<>@]+@[a-z0-9.-]+\.example>)?$/u, senderMessage),
    /** où mène le lien, s'il y en a un */
    lien: wordOf<LinkTarget>(linkOfWord).optional(),
    libelle_lien: withHoles(text(140), [...voterHoles, 'lien']).optional(),
    /** pour un faux : ce qui le trahit */
    indice: text(400).optional(),
    /** le sujet est repris de la source */
    sujet_cite: z.boolean().default(false),
    ...proofKeys(),
  })
  .superRefine((fr, context) => {
    checkProof(fr, context);
    if (Boolean(fr.libelle_lien) !== Boolean(fr.lien ?? fr.indice))
      context.addIssue({
        code: 'custom',
        path: ['libelle_lien'],
        message: 'Un lien a des mots (libelle_lien), et seul un courriel à lien en a',
      });
  });

export type MailHead = z.output<typeof mailSchema>;

/** Front matter and body → the core's `MailText`. Paragraphs are separated by an empty line. */
export function mailText(kind: string, head: MailHead, body: string): MailText {
  return {
    kind,
    subject: head.sujet,
    sender: head.expediteur,
    paragraphs: body
      .split(/\n\s*\n/u)
      .map((paragraph) => paragraph.trim().replace(/[ \t]*\n[ \t]*/gu, ' '))
      .filter((paragraph) => paragraph !== ''),
    linkLabel: head.libelle_lien ?? null,
    link: head.lien && head.lien !== 'page' ? head.lien : null,
    fakeClue: head.indice ?? null,
    strength: head.preuve,
    sources: head.source ? [head.source] : (head.d_apres ?? []),
  };
}
