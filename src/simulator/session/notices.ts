// What the session says when something outside the exercise went wrong: what happened, what is lost, what to do.
import type { Refused } from '../journal/device.ts';
import type { Written } from '../journal/store.ts';

export const corruptNotice =
  'Une partie du journal n’a pas pu être relue\u202f: l’exercice reprend juste avant. Le reste est mis de côté sur cet appareil.';

export const unreadableNotice =
  'Le journal n’a pas pu être relu\u202f: l’exercice recommence au début. Ce qui restait est mis de côté sur cet appareil.';

/** Why a command was not written as usual; the exercise goes on all the same. */
export const writeNotices: Readonly<Record<Exclude<Written, 'written' | 'erased'>, string>> = {
  'second-writer':
    'Cet exercice est aussi ouvert dans un autre onglet, où il a avancé\u202f: voici où il en est. Votre dernier geste n’a pas été pris. Gardez un seul onglet ouvert.',
  full: 'Il n’y a plus de place sur cet appareil\u202f: l’exercice continue, mais la suite sera perdue quand vous fermerez l’onglet.',
  lost: 'Cet appareil ne garde plus l’exercice (données du site effacées, ou nouvelle version ouverte dans un autre onglet)\u202f: il continue, mais sera perdu quand vous fermerez l’onglet.',
};

/** Why nothing is kept from the start; `null`: the storage mark is enough. */
export const openNotices: Readonly<Record<Refused, string | null>> = {
  refused: null,
  blocked:
    'Un autre onglet du simulateur empêche de garder cet exercice. Fermez les autres onglets, puis rechargez la page\u202f; sinon, il sera perdu quand vous fermerez l’onglet.',
  newer:
    'Cet appareil garde des exercices faits avec une version plus récente du simulateur. Rechargez la page\u202f; sinon, cet exercice sera perdu quand vous fermerez l’onglet.',
};

export const eraseFailed =
  'Les exercices n’ont pas pu être effacés de cet appareil. Fermez les autres onglets du simulateur, puis recommencez.';
