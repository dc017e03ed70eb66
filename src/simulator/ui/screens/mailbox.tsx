// The academic mailbox: folders, a full box, and a mail whose link is a button.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Screen } from '../../core/edition.ts';
import type { Command, Folder, Mail } from '../../core/portal.ts';
import { folder, isMailboxFull, linkToken, oneTimeCodeText, textOfMail } from '../../core/views.ts';
import { shortTime } from '../dates.ts';
import type { Desk } from '../desk-types.ts';
import { BinIcon } from '../icons.tsx';
import { gesture, marking } from '../marked.ts';
import { folders } from '../registry.ts';
import { Hidden, WithCode } from '../text.tsx';
import { fill, voterWords } from '../words.ts';

const folderNames: Readonly<Record<Folder, string>> = {
  inbox: 'Réception',
  junk: 'Indésirables',
  bin: 'Corbeille',
};

/** Inbox, junk and bin. */
export function Mailbox(props: { readonly desk: Desk; readonly screen: Screen }) {
  const { desk, screen } = props;
  const { edition, world } = desk;
  const chosen = folders.find((one) => one === screen.id) ?? 'inbox';
  const mails = folder(world, chosen);
  return (
    <>
      {isMailboxFull(edition, world) && (
        <p class="notice">
          <b>Boîte pleine.</b> Rien n’y entre plus : supprimez des courriels, puis videz la
          corbeille. Ce qui a été refusé entre-temps est à redemander.
        </p>
      )}
      <div class="tabs" role="group" aria-label="Dossiers">
        {folders.map((one) => {
          const unread = one === 'bin' ? 0 : folder(world, one).filter(({ read }) => !read).length;
          return (
            <button
              key={one}
              type="button"
              aria-current={one === chosen ? 'true' : undefined}
              onClick={() => one !== chosen && desk.open(one)}
              {...marking(desk, 'folder', one)}
            >
              {folderNames[one]}
              {unread > 0 && (
                <>
                  {' '}
                  <i class="count">{unread}</i>
                  <Hidden> {unread > 1 ? 'non lus' : 'non lu'}</Hidden>
                </>
              )}
            </button>
          );
        })}
      </div>
      {mails.length === 0 && <p class="hint">Rien ici.</p>}
      <ul class="mails">
        {mails.map((mail) => (
          <MailLine key={mail.id} desk={desk} mail={mail} />
        ))}
      </ul>
    </>
  );
}

function MailLine(props: { readonly desk: Desk; readonly mail: Mail }) {
  const { desk, mail } = props;
  const text = textOfMail(desk.edition, mail);
  const subject = fill(text?.subject ?? mail.kind, voterWords(desk.edition, desk.world));
  return (
    <li class={mail.read ? undefined : 'unread'}>
      <button type="button" class="open" {...gesture(desk, { type: 'OpenMail', mail: mail.id })}>
        {!mail.read && <Hidden>Non lu : </Hidden>}
        <b>{subject}</b>
        <small>
          {senderName(text?.sender ?? '')} · {shortTime(mail.at)}
        </small>
      </button>
      <MoveButtons desk={desk} mail={mail} subject={subject} />
    </li>
  );
}

function MoveButtons(props: {
  readonly desk: Desk;
  readonly mail: Mail;
  readonly subject: string;
}) {
  const { desk, mail, subject } = props;
  const button = (label: string, command: Command, icon?: ComponentChildren) => (
    <button type="button" class={icon ? 'mini icon-only' : 'mini'} {...gesture(desk, command)}>
      {icon}
      {icon ? <Hidden>{label}</Hidden> : label}
      <Hidden> : {subject}</Hidden>
    </button>
  );
  switch (mail.folder) {
    case 'inbox':
      return button('supprimer', { type: 'DeleteMail', mail: mail.id }, <BinIcon />);
    case 'junk':
      return button('remettre en réception', {
        type: 'MoveMail',
        mail: mail.id,
        folder: 'inbox',
      });
    case 'bin':
      return button('reprendre', { type: 'RestoreMail', mail: mail.id });
  }
}

/** One mail, opened. */
export function MailView(props: { readonly desk: Desk }) {
  const { desk } = props;
  const { edition, world } = desk;
  const [replied, setReplied] = useState(false);
  const mail = world.mailbox.mails.find(({ id }) => id === world.mailbox.openMail);
  const text = mail && textOfMail(edition, mail);
  if (!mail || !text) return <p>Ce courriel n’est plus là.</p>;
  const words = {
    ...voterWords(edition, world),
    lien: `portail.example/${linkToken(world, mail)}`,
  };
  const does = (type: 'DeleteMail' | 'ReportFake' | 'AnswerFake' | 'FollowLink') =>
    gesture(desk, { type, mail: mail.id });
  const link = text.linkLabel && (
    <p>
      <button type="button" class="link" {...does('FollowLink')}>
        {fill(text.linkLabel, words)}
      </button>
    </p>
  );
  return (
    <div class="letter">
      <dl class="head">
        <dt>De</dt>
        <dd>{text.sender}</dd>
        <dt>Pour</dt>
        <dd>{world.persona.address}</dd>
        <dt>Sujet</dt>
        <dd>
          <b>{fill(text.subject, words)}</b>
        </dd>
        <dt>Reçu</dt>
        <dd>{shortTime(mail.at)}</dd>
      </dl>
      {text.paragraphs.map((paragraph) =>
        mail.oneTime === null ? (
          <p key={paragraph}>{fill(paragraph, words)}</p>
        ) : (
          <WithCode
            key={paragraph}
            desk={desk}
            text={paragraph}
            code={oneTimeCodeText(world, mail.oneTime)}
          />
        ),
      )}
      {link}
      <div class="buttons row">
        {mail.folder !== 'bin' && (
          <button type="button" class="mini" {...does('DeleteMail')}>
            supprimer
          </button>
        )}
        <button
          type="button"
          class="mini"
          {...(text.fakeClue === null ? { onClick: () => setReplied(true) } : does('AnswerFake'))}
        >
          répondre
        </button>
        <button type="button" class="mini" {...does('ReportFake')}>
          signaler comme faux
        </button>
      </div>
      {/* The button stands under every mail, or it would tell the fakes from the others. */}
      <p class="hint" role="status">
        {replied && 'Ce courriel n’attend pas de réponse.'}
      </p>
    </div>
  );
}

/** « Portail d'exercice » from « Portail d'exercice <…> ». */
function senderName(sender: string): string {
  return sender.split('<')[0]?.trim() ?? sender;
}
