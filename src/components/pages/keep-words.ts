/** What « tout garder hors ligne » says while it works: numbers in, French sentences out. No page here. */
import type { KeepProgress, ListedBundle } from '../../offline/page.ts';

const thin = '\u202f';
const fixed = '\u00a0';

/** « 340 Ko », « 1,2 Mo »: decimal units, as phones show them. `bytes` is never negative. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return `${String(Math.max(1, Math.round(bytes / 1000)))}${fixed}Ko`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',').replace(/,0$/u, '')}${fixed}Mo`;
}

/** « 84 pages, 620 Ko à recevoir » */
export function offerWords(bundles: readonly ListedBundle[]): string {
  const bytes = bundles.reduce((sum, bundle) => sum + bundle.bytes, 0);
  const pages = bundles.flatMap((bundle) => bundle.pages);
  return `${count(pages.length)}, ${sizeWords(bytes)} à recevoir.`;
}

/** « 12 pages sur 84 » */
export function progressWords({ done, failed, total }: KeepProgress): string {
  return `${count(done + failed)} sur ${String(total)}…`;
}

/** The end: all kept, or how many are missing and what to do. */
export function resultWords({ done, failed, total, bytes }: KeepProgress): string {
  if (total === 0)
    return `Aucune page à garder n’a été trouvée. Réessayez plus tard${thin}: le reste marche.`;
  if (failed === 0)
    return `C’est fait${thin}: ${done > 1 ? 'les ' : ''}${count(done)} ${done > 1 ? 'sont gardées' : 'est gardée'} (${sizeWords(bytes)}). Vous pouvez couper le réseau.`;
  return `${count(done)} sur ${String(total)}${done > 1 ? ' sont gardées' : ''}. Il en manque ${String(failed)}${thin}: réessayez, seul ce qui manque compte.`;
}

/** Nothing could start: no network where a worker answers, else a private window or site data refused. */
export function troubleWords(hasWorker: boolean): string {
  return hasWorker
    ? `Le réseau ne répond pas${thin}: on ne peut rien garder de plus maintenant. Ce qui est déjà gardé s’ouvre.`
    : 'Ce navigateur ne garde rien pour ce site (fenêtre privée, ou réglage), ou le réseau manque. Vous pouvez imprimer les pages utiles.';
}

/** In place of the button, in a room that serves this copy without https: no browser has a worker there. */
export const plainHttpWords = `Cette copie du site est servie sans https${thin}: le navigateur n’en garde rien hors ligne. Le reste marche, et les pages utiles s’impriment.`;

const count = (pages: number) => `${String(pages)} page${pages > 1 ? 's' : ''}`;

/** The title of a kept page, without the site's name; its path when it has none. */
export function titleIn(html: string, path: string): string {
  const title = /<title>([^<]*)<\/title>/iu
    .exec(html)?.[1]
    ?.replace(/ · Isoloir$/u, '')
    .trim();
  if (!title) return path;
  return title
    .replace(/&#0?39;|&apos;/gu, '’')
    .replace(/&quot;|&#34;/gu, '"')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&amp;/gu, '&');
}
