/**
 * The arrows between the pages of an exercise: which button sends what, and the arrows that the exploration of an
 * election has walked (src/lib/arrows/, written by tests/model). Exploring takes a minute, building a site must not.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'astro/zod';
import { ContentError, root } from '../schemas/read.ts';
import type { Edition, Screen } from '../simulator/core/edition.ts';
import { commandTypes, type CommandType } from '../simulator/core/portal.ts';

/** From a page, by a gesture (`Consult`: a button that only opens a page), to the page that follows; it may be the same one. */
export type Arrow = { readonly from: string; readonly by: CommandType; readonly to: string };

/** What a page sends without a button of the registry: its mails are the buttons. */
const drawn: Readonly<Partial<Record<Screen['kind'], readonly CommandType[]>>> = {
  mailbox: ['OpenMail'],
};

/** What can be sent from a page, in the order of its buttons. */
export function sentFrom(screen: Screen): readonly CommandType[] {
  const buttons = screen.actions.flatMap(({ sends }) => (sends ? [sends] : []));
  return [...new Set([...(drawn[screen.kind] ?? []), ...buttons])];
}

/** By gesture: the pages where it is made. */
export function sendersOf(edition: Edition): ReadonlyMap<CommandType, readonly string[]> {
  const senders = new Map<CommandType, string[]>();
  for (const screen of Object.values(edition.screens))
    for (const sent of sentFrom(screen))
      senders.set(sent, [...(senders.get(sent) ?? []), screen.id]);
  return senders;
}

/** The pages that the buttons of a page open. A tab that shows the page where it stands is no door. */
export function doorsOf({ id, actions }: Screen): readonly string[] {
  return [...new Set(actions.flatMap(({ opens }) => (opens && opens !== id ? [opens] : [])))];
}

const line = z.string().transform((text, context): Arrow => {
  const [from, word, to] = text.split(' ');
  const by = commandTypes.find((type) => type === word);
  if (from && by && to) return { from, by, to };
  context.addIssue({ code: 'custom', message: `« ${text} » n’est pas une flèche` });
  return z.NEVER;
});

/** Where the arrows of an election are kept. */
export const arrowFile = (editionId: string): string => `src/lib/arrows/${editionId}.json`;

/** One line per arrow: what a pull request shows, and what {@link arrowsOf} reads back. */
export function printArrows(arrows: readonly Arrow[]): string {
  const lines = arrows.map(({ from, by, to }) => `${from} ${by} ${to}`);
  return `${JSON.stringify(lines, null, 2)}\n`;
}

/** The kept arrows of an election. Throws `ContentError` when one names a page that the registry no longer has. */
export function arrowsOf(edition: Edition): readonly Arrow[] {
  const path = arrowFile(edition.id);
  const arrows = z.array(line).parse(JSON.parse(readFileSync(join(root(), path), 'utf8')));
  const lost = arrows.find(({ from, to }) => !edition.screens[from] || !edition.screens[to]);
  if (lost)
    throw new ContentError(
      `${path} : « ${lost.from} → ${lost.to} » nomme un écran que content/ecrans n’a pas. ` +
        `Réécrire le plan : npm test dit comment, et CONTRIBUTING.md aussi.`,
    );
  return arrows;
}
