// The map of an election as Mermaid, in the words of the code: a pull request shows its new arrows, and no correction of a French label changes it.
import type { PortalMap } from '../../src/lib/portal-map.ts';

/** Mermaid reserves a few words and takes no hyphen before a link. */
const node = (screen: string): string => screen.replaceAll('-', '_');

/** A door opens, a gesture is answered; a dotted arrow is neither: something went wrong. */
export function mermaid({ parts, arrows }: PortalMap): string {
  const places = parts.flatMap((part) => part.places);
  const troubled = new Set(
    places.flatMap(({ screen, troubledFrom }) =>
      troubledFrom.map((from) => `${from} ${screen.id}`),
    ),
  );
  const lines = arrows
    .filter(({ from, to }) => from !== to)
    .map(({ from, by, to }) => {
      const link = by !== 'Consult' ? `-->|${by}|` : troubled.has(`${from} ${to}`) ? '-.->' : '-->';
      return `  ${node(from)} ${link} ${node(to)}`;
    });
  const boxes = parts.flatMap(({ stage, places: own }) => [
    `  subgraph ${stage}`,
    ...own.map(({ screen }) => `    ${node(screen.id)}["${screen.id}"]:::${screen.mark}`),
    '  end',
  ]);
  return [
    '%% Written by tests/model: CONTRIBUTING.md says how to write it anew.',
    'flowchart TB',
    ...boxes,
    ...lines,
    '  classDef documented stroke-width:2px',
    '  classDef reconstructed stroke-dasharray:5 4',
    '',
  ].join('\n');
}
