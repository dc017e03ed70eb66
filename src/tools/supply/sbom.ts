/**
 * The software bill of materials, in CycloneDX, from the lock file alone: npm's own writes the name of the folder, the
 * hour and a random number into it, and two builds would differ. A test compares the two lists.
 */
import type { LockedPackage } from './lock.ts';

/** The bill as JSON. `seconds` since 1970: when what it describes was made. */
export function printBill(
  own: { readonly name: string; readonly version: string; readonly licence: string },
  packages: readonly LockedPackage[],
  seconds: number,
): string {
  const self = `pkg:npm/${own.name}@${own.version}`;
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      timestamp: new Date(seconds * 1000).toISOString(),
      component: {
        'bom-ref': self,
        type: 'application',
        name: own.name,
        version: own.version,
        purl: self,
        licenses: [{ expression: own.licence }],
      },
    },
    components: packages.map(({ name, version, licence, integrity, tool }) => {
      const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
      return {
        'bom-ref': purl,
        type: 'library',
        name,
        version,
        scope: tool ? 'excluded' : 'required',
        purl,
        ...(licence !== null && { licenses: [{ expression: licence }] }),
        ...(integrity !== null && { hashes: [hashOf(integrity)] }),
      };
    }),
  };
  return `${JSON.stringify(bill)}\n`;
}

/** `sha512-…` in base64 as npm keeps it, in hexadecimal as CycloneDX wants it. */
function hashOf(integrity: string): { readonly alg: string; readonly content: string } {
  const [algorithm = '', digest = ''] = integrity.split('-', 2);
  return {
    alg: algorithm.toUpperCase().replace('SHA', 'SHA-'),
    content: Buffer.from(digest, 'base64').toString('hex'),
  };
}
