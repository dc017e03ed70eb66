/** The 36 academies load, say only what may be said, and link only where it is allowed. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/lib/check.ts';
import {
  academies,
  academiesAt,
  alerts,
  linkOf,
  mailtoOf,
  requireAcademy,
  requireSource,
  seenWords,
  sources,
  strengthWords,
} from '../../src/lib/content.ts';
import { mayLink, type Academy, type Contact } from '../../src/schemas/academy.ts';
import { strengths } from '../../src/schemas/fact.ts';
import { root } from '../../src/schemas/read.ts';

/** Hosts and tool names that only content farms give: a wrong sign-in address is a trap. Never anywhere in content/. */
const forbiddenEverywhere = [
  'webmail.ac-creteil.fr',
  'login.ac-creteil.fr',
  'adn.ac-creteil.fr',
  'pia.ac-dijon.fr',
  'bv.ac-amiens.fr',
  'webmail.ac-nancy-metz.fr',
  'webmail.ac-normandie.fr',
  'webmail.ac-caen',
  'sso.ac-caen.fr',
  'login.ac-orleans-tours.fr',
  'convergence.ac-paris.fr',
  'webmel.ac-paris.fr',
  'bal.ac-poitiers.fr',
  'login.ac-poitiers.fr',
  'login.ac-toulouse.fr',
  'avisai.fr',
  'blog-alpha.com',
  'blogspace.fr',
  'changeonslecole.org',
  'communisation.net',
  'connexioncompte.com',
  'laminute-entreprise.fr',
  'moncoindevie.fr',
  'ratcomp.fr',
  'universdugeek.fr',
  'centreville-immo.fr',
  'cnam-haute-normandie.com',
  'etanonline.fr',
  'mediavenir.fr',
  'pcexpertlemag.fr',
  'performance-marketing.fr',
  'renard-bleu.com',
  'sefap.fr',
  'solices.fr',
  'tech-pc.fr',
  // Mirrors and sharing sites on which a page was read: named as such, never given as an address.
  'ciejparis.org',
  'laportedudroit.com',
  'humanfirst.fr',
  'voltageenergyhk',
  'n2m8has25',
  'pdfprof.com',
  'doczz.fr',
  'readkong.com',
  'slideshare.net',
  'slideserve.com',
  '123dok.net',
];

/** Words of the unverified list: forbidden in the academies, where they would be claims. */
const forbiddenInAcademies = [
  'Accolad',
  'SOGo',
  'Roundcube',
  'Outlook',
  'Microsoft',
  'Toutatice',
  'Mamamia',
  'MINA',
  'multifacteur',
];

