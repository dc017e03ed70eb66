/** What a clock of the world shows, asked of Intl. A format is dear to make: each zone has one. */

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const kept = clocks.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  clocks.set(zone, made);
  return made;
}

/** The clock of a zone: « AAAA-MM-JJ HH:MM:SS ». @param seconds UTC @throws on a zone that does not exist */
export function clockIn(zone: string, seconds: number): string {
  return clockOf(zone).format(new Date(seconds * 1000));
}
