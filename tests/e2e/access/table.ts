// Every election and every way of losing access: the exercise that plays it, or why it cannot happen there.
export const ways = [
  'forgotten password',
  'lost code',
  'used link',
  'full mailbox',
  'wrong phone',
] as const;
export type Way = (typeof ways)[number];

export const played = ['men-2014', 'men-2018', 'men-2022'] as const;
export type Played = (typeof played)[number];

/** On a wide screen, on the narrowest telephone, or without any pointer. */
export type Device = 'desk' | 'phone' | 'keyboard';

export type Cell =
  | { readonly exercise: string; readonly on: Device }
  /** Where it is shown that this cannot happen, and in a few words why. */
  | { readonly exercise: string; readonly never: string };

const lost = (exercise: string, on: Device = 'desk') => ({ exercise, on }) as const;

export const table: Readonly<Record<Way, Readonly<Record<Played, Cell>>>> = {
  'forgotten password': {
    'men-2014': lost('mot-de-passe-oublie', 'phone'),
    'men-2018': lost('mot-de-passe-oublie'),
    'men-2022': lost('mot-de-passe-oublie', 'phone'),
  },
  'lost code': {
    'men-2014': lost('code-perdu-j-2'),
    'men-2018': lost('code-perdu-j-2', 'keyboard'),
    'men-2022': lost('code-perdu-j-2'),
  },
  'used link': {
    'men-2014': lost('lien-deja-utilise'),
    'men-2018': lost('lien-deja-utilise', 'phone'),
    'men-2022': lost('lien-deja-utilise'),
  },
  'full mailbox': {
    'men-2014': lost('boite-saturee', 'phone'),
    'men-2018': lost('boite-saturee'),
    'men-2022': lost('boite-saturee'),
  },
  'wrong phone': {
    'men-2014': {
      exercise: 'code-perdu-j-2',
      never: 'the portal shows the code itself, and asks for no number',
    },
    'men-2018': lost('mauvais-numero', 'phone'),
    'men-2022': {
      exercise: 'ancien-code',
      never: 'the one-time code goes to the number that the portal has, or by mail',
    },
  },
};
