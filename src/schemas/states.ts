/** What home and academy page say in each cell « file × time »: content/etats/<edition>.yaml. */
import { z } from 'astro/zod';
import { nearest } from './explain.ts';
import { text } from './fact.ts';

/** What the file of the election knows: days only, some hours or addresses, or the steps too. */
export type FileState = 'empty' | 'dates' | 'procedure';
/** `day-after`: the last day is past, and nothing allows us to say that the vote is over. */
export type TimeState = 'before' | 'voting' | 'last-day' | 'day-after' | 'after';

/** The pictures of the simplified page: src/components/Picto.astro draws each. */
export const pictures = [
  'calendrier',
  'cle',
  'courriel',
  'crayon',
  'ecran',
  'horloge',
  'lettre',
  'liste',
  'personne',
  'preuve',
  'telephone',
] as const;
export type Picture = (typeof pictures)[number];

/** The same action for the simplified page: one gesture a line. */
export type SimpleAction = { readonly picture: Picture; readonly lines: readonly string[] };

/** One action of ten minutes. `{academie}` in a link stands for the reader's academy. */
export type Action = {
  readonly do: string;
  readonly detail: string | null;
  readonly link: { readonly path: string; readonly words: string } | null;
  /** `null` only for an action of the home page, which has no simplified version. */
  readonly simple: SimpleAction | null;
};

export type CellText = {
  readonly text: string;
  /** The same for the simplified page: one sentence, one gesture at most. */
  readonly simpleText: string;
  readonly actions: readonly Action[];
  readonly note: string | null;
  /** The note, a sentence a line. */
  readonly simpleNote: readonly string[];
};

export type Cell = { readonly home: CellText; readonly academy: CellText };
export type States = Readonly<Record<FileState, Readonly<Record<TimeState, Cell>>>>;

const action = z
  .strictObject({
    geste: text(140),
    detail: text(400).optional(),
    lien: z
      .strictObject({ vers: z.string().regex(/^(?:\/|#)[a-z0-9/{}#-]*$/u), mots: text(80) })
      .optional(),
    /** la version simplifiée : une action par ligne */
    simple: z
      .strictObject({ image: z.enum(pictures), lignes: z.array(text(100)).min(1) })
      .optional(),
  })
  .transform((fr): Action => ({
    do: fr.geste,
    detail: fr.detail ?? null,
    link: fr.lien ? { path: fr.lien.vers, words: fr.lien.mots } : null,
    simple: fr.simple ? { picture: fr.simple.image, lines: fr.simple.lignes } : null,
  }));

/** The file: actions named once, then fifteen cells of two texts that call them by name. */
export const statesSchema = z
  .strictObject({
    gestes: z.record(z.string(), action),
    vide: moments(),
    dates: moments(),
    procedure: moments(),
  })
  .transform((fr, context): States => {
    const words = (
      raw: z.output<ReturnType<typeof cellText>>,
      at: readonly string[],
    ): CellText => ({
      text: raw.texte,
      simpleText: raw.texte_simple ?? raw.texte,
      note: raw.note ?? null,
      simpleNote: raw.note_simple,
      actions: raw.gestes.flatMap((name, index) => {
        const found = fr.gestes[name];
        if (!found)
          context.addIssue({
            code: 'custom',
            path: [...at, 'gestes', index],
            message: unknownAction(name, Object.keys(fr.gestes)),
          });
        return found ? [found] : [];
      }),
    });
    /** The academy's page has a simplified version: each of its actions, and its note, is said simply too. */
    const simplified = (raw: z.output<ReturnType<typeof cellText>>, at: readonly string[]) => {
      raw.gestes.forEach((name, index) => {
        if (fr.gestes[name]?.simple === null)
          context.addIssue({
            code: 'custom',
            path: [...at, 'gestes', index],
            message: `Le geste « ${name} » n’a pas de version simplifiée. Ajouter « simple: » sous ce geste`,
          });
      });
      if (raw.note !== undefined && raw.note_simple.length === 0)
        context.addIssue({
          code: 'custom',
          path: [...at, 'note'],
          message: 'Ajouter « note_simple: » : la même chose, une phrase courte par ligne',
        });
      return words(raw, at);
    };
    const cell = (raw: z.output<ReturnType<typeof cellOf>>, at: readonly string[]): Cell => ({
      home: words(raw.accueil, [...at, 'accueil']),
      academy: simplified(raw.academie, [...at, 'academie']),
    });
    const row = (name: 'vide' | 'dates' | 'procedure') => ({
      before: cell(fr[name].avant, [name, 'avant']),
      voting: cell(fr[name].pendant, [name, 'pendant']),
      'last-day': cell(fr[name].dernier_jour, [name, 'dernier_jour']),
      'day-after': cell(fr[name].lendemain, [name, 'lendemain']),
      after: cell(fr[name].apres, [name, 'apres']),
    });
    return { empty: row('vide'), dates: row('dates'), procedure: row('procedure') };
  });

function unknownAction(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const advice = near ? `Écrire plutôt : ${near}` : 'L’y ajouter, ou en écrire un autre';
  return `Le geste « ${name} » n’est pas écrit sous « gestes ». ${advice}`;
}

function cellText() {
  return z.strictObject({
    texte: text(300),
    /** la version simplifiée, quand le texte demande plus d’une chose */
    texte_simple: text(100).optional(),
    gestes: z.array(z.string()).min(1).max(3, 'Trois gestes au plus'),
    note: text(400).optional(),
    note_simple: z.array(text(100)).default([]),
  });
}

function cellOf() {
  return z.strictObject({ accueil: cellText(), academie: cellText() });
}

function moments() {
  return z.strictObject({
    avant: cellOf(),
    pendant: cellOf(),
    dernier_jour: cellOf(),
    lendemain: cellOf(),
    apres: cellOf(),
  });
}
