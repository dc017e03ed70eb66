/** Days, hours and clocks in French words. Pure: the build and the browser's scripts use the same. */
import { clockIn } from './zone-clock.ts';

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;
const shortMonths = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const;
const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const;

type Parts = { readonly year: number; readonly month: number; readonly date: number };

/** « AAAA-MM-JJ » → its numbers. Anything else is a bug, hence an exception. */
function partsOf(day: string): Parts {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  if (!match) throw new Error(`Not a calendar day: ${day}`);
  const [year = 0, month = 0, date = 0] = match.slice(1).map(Number);
  return { year, month, date };
}

const ordinal = (date: number) => (date === 1 ? '1ᵉʳ' : String(date));

/** « 3 décembre » (« 1ᵉʳ décembre » for the first). */
export function dayAndMonth(day: string): string {
  const { month, date } = partsOf(day);
  return `${ordinal(date)} ${months[month - 1] ?? ''}`;
}

/** « 3 décembre 2026 » */
export function fullDay(day: string): string {
  return `${dayAndMonth(day)} ${String(partsOf(day).year)}`;
}

/** « 22 nov. 2026 » */
export function shortDay(day: string): string {
  const { year, month, date } = partsOf(day);
  return `${ordinal(date)} ${shortMonths[month - 1] ?? ''} ${String(year)}`;
}

/** « jeudi 3 décembre » */
export function weekdayAndDay(day: string): string {
  const { year, month, date } = partsOf(day);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? '';
  return `${weekday} ${dayAndMonth(day)}`;
}

/** « 3 au 10 décembre 2026 », « 29 novembre au 6 décembre 2018 », « 30 décembre 2026 au 2 janvier 2027 ». */
export function dayRange(first: string, last: string): string {
  const [a, b] = [partsOf(first), partsOf(last)];
  if (a.year !== b.year) return `${fullDay(first)} au ${fullDay(last)}`;
  if (a.month !== b.month) return `${dayAndMonth(first)} au ${fullDay(last)}`;
  return `${ordinal(a.date)} au ${fullDay(last)}`;
}

/** The calendar day `count` days later (earlier when negative). */
export function addDays(day: string, count: number): string {
  const { year, month, date } = partsOf(day);
  return new Date(Date.UTC(year, month - 1, date + count)).toISOString().slice(0, 10);
}

/** Days from the first to the last, both counted. */
export function daysCounted(first: string, last: string): number {
  const [a, b] = [first, last].map((day) => Date.parse(`${day}T00:00Z`));
  return Math.round(((b ?? 0) - (a ?? 0)) / 86_400_000) + 1;
}

/** The calendar day of a moment (UTC seconds) in a zone. */
export function dayIn(zone: string, seconds: number): string {
  return clockIn(zone, seconds).slice(0, 10);
}

/** « jeudi 10 décembre à 14 h 05 » on the clock of a zone; « 14 h » at the full hour. */
export function momentIn(zone: string, seconds: number): string {
  const clock = clockIn(zone, seconds);
  const hour = Number(clock.slice(11, 13));
  const minutes = clock.slice(14, 16);
  return `${weekdayAndDay(clock.slice(0, 10))} à ${String(hour)} h${minutes === '00' ? '' : ` ${minutes}`}`;
}

/** Minutes that a zone's clock is ahead of the Paris clock at this moment (behind: negative). */
export function minutesFromParis(zone: string, seconds: number): number {
  const read = (of: string) => Date.parse(`${clockIn(of, seconds).replace(' ', 'T')}Z`);
  return Math.round((read(zone) - read('Europe/Paris')) / 60_000);
}

/** « 4 heures de moins qu’à Paris »; `null` where the clock is the same. */
export function hoursFromParis(zone: string, seconds: number): string | null {
  const minutes = minutesFromParis(zone, seconds);
  if (minutes === 0) return null;
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const amount = `${String(hours)} ${hours > 1 ? 'heures' : 'heure'}${rest ? ` ${String(rest)}` : ''}`;
  return `${amount} de ${minutes > 0 ? 'plus' : 'moins'} qu’à Paris`;
}
