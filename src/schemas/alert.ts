/** One line for everyone, which expires by itself: content/alertes/*.yaml (PRODUCT.md 4). */
import { z } from 'astro/zod';
import { announced } from './announced.ts';
import { idPattern, parisDate } from './fact.ts';

const models = {
  panne: 'outage',
  prolongation: 'extension',
  rectificatif: 'correction',
  'faux-courriels': 'fake-mails',
} as const;

export type AlertModel = (typeof models)[keyof typeof models];

export type Alert = {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  /** Whole UTC seconds. */
  readonly from: number;
  /** Whole UTC seconds; at most 24 hours after `from`. */
  readonly expires: number;
  /** Ids; empty = every academy. */
  readonly academies: readonly string[];
  readonly model: AlertModel;
};

const oneDay = 24 * 3600;

/** One alert file. `alertId` is the file's name. */
export const alertSchema = (alertId: string) =>
  z
    .strictObject({
      texte: announced(200),
      source: z
        .string()
        .regex(
          idPattern,
          'Écrire le nom court d’une source de content/sources.yaml, pas son adresse',
        ),
      depuis: parisDate(),
      expire: parisDate(),
      /** vide : toutes */
      academies: z.array(
        z
          .string()
          .regex(
            idPattern,
            'Écrire le nom de la fiche, comme dans content/academies : orleans-tours',
          ),
      ),
      modele: z.enum(['panne', 'prolongation', 'rectificatif', 'faux-courriels']),
    })
    .superRefine((fr, context) => {
      if (fr.expire > fr.depuis && fr.expire - fr.depuis <= oneDay) return;
      context.addIssue({
        code: 'custom',
        path: ['expire'],
        message: 'L’alerte finit après son début, et dure 24 heures au plus',
      });
    })
    .transform((fr): Alert => ({
      id: alertId,
      text: fr.texte,
      source: fr.source,
      from: fr.depuis,
      expires: fr.expire,
      academies: fr.academies,
      model: models[fr.modele],
    }));
