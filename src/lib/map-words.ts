/** A map in words: what can be done on each page and where it leads, as its buttons say it. */
import type { ScreenAction } from '../simulator/core/edition.ts';
import type { Place, PortalMap, Stage } from './portal-map.ts';

/** A button, and where pressing it has led. */
export type Gesture = {
  /** As on the button. */
  readonly label: string;
  /** Pages that followed, other than this one. */
  readonly leadsTo: readonly string[];
  /** `stays`: the page remains; `leads`: one of the others follows; `never`: no election like this one accepts it. */
  readonly outcome: 'leads' | 'stays' | 'never';
};

/** The title of each part of the map. */
export const stageTitles: Readonly<Record<Stage, string>> = {
  messagerie: 'La messagerie',
  compte: 'Le compte',
  espace: 'L’espace électeur',
  code: 'La lettre et le code',
  vote: 'Le vote',
  preuve: 'La preuve et les résultats',
  autour: 'À tout moment',
};

const shortTitles: Readonly<Record<Stage, string>> = {
  messagerie: 'messagerie',
  compte: 'compte',
  espace: 'espace',
  code: 'code',
  vote: 'vote',
  preuve: 'preuve',
  autour: 'à tout moment',
};

/** The page that each academy words in its own way (src/simulator/ui/registry.ts): its mark follows. */
export const academyPage = 'mail-login';

/** « vers : code, vote, preuve » */
export const onwardWords = (stages: readonly Stage[]): string =>
  `vers : ${stages.map((stage) => shortTitles[stage]).join(', ')}`;

/** « 31 pages documentées, 14 reconstituées » */
export function tallyWords({ documented, reconstructed }: PortalMap): string {
  const plural = (many: number) => (many > 1 ? 's' : '');
  return (
    `${documented} page${plural(documented)} documentée${plural(documented)}, ` +
    `${reconstructed} reconstituée${plural(reconstructed)}`
  );
}

/** Buttons that change nothing in the rules: words of a gesture that the page makes itself. */
const acts = ({ opens, sends }: ScreenAction): boolean => opens !== null || sends !== null;

/** What can be done on a page, in the order of its buttons. */
export function gesturesOf({ screen, leaves }: Place): readonly Gesture[] {
  const after = (by: string, opens: string | null): readonly string[] =>
    leaves
      .filter((arrow) => arrow.by === by && (opens === null || arrow.to === opens))
      .map(({ to }) => to);
  const gesture = (label: string, led: readonly string[]): Gesture => {
    const leadsTo = [...new Set(led)].filter((to) => to !== screen.id);
    const outcome = leadsTo.length > 0 ? 'leads' : led.length > 0 ? 'stays' : 'never';
    return { label, leadsTo, outcome };
  };
  const mails =
    screen.kind === 'mailbox' ? [gesture('Ouvrir un courriel', after('OpenMail', null))] : [];
  // A tab that shows the page where it stands is not a gesture.
  const buttons = screen.actions.filter((action) => acts(action) && action.opens !== screen.id);
  const all = [
    ...mails,
    ...buttons.map(({ label, opens, sends }) =>
      gesture(label, sends === null ? after('Consult', opens) : after(sends, null)),
    ),
  ];
  return all.filter(({ label }, index) => all.findIndex((one) => one.label === label) === index);
}

/** What a reconstructed page was deduced from, after the word that says that it is. */
export const deducedFrom = (because: string): string =>
  because.replace(/^Reconstitué(?:\s*:)?\s/u, '');
