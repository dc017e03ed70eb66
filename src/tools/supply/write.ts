/** What a built site says of its parts: the bill of materials, and the notices of what others wrote in it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { root } from '../run.ts';
import { noticesOf, shippedPackages, strangeLicences } from './licences.ts';
import { lockedPackages } from './lock.ts';
import { printBill } from './sbom.ts';

export const billFile = 'nomenclature.cdx.json';
export const noticesFile = 'licences.txt';

const ownPackage = z.object({ name: z.string(), version: z.string(), license: z.string() });

/**
 * Writes both at the top of the site. Throws when a package has a licence that nobody agreed to.
 * @param seconds since 1970: when the site was made
 */
export function writeParts(dir: string, seconds: number): void {
  const packages = lockedPackages(root);
  const strange = strangeLicences(packages, shippedPackages(root, packages));
  if (strange.length > 0)
    throw new Error(
      `Licence à accepter dans src/tools/supply/licences.ts, ou paquet à retirer :\n${strange.join('\n')}`,
    );
  const { name, version, license } = ownPackage.parse(
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')),
  );
  writeFileSync(
    join(dir, billFile),
    printBill({ name, version, licence: license }, packages, seconds),
  );
  writeFileSync(join(dir, noticesFile), noticesOf(root, packages));
}
