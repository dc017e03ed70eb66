/** The thinking part of /partager/, without a page: which message is today's, how many SMS a text makes. */

/** One signature: nothing where both fields are empty. */
export function signature(name: string, phone: string): string {
  return [name.trim(), phone.trim()].filter((part) => part !== '').join(', ');
}

/** « s-e s-e »: spans of UTC seconds, as `data-spans` carries them. */
export const isWithin = (spans: string, now: number): boolean =>
  spans.split(' ').some((span) => {
    const [from, to] = span.split('-').map(Number);
    return from !== undefined && to !== undefined && from <= now && now < to;
  });

/** What is to send now: the last of these that holds, since an outage comes after the days. */
export function todays(spans: readonly string[], now: number): number | null {
  const index = spans.findLastIndex((one) => isWithin(one, now));
  return index < 0 ? null : index;
}

/** A text as an SMS carries it: ordinary spaces. */
export const plainSms = (text: string): string => text.replace(/[\u00a0\u202f]/gu, ' ').trim();

/** GSM 03.38, the signs that count for one; any other makes the whole SMS shorter. */
const shortSigns = /^[\w\n\r .,;:!?()'"%&*+/=<>@#$£¥§¡¿¤éèùàìòñäöüåøæßÉÇÄÖÑÜÅØÆ-]*$/u;

/** How many SMS a text makes: 160 signes, or 153 in a chain; 70 or 67 once a sign like « ç » is in it. */
export function smsCount(text: string): number {
  const [alone, chained] = shortSigns.test(text) ? [160, 153] : [70, 67];
  return text.length <= alone ? 1 : Math.ceil(text.length / chained);
}

/** « 112 signes, un seul SMS. » */
export function countWords(text: string): string {
  const count = smsCount(text);
  return `${String(text.length)}\u00a0signes, ${count === 1 ? 'un seul SMS' : `${String(count)} SMS`}.`;
}

/** A text that announces a link, when the link goes another way: its colon becomes a full stop. */
export const unannounced = (text: string): string => text.replace(/[\s\u202f\u00a0]*:\s*$/u, '.');
