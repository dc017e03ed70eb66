// Emblems of invented lists: a letter on a shape, nobody's.
import type { CandidateList } from '../../core/edition.ts';
import type { Desk } from '../desk-types.ts';

/** The list's emblem; an exercise may have it missing, as on the first day of a real vote. */
export function Logo(props: { readonly desk: Desk; readonly list: CandidateList }) {
  const missing = props.desk.world.incidents.some(({ kind }) => kind === 'logos-missing');
  const at = props.desk.edition.lists.findIndex(({ id }) => id === props.list.id);
  const sides = 3 + (Math.max(0, at) % 6);
  // The seventh list and those after it stand on their side: no two emblems of a ballot are alike.
  const turn = at < 6 ? 0 : Math.PI / sides;
  const points = Array.from({ length: sides }, (_, n) => {
    const angle = (n / sides) * 2 * Math.PI - Math.PI / 2 + turn;
    return `${(24 + 21 * Math.cos(angle)).toFixed(1)},${(24 + 21 * Math.sin(angle)).toFixed(1)}`;
  });
  return (
    <svg class="logo-list" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true">
      {missing ? (
        <path class="noise" d="M6 6 42 42M42 6 6 42" />
      ) : (
        <>
          <polygon points={points.join(' ')} />
          <text x="24" y="30" text-anchor="middle" font-size="17">
            {props.list.name
              .replace(/^(?:liste|les|le|la|l’|l')\s*/i, '')
              .charAt(0)
              .toUpperCase()}
          </text>
        </>
      )}
    </svg>
  );
}
