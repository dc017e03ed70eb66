/** content/adresses.yaml: other names of an academy's page, and addresses that pages no longer have. */
import { z } from 'astro/zod';
import { id } from './fact.ts';

export type Addresses = {
  /** Academy id → further one-word addresses that lead to its page. */
  readonly otherNames: Readonly<Record<string, readonly string[]>>;
  /** « /2022/ » → « /elections/men-2022/ ». */
  readonly former: Readonly<Record<string, string>>;
};

const name = z
  .string()
  .regex(
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/u,
    'Écrire en minuscules sans accent, avec des tirets (exemple : haute-normandie)',
  );
const path = z
  .string()
  .regex(
    /^\/(?:[a-z0-9-]+\/)+$/u,
    'Écrire l’adresse entre deux barres, sans accent (exemple : /elections/2022/)',
  );

/** The whole file. */
export const addressesSchema = z
  .strictObject({
    /** une académie, puis d'autres façons de la taper */
    autres_noms: z.record(id(), z.array(name).min(1, 'Écrire au moins un nom')),
    /** l'ancienne adresse, puis la page d'aujourd'hui */
    anciennes: z.record(path, path),
  })
  .transform((fr): Addresses => ({ otherNames: fr.autres_noms, former: fr.anciennes }));
