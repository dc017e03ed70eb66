// The visible journal, made short: what was only looked at is folded, the hour is said only when it is all there was.
import type { EventType } from '../core/portal.ts';
import type { JournalLine } from '../session/contract.ts';

type Group = readonly JournalLine[];
type Narration = Readonly<Record<EventType, string>>;

/** Neighbours that are shown together; `folded` when they only consulted pages. */
export interface Fold {
  readonly folded: boolean;
  readonly groups: readonly Group[];
}

/** Lines of one command together, newest first. */
export function groupsOf(lines: readonly JournalLine[]): readonly Group[] {
  const groups = new Map<number, JournalLine[]>();
  for (const line of lines) {
    const group = groups.get(line.group);
    if (group) group.push(line);
    else groups.set(line.group, [line]);
  }
  return [...groups.values()].reverse();
}

/** The line was told from that event's template. A line keeps its sentence only, not its event. */
function isTold(line: JournalLine, template: string): boolean {
  const [before = '', after = ''] = template.split(/\{[a-z_]+\}/);
  return line.kind === 'event' && line.text.startsWith(before) && line.text.endsWith(after);
}

/** The group without the hour, unless the hour is all it tells. */
export function withoutHours(group: Group, narration: Narration): Group {
  const told = group.filter((line) => !isTold(line, narration.TimePassed));
  return told.length > 0 ? told : group;
}

/** Nothing but a page that was opened. */
export function isConsulted(narration: Narration): (group: Group) => boolean {
  return (group) =>
    withoutHours(group, narration).every((line) => isTold(line, narration.Consulted));
}

/** Folds two or more neighbours that match. */
export function foldsOf(
  groups: readonly Group[],
  matches: (group: Group) => boolean,
): readonly Fold[] {
  const folds: { readonly folds: boolean; readonly groups: Group[] }[] = [];
  for (const group of groups) {
    const wanted = matches(group);
    const last = folds.at(-1);
    if (wanted && last?.folds) last.groups.push(group);
    else folds.push({ folds: wanted, groups: [group] });
  }
  return folds.map((fold) => ({
    folded: fold.folds && fold.groups.length > 1,
    groups: fold.groups,
  }));
}
