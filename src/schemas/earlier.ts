/** « deja » of an exercise: what is done before the first gesture, one line each, in the words of who writes it. */
import { z } from 'astro/zod';
import type { Earlier } from '../simulator/core/edition.ts';
import type { CommandType } from '../simulator/core/portal.ts';
import { id, parisDate, parisSeconds } from './fact.ts';

/** The five steps of an exercise. */
export const step = () =>
  z.enum(['messagerie', 'compte', 'code', 'vote', 'preuve'], {
    error: 'Étapes permises : messagerie, compte, code, vote, preuve',
  });

/** One gesture each, right answers included. What waits, opens a page or forgets says more, and has a key. */
const gestures = {
  demander_le_numen: 'AskForNumen',
  appeler_l_assistance: 'CallHelpdesk',
  ouvrir_la_messagerie: 'SignInToMailbox',
  fermer_la_messagerie: 'SignOutOfMailbox',
  lire_le_courriel: 'OpenMail',
  jeter_le_courriel: 'DeleteMail',
  vider_la_corbeille: 'EmptyBin',
  suivre_le_lien: 'FollowLink',
  ouvrir_un_compte: 'OpenAccount',
  donner_son_adresse: 'GiveAddress',
  choisir_un_mot_de_passe: 'ChoosePassword',
  choisir_une_question: 'ChooseChallenge',
  demander_un_autre_mot_de_passe: 'RequestPasswordReset',
  changer_l_image: 'RenewCaptcha',
  verrouiller_les_majuscules: 'PressCapsLock',
  se_connecter: 'SignIn',
  se_deconnecter: 'SignOut',
  signaler_une_erreur: 'RequestProfileUpdate',
  demander_une_correction: 'ClaimRollCorrection',
  retirer_la_lettre: 'CollectNotice',
  ouvrir_la_lettre: 'OpenEnvelope',
  perdre_la_lettre: 'LoseNotice',
  demander_un_nouveau_code: 'RequestVotingCode',
  repondre_a_sa_question: 'AnswerChallenge',
  donner_le_code_provisoire: 'GiveOneTimeCode',
  regenerer_le_code: 'RegenerateVotingCode',
  noter_le_code: 'NoteVotingCode',
  lire_le_message: 'ReadSms',
  entrer_dans_l_isoloir: 'EnterBooth',
  ouvrir_un_bulletin: 'OpenContest',
  confirmer_le_bulletin: 'ConfirmBallot',
  garder_la_preuve: 'DownloadReceipt',
  sortir_de_l_isoloir: 'LeaveBooth',
} as const satisfies Readonly<Record<string, CommandType>>;

type GestureWord = keyof typeof gestures;
const isGesture = (word: string): word is GestureWord => word in gestures;
/** Every word that is a gesture by itself. */
export const gestureWords = Object.keys(gestures).filter(isGesture);

const waitMessage =
  'Écrire une durée (25 minutes), une date (2018-12-03 09:00), courriel ou message';
const unitSeconds: Readonly<Record<string, number>> = { minute: 60, heure: 3600, jour: 86_400 };
const delayPattern = /^([1-9]\d{0,2}) (minute|heure|jour)s?$/u;

/** « 25 minutes », « courriel », or the hour of Paris. */
const wait = () =>
  z.string(waitMessage).transform((words, context): Earlier => {
    if (words === 'courriel') return { arrives: 'mail' };
    if (words === 'message') return { arrives: 'sms' };
    const [, many, unit = ''] = delayPattern.exec(words) ?? [];
    if (many !== undefined) return { seconds: Number(many) * (unitSeconds[unit] ?? 0) };
    const until = parisSeconds(words);
    if (typeof until === 'number') return { until };
    context.addIssue({ code: 'custom', message: waitMessage });
    return z.NEVER;
  });

const oneKey = 'Une seule chose par ligne : mettre l’autre à la ligne, après un tiret';

/** What says more than its name. */
const moreKeys = z.strictObject({
  /** la personne prudente fait tout jusqu’à cette étape */
  jusqu_a: step().optional(),
  attendre: wait().optional(),
  /** tout se ferme ; on revient à cette heure-là devant le portail, ou devant la messagerie */
  revenir_au_portail: parisDate().optional(),
  revenir_a_la_messagerie: parisDate().optional(),
  /** un nom de content/ecrans */
  ouvrir_la_page: id().optional(),
  oublier: z
    .enum(['mot-de-passe', 'reponse'], { error: 'Écrire : mot-de-passe, ou reponse' })
    .optional(),
});
/** Every word that has a value. */
export const moreWords = Object.keys(moreKeys.shape);

const moreSchema = moreKeys.transform((fr, context): Earlier => {
  const [line, ...others]: readonly Earlier[] = [
    ...(fr.jusqu_a === undefined ? [] : [{ upTo: fr.jusqu_a }]),
    ...(fr.attendre === undefined ? [] : [fr.attendre]),
    ...(fr.revenir_au_portail === undefined
      ? []
      : [{ back: 'sign-in', at: fr.revenir_au_portail } as const]),
    ...(fr.revenir_a_la_messagerie === undefined
      ? []
      : [{ back: 'mail-login', at: fr.revenir_a_la_messagerie } as const]),
    ...(fr.ouvrir_la_page === undefined ? [] : [{ opens: fr.ouvrir_la_page }]),
    ...(fr.oublier === undefined
      ? []
      : [{ forgets: fr.oublier === 'reponse' ? 'answer' : 'password' } as const]),
  ];
  if (line && others.length === 0) return line;
  context.addIssue({ code: 'custom', message: oneKey });
  return z.NEVER;
});

/** « deja »: a list, in the order in which it is played. */
export const earlierSchema = z
  .array(z.union([z.enum(gestureWords).transform((word) => gestures[word]), moreSchema]))
  .min(1, 'Écrire une ligne au moins, ou enlever « deja »');
