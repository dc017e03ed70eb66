/** The hosts that may carry the portal, and the places where a fact may be read: content/hotes-officiels.yaml. */
import { z } from 'astro/zod';
import { id, text } from './fact.ts';
import { readYaml } from './read.ts';

export type OfficialHost = {
  /** The host itself, and whatever stands under it. */
  readonly host: string;
  /** Id in content/sources.yaml of an official page that was read there. */
  readonly source: string;
  readonly reason: string;
};

export type OfficialHosts = {
  readonly portal: readonly OfficialHost[];
  readonly reading: readonly OfficialHost[];
};

const host = z
  .strictObject({
    hote: z
      .string()
      .regex(
        /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+fr$/u,
        'Écrire un nom de domaine en minuscules, sans https://, www. ni chemin : education.gouv.fr',
      )
      .refine(
        (name) => !['gouv.fr', 'fr'].includes(name) && !name.startsWith('www.'),
        'Trop large ou avec www. : écrire le domaine d’un ministère, par exemple education.gouv.fr',
      ),
    source: id(),
    raison: text(200),
  })
  .transform((fr): OfficialHost => ({ host: fr.hote, source: fr.source, reason: fr.raison }));

export const officialHostsSchema = z
  .strictObject({
    portail: z.array(host).min(1, 'Garder au moins un hôte'),
    lecture: z.array(host),
  })
  .transform((fr): OfficialHosts => ({ portal: fr.portail, reading: fr.lecture }));

/** The host is this domain, or stands under it. */
export const isUnder = (host: string, domain: string) =>
  host === domain || host.endsWith(`.${domain}`);

/** True for a host where a fact may be read: an academy's, or one of the list. */
export function isOfficialHost(host: string): boolean {
  return (
    /(?:^|\.)ac-[a-z-]+\.fr$/u.test(host) ||
    Object.values(officialHosts())
      .flat()
      .some((known) => isUnder(host, known.host))
  );
}

let kept: OfficialHosts | null = null;

/** The list, read once. */
export function officialHosts(): OfficialHosts {
  kept ??= readYaml('content/hotes-officiels.yaml', officialHostsSchema);
  return kept;
}
