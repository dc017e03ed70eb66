// Which refusal is said where.
import type { Screen } from '../core/edition.ts';
import type { Refusal } from '../core/refusals.ts';

/** Refusals beside this field. */
export function besideField(refusals: readonly Refusal[], field: string): readonly Refusal[] {
  return refusals.filter((refusal) => refusal.field === field);
}

/** Refusals that no field of the screen can carry: said above the form. */
export function aboveForm(refusals: readonly Refusal[], screen: Screen): readonly Refusal[] {
  return refusals.filter(
    ({ field }) => field === undefined || !screen.fields.some(({ id }) => id === field),
  );
}

/** The first refused field, in the order of the screen: where focus goes. */
export function firstRefused(refusals: readonly Refusal[], screen: Screen): string | null {
  return screen.fields.find(({ id }) => refusals.some(({ field }) => field === id))?.id ?? null;
}