function textsUnder(folder: string): readonly { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

function contactsOf(academy: Academy): readonly Contact[] {
  return [
    academy.site,
    academy.nationalMailbox,
    ...academy.mailboxes,
    ...academy.portals,
    ...academy.recovery,
    ...academy.helpdesk,
    ...academy.electionContacts,
  ].filter((contact) => contact !== null);
}

const allContacts = academies().flatMap((academy) =>
  contactsOf(academy).map((contact) => ({ academy: academy.id, contact })),
);

describe('the academies', () => {
  test('are 36, each with its own id, name and department', () => {
    expect(academies()).toHaveLength(36);
    expect(new Set(academies().map(({ id }) => id)).size).toBe(36);
    for (const academy of academies()) {
      expect(academy.departments.length, academy.id).toBeGreaterThan(0);
      expect(academy.username, academy.id).not.toBeNull();
      expect(academy.practice.mailbox.title, academy.id).not.toBe('');
    }
  });

  test('hold together: every source and academy that is named exists', () => {
    expect(() => {
      checkContent();
    }).not.toThrow();
  });

  test('call a vice-rectorate and a service by their name', () => {
    const notAcademies = academies().filter(({ kind }) => kind !== 'academy');
    expect(notAcademies.map(({ id, kind }) => `${id} ${kind}`).sort()).toEqual([
      'nouvelle-caledonie vice-rectorate',
      'polynesie-francaise vice-rectorate',
      'saint-pierre-et-miquelon service',
      'wallis-et-futuna vice-rectorate',
    ]);
    for (const { name } of notAcademies) expect(name).not.toMatch(/académie/iu);
  });

  test('exist or not on a day: Caen and Rouen until 2019, Normandie after', () => {
    const ids = (day: string) => academiesAt(day).map(({ id }) => id);
    for (const day of ['2014-11-27', '2019-12-31']) {
      expect(ids(day)).toEqual(expect.arrayContaining(['caen', 'rouen']));
      expect(ids(day)).not.toContain('normandie');
    }
    for (const day of ['2020-01-01', '2026-12-03']) {
      expect(ids(day)).toContain('normandie');
      expect(ids(day)).not.toContain('caen');
      expect(ids(day)).not.toContain('rouen');
    }
    expect(academiesAt('2026-12-03')).toHaveLength(34);
    expect(academiesAt('2018-11-29')).toHaveLength(35);
  });

  test('cover each department once on any day', () => {
    for (const day of ['2014-11-27', '2026-12-03']) {
      const codes = academiesAt(day).flatMap(({ departments }) =>
        departments.map(({ code }) => code),
      );
      expect(new Set(codes).size).toBe(codes.length);
    }
  });

  test('carry French typography and no straight quote', () => {
    for (const { path, text } of textsUnder(join(root(), 'content/academies'))) {
      for (const [index, line] of text.split('\n').entries()) {
        const where = `${path}:${String(index + 1)}`;
        if (line.startsWith('#')) continue;
        expect(line, where).not.toMatch(/\p{L}'\p{L}/u);
        expect(line, where).not.toMatch(/ [;!?»]|« /u);
      }
    }
  });
});

describe('what must not be published', () => {
  test('no address or host that only an unverified page gives', () => {
    for (const { path, text } of textsUnder(join(root(), 'content')))
      for (const word of forbiddenEverywhere)
        expect(text.includes(word), `${path} contient ${word}`).toBe(false);
  });

  test('no tool that only an unverified page names', () => {
    for (const { path, text } of textsUnder(join(root(), 'content/academies')))
      for (const word of forbiddenInAcademies)
        expect(new RegExp(`\\b${word}\\b`, 'u').test(text), `${path} contient ${word}`).toBe(false);
  });

  test('no full link: an address is a host and a path', () => {
    for (const { contact } of allContacts) expect(contact.address ?? '').not.toMatch(/:\/\//u);
    for (const { address } of sources()) expect(address ?? '').not.toMatch(/:\/\//u);
  });
});

describe('the permission to link', () => {
  test('today nobody has tried a contact', () => {
    expect(allContacts.filter(({ contact }) => contact.grade.kind === 'tried')).toEqual([]);
  });

  test('today only one service, seen officially in 2026, may be linked', () => {
    const linked = allContacts.filter(({ contact }) => contact.mayLink);
    expect(new Set(linked.map(({ academy }) => academy))).toEqual(new Set(['nouvelle-caledonie']));
    for (const { contact } of allContacts) {
      expect(linkOf(contact) !== null).toBe(contact.mayLink && contact.address !== null);
      expect(mailtoOf(contact) !== null).toBe(contact.mayLink && contact.email !== null);
    }
  });

  const read = { kind: 'read' } as const;
  const tried = { kind: 'tried', on: '2026-11-20', by: 'ab' } as const;
  const year = (from: string, to = from) => ({ from, to });
  test.each([
    { grade: tried, strength: 'single', seen: null, allowed: true },
    { grade: tried, strength: 'official', seen: year('2014'), allowed: true },
    { grade: read, strength: 'official', seen: year('2025'), allowed: true },
    { grade: read, strength: 'official', seen: year('2026-01-12'), allowed: true },
    { grade: read, strength: 'official', seen: year('2018', '2025-03'), allowed: true },
    { grade: read, strength: 'official', seen: year('2024-12-31'), allowed: false },
    { grade: read, strength: 'official', seen: null, allowed: false },
    { grade: read, strength: 'two-sources', seen: year('2026'), allowed: false },
    { grade: read, strength: 'single', seen: year('2026'), allowed: false },
    { grade: read, strength: 'inferred', seen: year('2026'), allowed: false },
    { grade: read, strength: 'reconstructed', seen: year('2026'), allowed: false },
  ] as const)('$grade.kind, $strength, $seen.to → $allowed', ({ allowed, ...contact }) => {
    expect(mayLink(contact)).toBe(allowed);
  });
});

describe('the five founding mailboxes', () => {
  test('Caen asks for a captcha and a NUMEN, Grenoble for nothing', () => {
    const caen = requireAcademy('caen').practice.mailbox;
    expect(caen.title).toBe('Bienvenue sur la Messagerie Académique');
    expect([caen.userLabel, caen.passwordLabel]).toEqual(['Nom d’utilisateur', 'Mot de passe']);
    expect(caen.identifierTool).toBe('captcha-then-numen');
    expect(caen.reconstructed).toEqual(['button']);
    const grenoble = requireAcademy('grenoble').practice.mailbox;
    expect(grenoble.title).toBe('Bienvenue sur le Webmail Académique');
    expect([grenoble.userLabel, grenoble.button]).toEqual(['Identifiant', 'Connexion']);
    expect(grenoble.identifierTool).toBe('none');
  });

  test.each(['dijon', 'paris', 'amiens'])('%s is reconstructed and says so', (id) => {
    const { mailbox } = requireAcademy(id).practice;
    expect(mailbox.strength).toBe('reconstructed');
    expect(mailbox.derivedFrom.length).toBeGreaterThan(0);
  });
});

describe('words and references', () => {
  test('a missing academy or source is a French sentence', () => {
    expect(() => requireAcademy('atlantide')).toThrow(
      /« atlantide » n’existe pas dans content\/academies/u,
    );
    expect(() => requireSource('atlantide')).toThrow(/content\/sources\.yaml/u);
  });

  test('each strength has its plain words', () => {
    expect(strengths.map(strengthWords)).toEqual([
      'source officielle',
      'deux sources',
      'une seule source',
      'déduit',
      'reconstitué pour l’exercice',
    ]);
  });

  test('when it was seen, in words', () => {
    const words = (from: string, to = from) => seenWords({ from, to });
    expect(words('2018')).toBe('vu en 2018');
    expect(words('2018-10')).toBe('vu en octobre 2018');
    expect(words('2026-01-01')).toBe('vu le 1ᵉʳ janvier 2026');
    expect(words('2018-10', '2024-06')).toBe('vu entre octobre 2018 et juin 2024');
    expect(seenWords(null)).toBe('source sans date');
  });

  test('the five founding documents are sources, and no source is named by a bare number', () => {
    for (const number of ['000', '001', '002', '003', '004'])
      expect(requireSource(`document-${number}`).nature).toBe('founding-document');
    for (const { id } of sources()) expect(id).not.toMatch(/^\d+$/u);
  });

  test('alerts read, models apart', () => {
    for (const alert of alerts()) expect(alert.expires - alert.from).toBeLessThanOrEqual(86_400);
  });
});
