/** How long the link of an exercise may be: our own part of it, and what is left to the host that a copy chooses. */
import { printLink, seatMax, type LinkTables } from '../simulator/links.ts';

/** A link that is read aloud, typed, and drawn as a QR code that the back of a room can read (PRODUCT.md section 6). */
export const linkMost = 80;
/** `/simulateur/#…`, seat and page included. */
export const ownMost = 40;
/** `https://`, then a host of at most so many signs: said in PUBLISHING.md to whoever chooses one. */
export const hostMost = linkMost - ownMost - 'https://'.length;

/** The path and the hash of every exercise with every page: two seat digits, the longest place to begin. */
export function longestLinks(tables: LinkTables): readonly string[] {
  const [academy = ''] = longest(tables.academies);
  const [profile = ''] = longest(tables.profiles);
  const [screen] = longest(tables.screens);
  return Object.keys(tables.editions).flatMap((edition) =>
    Object.keys(tables.exercises).flatMap((exercise) => {
      const who = { edition, academy, profile, exercise, seed: 'KMPRTV', seat: seatMax };
      const hash = printLink(tables, { ...who, step: null, screen });
      return hash === null ? [] : `/simulateur/${hash}`;
    }),
  );
}

/** Ids, that with the longest code first. */
function longest(table: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(table).sort((a, b) => (table[b] ?? '').length - (table[a] ?? '').length);
}
