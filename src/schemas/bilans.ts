/** content/bilans.yaml, and the French name of each goal: what an exercise's file may ask for. */
import { z } from 'astro/zod';
import { goalWords, type GoalWord } from '../simulator/core/goals.ts';
import { id, text } from './fact.ts';

/** Each goal by its French name, in the order of an exercise. */
export const goalNames = {
  'numen-en-main': 'numen-in-hand',
  'messagerie-ouverte': 'mailbox-open',
  'place-faite': 'room-made',
  'courriel-du-portail-lu': 'portal-mail-read',
  'faux-reconnu': 'fake-recognised',
  'vrai-navigateur': 'inner-browser-left',
  'site-quitte': 'site-left',
  'lien-demande': 'link-asked',
  'compte-ouvert': 'account-open',
  connecte: 'signed-in',
  'majuscules-eteintes': 'capitals-off',
  'mot-de-passe-neuf': 'password-renewed',
  'profil-signale': 'profile-told',
  'liste-regardee': 'roll-read',
  'correction-demandee': 'correction-asked',
  'lettre-reclamee': 'letter-claimed',
  'lettre-ouverte': 'letter-open',
  'code-en-main': 'code-in-hand',
  'nouveau-code': 'new-code',
  'code-par-courriel': 'code-by-mail',
  'bulletins-proposes': 'every-shown-ballot-cast',
  'tous-les-bulletins': 'every-ballot-cast',
  'preuves-gardees': 'receipt-kept',
  'aide-demandee': 'help-asked',
  'resultats-lus': 'results-read',
} as const satisfies Readonly<Record<string, GoalWord>>;

type GoalName = keyof typeof goalNames;
const isGoalName = (name: string): name is GoalName => Object.hasOwn(goalNames, name);
const names = Object.keys(goalNames).filter(isGoalName);

/** « messagerie-ouverte » → `mailbox-open` */
export const goal = () => z.enum(names).transform((name): GoalWord => goalNames[name]);

/** What every bilan shares. */
export type Bilans = {
  readonly aims: Readonly<Record<GoalWord, string>>;
  readonly nowadays: Readonly<Record<string, string>>;
};

const isComplete = (table: Readonly<Record<string, string>>): table is Bilans['aims'] =>
  goalWords.every((word) => Object.hasOwn(table, word));

/** content/bilans.yaml */
export const bilansSchema = z
  .strictObject({
    /** ce qui est atteint, en quelques mots ; chaque but a le sien */
    buts: z.record(z.enum(names), text(60)),
    /** ce que fait un électeur du vote qui vient : sans date, sans heure, sans rien que nos sources ne disent */
    cette_annee: z.record(id(), text(320)),
  })
  .transform((fr, context): Bilans => {
    const aims = Object.fromEntries(
      Object.entries(fr.buts).map(([name, says]) => [
        isGoalName(name) ? goalNames[name] : name,
        says,
      ]),
    );
    if (isComplete(aims)) return { aims, nowadays: fr.cette_annee };
    context.addIssue({ code: 'custom', path: ['buts'], message: 'Un but n’a pas sa phrase' });
    return z.NEVER;
  });
