// What is said of a file that cannot be opened, or not whole: what happened, what to do, whom to ask.
import type { IncidentType } from '../session/gather.ts';
import type { Trouble } from '../session/import.ts';

export type FileTrouble = Trouble | 'no-data';

export const troubleWords: Readonly<Record<FileTrouble, string>> = {
  'too-long':
    'Ce fichier est bien trop gros pour un exercice : il n’a pas été ouvert. Choisissez celui que le simulateur a enregistré, ou demandez-le à la personne qui a fait l’exercice.',
  'not-ours':
    'Ce fichier n’est pas un exercice d’Isoloir, ou il est abîmé : rien n’a été ouvert. Enregistrez-le de nouveau depuis le journal de l’exercice, ou demandez-le à la personne qui l’a fait.',
  newer:
    'Ce fichier vient d’une version plus récente d’Isoloir : rien n’a été ouvert. Rechargez la page avec du réseau, ou demandez à la personne qui anime.',
  unknown:
    'Cet exercice porte sur une élection, une académie ou un métier que cette copie d’Isoloir n’a pas : rien n’a été ouvert. Rechargez la page avec du réseau, ou demandez à la personne qui anime.',
  'no-data':
    'Les données de cette élection n’arrivent pas. Vérifiez la connexion, puis réessayez ; sinon, demandez à la personne qui anime.',
};

export const incidentWords: Readonly<Record<IncidentType, string>> = {
  MailBounced: 'Un courriel n’a pas pu entrer : la boîte était pleine.',
  LockedOut: 'Compte fermé pour un moment, après trop d’essais.',
  BoothLocked: 'Vote fermé pour un moment, après trop de codes faux.',
  PortalWentDown: 'Le portail ne répondait plus.',
  NoticeMissing: 'La lettre de vote n’était pas là.',
  NoticeLost: 'La lettre de vote s’est perdue.',
  FakeAnswered: 'Réponse donnée à un faux courriel.',
  FakeFollowed: 'Lien suivi dans un faux courriel.',
  WarningOverridden: 'Avertissement de sécurité passé outre.',
};
