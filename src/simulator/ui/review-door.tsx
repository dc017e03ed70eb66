// The way to the review: its code comes when it is wanted, or a little after an exercise has begun.
import { Later } from './later.tsx';
import type { ReviewProps } from './review.tsx';

/** The address under which runs are looked at again: linked from elsewhere too. */
export const reviewHash = '#relire';

const load = () => import('./review.tsx').then(({ ReviewView }) => ReviewView);

/** Fetched ahead, so that it opens without network as well. */
export function fetchReview(): void {
  load().catch(() => undefined);
}

export function ReviewDoor(props: ReviewProps) {
  return (
    <Later
      load={load}
      hand={props}
      failure="La relecture n’est pas arrivée : il faut du réseau la première fois. Rechargez la page."
    />
  );
}
