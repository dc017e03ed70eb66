// What goes wrong before the voter's eyes, and the page of the guide that answers it.
import type { Edition, Incident } from '../core/edition.ts';
import type { PortalEvent, World } from '../core/portal.ts';
import { isListed } from '../core/views.ts';

/** What an exercise plants, what its voter is, or what came of the voter's own gesture. */
export type TroubleKind = Incident['kind'] | 'not-on-roll' | 'code-elsewhere';

/** Page of /ca-bloque/ and anchor, as the situations themselves say it (a test holds the two together). */
export const troublePages: Readonly<Partial<Record<TroubleKind, string>>> = {
  'portal-down': 'portail-en-panne#maintenant',
  'mail-late': 'boite-pleine#maintenant',
  'fake-mail': 'message-suspect#maintenant',
  'cut-after-confirmation': 'ai-je-vote#maintenant',
  'mail-to-junk': 'boite-pleine#maintenant',
  'mailbox-full': 'boite-pleine#maintenant',
  'certificate-warning': 'message-suspect#maintenant',
  'inner-browser': 'navigateur-d-une-appli#maintenant',
  'caps-lock': 'mot-de-passe-perdu#maintenant',
  'logos-missing': 'portail-en-panne#maintenant',
  'letter-lost': 'code-perdu#maintenant',
  'letter-posted': 'lettre-jamais-recue#maintenant',
  'profile-mistake': 'pas-sur-la-liste#maintenant',
  'contest-missing': 'scrutin-manquant#maintenant',
  'not-on-roll': 'pas-sur-la-liste#maintenant',
  'code-elsewhere': 'nouveau-code-absent#comprendre',
};

/** What the screen does not say by itself, beside the link. */
export const troubleWords: Readonly<Partial<Record<TroubleKind, string>>> = {
  'mailbox-full': 'Un courriel n’a pas pu entrer.',
  'letter-lost': 'La lettre est perdue. Cela arrive.',
  'code-elsewhere': 'Le nouveau code est parti vers l’autre numéro : rien ne viendra ici.',
  'mail-late': 'Il peut se faire attendre, dans cet exercice.',
  'logos-missing': 'Les logos n’arrivent pas : chaque liste a son nom, écrit à côté.',
  'cut-after-confirmation': 'Ai-je voté ?',
};

/** On the telephone: the newest code was sent by text message, and to another one. */
export function isElsewhere(edition: Edition, { code, due, screen }: World): boolean {
  if (edition.reissue !== 'sms' || screen !== 'sms') return false;
  const nth = code.reissues;
  const here = code.sms.some((sms) => sms.nth === nth);
  const coming = due.some(({ what }) => what.kind === 'sms' && what.nth === nth);
  return nth > 0 && !here && !coming;
}

/**
 * What goes wrong on the page that stands there now; `null` when nothing does. The lamp of the capitals has its own link.
 * @param lastEvents what the last gesture did
 */
export function troubleOf(world: World, lastEvents: readonly PortalEvent[]): TroubleKind | null {
  const planted = (kind: Incident['kind']): TroubleKind | null =>
    world.incidents.some((one) => one.kind === kind) ? kind : null;
  if (lastEvents.some(({ type }) => type === 'NoticeMissing'))
    return isListed(world) ? 'letter-posted' : 'not-on-roll';
  switch (world.screen) {
    case 'portal-down':
      return world.cast.length > 0 && planted('cut-after-confirmation')
        ? 'cut-after-confirmation'
        : 'portal-down';
    case 'certificate-warning':
      return 'certificate-warning';
    case 'inner-browser':
      return 'inner-browser';
    case 'fake-explained':
      return 'fake-mail';
    case 'junk':
      return planted('mail-to-junk');
    case 'inbox':
      return world.mailbox.bounced ? 'mailbox-full' : null;
    case 'account-mail-sent':
    case 'reset-sent':
      return planted('mail-late') ?? planted('mail-to-junk');
    case 'letterbox':
      return world.code.letter === 'lost' ? 'letter-lost' : null;
    case 'booth':
    case 'ballot':
      return planted('logos-missing');
    case 'profile':
      return world.profileUpdate === 'done' ? null : planted('profile-mistake');
    case 'contests':
    case 'roll':
      if (!isListed(world)) return 'not-on-roll';
      return world.hiddenContests.length > 0 ? 'contest-missing' : null;
    default:
      return null;
  }
}
