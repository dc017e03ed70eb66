/** What home and academy page say in each cell « file × time »: content/etats/<edition>.yaml. */
import { z } from 'astro/zod';
import { nearest } from './explain.ts';
import { text } from './fact.ts';

/** What the file of the election knows: days only, some hours or addresses, or the steps too. */
export type FileState = 'empty' | 'dates' | 'procedure';
/** `day-after`: the last day is past, and nothing allows us to say that the vote is over. */
export type TimeState = 'before' | 'voting' | 'last-day' | 'day-after' | 'after';

/** One action of ten minutes. `{academie}` in a link stands for the reader's academy. */
export type Action = {
  readonly do: string;
  readonly detail: string | null;
  readonly link: { readonly path: string; readonly words: string } | null;
};

export type CellText = {
  readonly text: string;
  readonly actions: readonly Action[];
  readonly note: string | null;
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
  })
  .transform((fr): Action => ({
    do: fr.geste,
    detail: fr.detail ?? null,
    link: fr.lien ? { path: fr.lien.vers, words: fr.lien.mots } : null,
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
      note: raw.note ?? null,
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
    const cell = (raw: z.output<ReturnType<typeof cellOf>>, at: readonly string[]): Cell => ({
      home: words(raw.accueil, [...at, 'accueil']),
      academy: words(raw.academie, [...at, 'academie']),
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
    gestes: z.array(z.string()).min(1).max(3, 'Trois gestes au plus'),
    note: text(400).optional(),
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
