// Small hand-written guards: what comes out of the device's storage is believed only once every key was looked at.

export type Guard<T> = (value: unknown) => value is T;
type Loose = Readonly<Record<string, Guard<unknown>>>;

/** A guard for each key of `T`, no more, no less. */
export type Fields<T> = { readonly [K in keyof T]-?: Guard<T[K]> };

/** A guard per member of a union told apart by the key `Tag`. */
export type Members<T extends Readonly<Record<Tag, string>>, Tag extends string> = {
  readonly [K in T[Tag]]: Fields<Omit<Extract<T, Readonly<Record<Tag, K>>>, Tag>>;
};

/** The own property, never an inherited one. */
export function own(value: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(value, key)?.value;
}

export const isText: Guard<string> = (value) => typeof value === 'string';
export const isFlag: Guard<boolean> = (value) => typeof value === 'boolean';
/** A whole number that JSON keeps exact. */
export const isWhole: Guard<number> = (value): value is number => Number.isSafeInteger(value);

/** A plain object: nothing else is ever stored. */
export function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function orNull<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function orMissing<T>(guard: Guard<T>): Guard<T | undefined> {
  return (value): value is T | undefined => value === undefined || guard(value);
}

export function listOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every(guard);
}

export function oneOf<T extends string>(words: readonly T[]): Guard<T> {
  return (value): value is T => words.some((word) => word === value);
}

/** Every value of an object used as a table. */
export function tableOf<K extends string, T>(
  keys: readonly K[],
  guard: Guard<T>,
): Guard<Readonly<Record<K, T>>> {
  return (value): value is Readonly<Record<K, T>> =>
    isRecord(value) && keys.every((key) => guard(own(value, key)));
}

function fits(value: unknown, fields: Loose, besides: string | null): boolean {
  return (
    isRecord(value) &&
    Object.keys(value).every((key) => key === besides || Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, guard]) => guard(own(value, key)))
  );
}

/** An object with exactly these keys. */
export function recordOf<T>(fields: Fields<T>): Guard<T>;
export function recordOf(fields: Loose): Guard<unknown> {
  return (value): value is unknown => fits(value, fields, null);
}

/** One member of a union, recognised by the word under `tag`; an unknown word is refused. */
export function memberOf<T extends Readonly<Record<Tag, string>>, Tag extends string>(
  tag: Tag,
  members: Members<T, Tag>,
): Guard<T>;
export function memberOf(tag: string, members: Readonly<Record<string, Loose>>): Guard<unknown> {
  return (value): value is unknown => {
    const word = isRecord(value) ? own(value, tag) : null;
    if (typeof word !== 'string' || !Object.hasOwn(members, word)) return false;
    return fits(value, members[word] ?? {}, tag);
  };
}
