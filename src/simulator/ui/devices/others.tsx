// What is not the computer: the telephone, the pigeon-hole, people to ask, the calendar.
import type { PeriodName, Screen } from '../../core/edition.ts';
import { periodNames } from '../../core/edition.ts';
import type { Command, Desk as PeopleDesk } from '../../core/portal.ts';
import {
  academyOf,
  isNoticePosted,
  oneTimeCodeText,
  periodOf,
  votingCode,
} from '../../core/views.ts';
import { decide } from '../../core/decide.ts';
import { localTime, parisTime } from '../../core/narrate.ts';
import { useState } from 'preact/hooks';
import { Arrives } from '../arrives.tsx';
import { closingTime, openingTime, shortTime, spoken, tomorrowAt } from '../dates.ts';
import type { Desk } from '../desk-types.ts';
import { gesture, markId, waitOf } from '../marked.ts';
import { WithCode } from '../text.tsx';
import { fill, typeset, voterWords } from '../words.ts';

/** Messages on the telephone. */
export function Phone(props: { readonly desk: Desk }) {
  const { desk } = props;
  const { edition, world } = desk;
  const messages = [...world.code.sms].reverse();
  if (messages.length === 0) return <p class="hint">Aucun message.</p>;
  return (
    <ul class="messages">
      {messages.map((sms) => (
        <li key={sms.id} class={sms.read ? undefined : 'unread'}>
          <small>
            {edition.sms.sender} · {shortTime(sms.at)}
          </small>
          {sms.read ? (
            edition.sms.paragraphs.map((text) => (
              <WithCode
                key={text}
                desk={desk}
                text={text}
                code={
                  sms.kind === 'voting-code'
                    ? votingCode(edition, world, sms.nth)
                    : oneTimeCodeText(world, sms.nth)
                }
              />
            ))
          ) : (
            <button type="button" {...gesture(desk, { type: 'ReadSms', sms: sms.id })}>
              Lire le message
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The paper letter: none, sealed, opened, lost. */
export function Notice(props: { readonly desk: Desk }) {
  const { desk } = props;
  const { edition, world } = desk;
  switch (world.code.letter) {
    case 'none':
      return <EmptyPigeonHole desk={desk} />;
    case 'sealed':
      return (
        <div class="envelope">
          <svg viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
            <path d="M0 0 50 36 100 0" />
          </svg>
          <p>
            Une enveloppe fermée, à votre nom : <b>{world.persona.civility}</b>{' '}
            <b>
              {world.persona.firstName} {world.persona.lastName}
            </b>
          </p>
        </div>
      );
    case 'open':
      return (
        <div class="letter paper">
          <p class="hint">{edition.letter.sender}</p>
          <p>
            <b>{fill(edition.letter.subject, voterWords(edition, world))}</b>
          </p>
          {edition.letter.paragraphs.map((text) => (
            <WithCode key={text} desk={desk} text={text} code={votingCode(edition, world, 0)} />
          ))}
        </div>
      );
    // Said above, with the page that helps.
    case 'lost':
      return null;
  }
}

/** How a letter is had; and, when nobody gives any now, why. */
function EmptyPigeonHole(props: { readonly desk: Desk }) {
  const { edition, world } = props.desk;
  const [refusal] = decide(edition, world, { type: 'CollectNotice' }).refusals;
  return (
    <>
      <p>
        {typeset(
          isNoticePosted(edition, world)
            ? 'Votre lettre vient par la poste : le secrétariat ne l’a pas.'
            : 'Le secrétariat remet les lettres contre signature.',
        )}
      </p>
      {refusal && (
        <p class="notice">
          Pas maintenant :{' '}
          {fill(edition.refusals[refusal.word].sentence, voterWords(edition, world))}
        </p>
      )}
    </>
  );
}

const days = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

type Asked = PeopleDesk | 'helpdesk';
const peopleDesks: readonly PeopleDesk[] = ['secretariat', 'hr'];

/** The secretariat, the office that manages the career, and the helpdesk, with their hours. */
export function People(props: { readonly desk: Desk; readonly screen: Screen }) {
  const { desk, screen } = props;
  const { edition, world } = desk;
  const hours = (who: 'secretariat' | 'helpdesk') => {
    const { days: open, opensAt, closesAt } = edition.desks[who];
    const first = days[(open[0] ?? 1) - 1];
    const last = days[(open.at(-1) ?? 5) - 1];
    return `du ${first} au ${last}, de ${spoken(opensAt)} à ${spoken(closesAt)}, heure locale, dans cet exercice.`;
  };
  const { actions } = screen;
  const [pressed, setPressed] = useState<Asked | null>(null);
  const ask = (who: Asked, command: Command) => ({
    ...gesture(desk, command),
    onClick: () => void desk.send(command).then((given) => given && setPressed(who)),
  });
  // The paper lies under the button that was pressed; found again later, under the first one.
  const giver = pressed === 'hr' ? 'hr' : 'secretariat';
  const asks = actions.filter(({ sends }) => sends === 'AskForNumen');
  const call = actions.find(({ sends }) => sends === 'CallHelpdesk');
  return (
    <ul class="people">
      {peopleDesks.map((who, n) => (
        <li key={who}>
          <h3>{typeset(asks[n]?.block ?? '')}</h3>
          <p class="hint">{hours('secretariat')}</p>
          <button type="button" {...ask(who, { type: 'AskForNumen', desk: who })}>
            {typeset(asks[n]?.label ?? 'Demander mon NUMEN')}
            {world.numenKnown && who === giver && <small>C’est fait : le voici.</small>}
          </button>
          {world.numenKnown && who === giver && (
            <Arrives className="slip" when={pressed === who}>
              <p>
                Sur un papier : mon NUMEN, <b class="code">{world.persona.numen}</b>
              </p>
            </Arrives>
          )}
        </li>
      ))}
      <li>
        <h3>{typeset(call?.block ?? 'Assistance')}</h3>
        <p class="hint">
          {hours('helpdesk')} {call?.note}
        </p>
        <button type="button" {...ask('helpdesk', { type: 'CallHelpdesk' })}>
          {typeset(call?.label ?? 'Appeler l’assistance')}
          {world.helpdeskCalled && <small>C’est fait : la réponse est dessous.</small>}
        </button>
        {world.helpdeskCalled && (
          <Arrives className="notice" when={pressed === 'helpdesk'}>
            On vous répond : votre identifiant est <b>{world.persona.user}</b>, votre adresse{' '}
            <b>{world.persona.address}</b>.
          </Arrives>
        )}
      </li>
    </ul>
  );
}

const periodLabels: Readonly<Record<PeriodName, string>> = {
  portal: 'le portail',
  accountOpening: 'la création du compte',
  passwordReset: 'le mot de passe oublié',
  profileUpdate: 'la mise à jour du profil',
  rollCorrection: 'la correction des listes',
  roll: 'les listes électorales',
  candidates: 'les listes de candidats',
  notice: 'la remise des lettres',
  reissue: 'la demande d’un nouveau code',
  voting: 'le vote',
  results: 'les résultats',
};

/** The exercise's clock, and ways to let time pass. */
export function CalendarView(props: { readonly desk: Desk }) {
  const { desk } = props;
  const { edition, world } = desk;
  const academy = academyOf(edition, world);
  const local = localTime(edition, world, world.now);
  const pass = (until: number): Command => ({ type: 'PassTime', until });
  const wait = (label: string, until: number, marked = false) => (
    <button
      type="button"
      onClick={() => void desk.send(pass(until))}
      aria-describedby={marked ? markId : undefined}
    >
      {label}
    </button>
  );
  const next = world.due[0];
  const ours = (end: 'opens' | 'closes', name: PeriodName) =>
    edition.invented[end].includes(name) ? ', dans cet exercice' : '';
  const dates = periodNames
    .flatMap((name) => {
      const period = periodOf(edition, world, name);
      return period
        ? [
            {
              at: period.opens,
              text: `Ouverture : ${periodLabels[name]}`,
              when: `${openingTime(period.opens)}${ours('opens', name)}`,
              key: `${name}+`,
            },
            {
              at: period.closes,
              text: `Fermeture : ${periodLabels[name]}`,
              when: `${closingTime(period.closes)}${ours('closes', name)}`,
              key: `${name}-`,
            },
          ]
        : [];
    })
    .sort((a, b) => a.at - b.at);
  // The coach waits for an hour: a date of the list, the next event, or an hour that only it knows.
  const wanted = waitOf(desk);
  const date = dates.find(({ at, key }) => at === wanted && key.endsWith('+'));
  const event = date === undefined && next?.at === wanted;
  const line = ({ at, text, when, key }: (typeof dates)[number]) => (
    <li key={key}>
      <span>
        {text}
        <small>{when}</small>
      </span>
      {at > world.now && (
        <button
          type="button"
          class="mini"
          onClick={() => void desk.send(pass(at))}
          aria-label={`y aller : ${text}`}
          aria-describedby={key === date?.key ? markId : undefined}
        >
          y aller
        </button>
      )}
    </li>
  );
  return (
    <>
      <p class="now">
        {parisTime(world.now)} <small>heure de Paris</small>
        {local !== null && (
          <>
            <br />
            {local} <small>heure locale</small>
          </>
        )}
      </p>
      <div class="buttons row">
        {wait('Attendre 15 min', world.now + 900)}
        {wait('Attendre 1 h', world.now + 3600)}
        {wait('Jusqu’à demain, 9 h', tomorrowAt(academy, world.now, 9 * 3600))}
        {next && wait('Jusqu’au prochain événement', next.at, event)}
        {wanted !== null && !date && !event && wait(`Jusqu’au ${shortTime(wanted)}`, wanted, true)}
      </div>
      <ol class="dates">{dates.filter(({ at }) => at > world.now).map(line)}</ol>
      <details>
        <summary>Dates passées</summary>
        <ol class="dates past">{dates.filter(({ at }) => at <= world.now).map(line)}</ol>
      </details>
    </>
  );
}
