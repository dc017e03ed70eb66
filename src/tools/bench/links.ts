/** How long the links of exercises are, and how fine the QR code of the longest one allowed. */
import { qrModules } from '../../drawings/qr.ts';
import { loadCodes } from '../../lib/editions.ts';
import { hostMost, linkMost, longestLinks, ownMost } from '../../lib/link-length.ts';
import type { Figure } from './figure.ts';

/** The longest of all, without a host and with the longest host that is assumed; the QR code of the latter. */
export function linkFigures(): readonly Figure[] {
  const own = Math.max(...longestLinks(loadCodes()).map(({ length }) => length));
  const whole = 'https://'.length + hostMost + own;
  return [
    {
      name: 'le plus long lien d’exercice, sans l’hôte',
      value: own,
      unit: 'signes',
      budget: { most: ownMost },
    },
    {
      name: `le même, chez un hôte de ${String(hostMost)} signes`,
      value: whole,
      unit: 'signes',
      budget: { most: linkMost },
    },
    {
      name: 'son code QR, de côté',
      value: qrModules('x'.repeat(whole)).length,
      unit: 'carrés',
      budget: null,
    },
  ];
}
