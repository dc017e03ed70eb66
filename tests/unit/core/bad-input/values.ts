// What people really type and paste: each value by its name, with what a careful portal makes of it.

/** Kinds of fields: what is asked there decides what an answer is worth. */
export const columns = [
  'address',
  'user',
  'numen',
  'birthDate',
  'phone',
  'image of digits',
  'image of letters',
  'image of words',
  'voting code',
  'one-time code',
  'portal password',
  'mailbox password',
  'new password',
  'chosen answer',
  'given answer',
] as const;
export type Column = (typeof columns)[number];

/**
 * `fine`: a harmless difference. `empty`, `malformed`, `wrong`: the stages. `real`: could be somebody's own.
 * Where a field has no form of its own (a code, a password), what is malformed is simply wrong.
 */
export type Outcome =
  'fine' | 'empty' | 'malformed' | 'wrong' | 'real' | 'not-a-mobile' | 'foreign-phone';

export interface Value {
  readonly name: string;
  /** What is typed, given the right answer. */
  readonly of: (right: string) => string;
  readonly outcome: Outcome;
  /** Where it is worth something else. */
  readonly except?: Readonly<Partial<Record<Column, Outcome>>>;
  /** It only means something in these fields. */
  readonly only?: readonly Column[];
}

const around = (name: string, sign: string): Value => ({
  name,
  of: (right) => `${sign}${right}${sign}`,
  outcome: 'fine',
});
const every = (sign: string) => (right: string) => [...right].join(sign);
const secrets = {
  'portal password': 'wrong',
  'mailbox password': 'wrong',
  'given answer': 'wrong',
  'new password': 'wrong',
} as const;

/** The right answer, a little different. */
const disguises: readonly Value[] = [
  around('spaces around', '  '),
  around('no-break spaces around', '\u00a0'),
  around('narrow no-break spaces around', '\u202f'),
  around('tabs and line ends around', '\t\r\n'),
  around('zero-width spaces around', '\u200b'),
  around('a byte-order mark around', '\ufeff'),
  around('right-to-left marks around', '\u200f'),
  { name: 'an isolate around', of: (right) => `\u2067${right}\u2069`, outcome: 'fine' },
  { name: 'an override around', of: (right) => `\u202e${right}\u202c`, outcome: 'fine' },
  { name: 'soft hyphens inside', of: every('\u00ad'), outcome: 'fine' },
  { name: 'word joiners inside', of: every('\u2060'), outcome: 'fine' },
  {
    name: 'in capitals',
    of: (right) => right.toUpperCase(),
    outcome: 'fine',
    except: { 'image of letters': 'wrong', ...secrets },
  },
  {
    name: 'in small letters',
    of: (right) => right.toLowerCase(),
    outcome: 'fine',
    except: { 'image of letters': 'wrong', ...secrets },
  },
  {
    name: 'in full-width signs',
    of: (right) =>
      right.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    outcome: 'fine',
    except: secrets,
  },
  {
    name: 'with accents',
    of: (right) => right.replace(/[a-z]/gi, '$&\u0301'),
    outcome: 'malformed',
    // No letter, no accent.
    except: {
      // « .éxample » is a host like another.
      address: 'real',
      birthDate: 'fine',
      phone: 'fine',
      'one-time code': 'fine',
      'image of digits': 'fine',
      'chosen answer': 'fine',
    },
  },
  {
    name: 'a space between all signs',
    of: every(' '),
    outcome: 'fine',
    except: { 'image of words': 'wrong', ...secrets },
  },
  {
    name: 'no-break spaces between all signs',
    of: every('\u00a0'),
    outcome: 'fine',
    except: { 'image of words': 'wrong', ...secrets },
  },
  {
    name: 'hyphens in groups of four',
    of: (right) => right.replace(/(.{4})(?=.)/g, '$1-'),
    outcome: 'malformed',
    except: {
      numen: 'fine',
      phone: 'fine',
      address: 'wrong',
      'chosen answer': 'fine',
      'image of digits': 'fine',
    },
    only: [
      'numen',
      'phone',
      'birthDate',
      'user',
      'voting code',
      'one-time code',
      'portal password',
      'mailbox password',
    ],
  },
  {
    name: 'one sign less',
    of: (right) => right.slice(0, -1),
    outcome: 'malformed',
    // « .exampl » is a host like another.
    except: { address: 'real', 'chosen answer': 'fine' },
  },
  {
    name: 'twice',
    of: (right) => `${right}${right}`,
    outcome: 'malformed',
    except: { address: 'real', 'chosen answer': 'fine' },
  },
];

const address = (name: string, of: Value['of'], outcome: Outcome = 'malformed'): Value => ({
  name,
  of,
  outcome,
  only: ['address'],
});

/** The persona's own address, as a mail program or a hurried hand gives it. */
const addresses: readonly Value[] = [
  address('mailto: before it', (right) => `mailto:${right}`),
  address('between angle brackets', (right) => `<${right}>`),
  address('a name before it', (right) => `Camille Essai <${right}>`),
  address('a dot after it', (right) => `${right}.`),
  address('a comma for the first dot', (right) => right.replace('.', ',')),
  address('a comma for the last dot', (right) => right.replace('.example', ',example')),
  address('two of them', (right) => `${right};${right}`),
  address('two of them, a space between', (right) => `${right} ${right}`),
  address('accents before the at sign', (right) => right.replace(/[aeiouy](?=.*@)/g, '$&\u0301')),
  address('two at signs', (right) => right.replace('@', '@@')),
  address('no at sign', (right) => right.replace('@', '')),
  address('(at) for the sign', (right) => right.replace('@', '(at)')),
  address('somebody else of the exercise', () => 'quelqu.un@ailleurs.example', 'wrong'),
];

const date = (typed: string, except: Value['except'] = {}): Value => ({
  name: `the date ${typed}`,
  of: () => typed,
  outcome: 'real',
  except,
});
/** The same as the persona's, otherwise written. */
const sameDate = (name: string, of: Value['of']): Value => ({
  name,
  of,
  outcome: 'fine',
  only: ['birthDate'],
});
const dates: readonly Value[] = [
  sameDate('with dots', (right) => right.replaceAll('/', '.')),
  sameDate('with hyphens', (right) => right.replaceAll('/', '-')),
  sameDate('with long dashes', (right) => right.replaceAll('/', ' – ')),
  sameDate('with spaces', (right) => right.replaceAll('/', ' ')),
  sameDate('without anything between', (right) => right.replaceAll('/', '')),
  sameDate('without zeros', (right) => right.replace(/\b0/g, '')),
  sameDate('without zeros, with spaces', (right) => right.replace(/\b0/g, '').replaceAll('/', ' ')),
  {
    name: 'with two digits of the year',
    of: (right) => right.replace(/\d\d(\d\d)$/, '$1'),
    outcome: 'malformed',
    only: ['birthDate'],
  },
  {
    name: 'the year first',
    of: (right) => right.split('/').reverse().join('-'),
    outcome: 'malformed',
    only: ['birthDate'],
  },
  {
    name: 'the same day of another year',
    of: (right) => right.replace(/\d{4}$/, '1931'),
    outcome: 'wrong',
    only: ['birthDate'],
  },
  date('1/2/1933'),
  date('01/02/1933'),
  date('01.02.1933'),
  date('01–02–1933'),
  date('01021933'),
  date('01 02 1933'),
  date('\u200f01/02/1933'),
  date('29/02/1932'),
  ...[
    '29/02/2014',
    '31/11/1980',
    '00/01/1980',
    '32/01/1980',
    '01/13/1980',
    '01/02/33',
    '01/02/1833',
  ].map((typed): Value => ({
    name: `the date ${typed}, which does not exist`,
    of: () => typed,
    outcome: 'malformed',
    except: { 'chosen answer': 'fine' },
  })),
];

const phone = (typed: string, ofPhone: Outcome): Value => ({
  name: `the phone ${typed}`,
  of: () => typed,
  outcome: 'real',
  except: { phone: ofPhone },
});
const samePhone = (name: string, of: Value['of']): Value => ({
  name,
  of,
  outcome: 'fine',
  only: ['phone'],
});
const pairs = (sign: string) => (right: string) => right.replace(/(\d\d)(?=\d)/g, `$1${sign}`);
/** Numbers of the regulator's range for fiction, and numbers that nobody is given. */
const phones: readonly Value[] = [
  samePhone('in pairs', pairs(' ')),
  samePhone('in pairs, no-break', pairs('\u00a0')),
  samePhone('with dots', pairs('.')),
  samePhone('with hyphens', pairs('-')),
  samePhone('with slashes', pairs('/')),
  samePhone('with +33', (right) => right.replace(/^0/, '+33 ')),
  samePhone('with +33 (0)', (right) => right.replace(/^0/, '+33 (0)')),
  samePhone('with 0033', (right) => right.replace(/^0/, '0033 ')),
  {
    name: 'nine digits after +33',
    of: (right) => `+33 ${right.slice(1, -1)}`,
    outcome: 'malformed',
    only: ['phone'],
  },
  phone('06 39 98 00 00', 'real'),
  phone('06.39.98.00.00', 'real'),
  phone('+33 6 39 98 00 00', 'real'),
  phone('+33 (0)6 39 98 00 00', 'real'),
  phone('0033639980000', 'real'),
  phone('0639 00 00 00', 'real'),
  phone('0690 00 00 00', 'real'),
  phone('0692 00 00 00', 'real'),
  phone('0694 00 00 00', 'real'),
  phone('0696 00 00 00', 'real'),
  phone('01 99 00 00 00', 'not-a-mobile'),
  phone('+33 1 99 00 00 00', 'not-a-mobile'),
  phone('08 00 00 00 00', 'not-a-mobile'),
  phone('+44 7700 900000', 'foreign-phone'),
  phone('0044 7700 900000', 'foreign-phone'),
  phone('+262 692 00 00 00', 'foreign-phone'),
  phone('+687 70 00 00 00', 'foreign-phone'),
];

/** Shapes of real things; nobody bears these names or numbers. */
const real: readonly Value[] = [
  'prenom.nom@ac-caen.fr',
  'PRENOM.NOM@AC-CAEN.FR',
  'prénom.nôm@ac-caen.fr',
  'prenom.nom2@ac-noumea.nc',
  'prenom.nom@ac-polynesie.pf',
  'prenom.nom@ac-wf.wf',
  'prenom.nom@diplomatie.gouv.fr',
  'direction@ecole-privee.bzh',
  'secretariat@college-prive.org',
  'prenom_nom+vote@orange.fr',
  'mailto:prenom.nom@ac-caen.fr',
  '<prenom.nom@ac-caen.fr>',
  'Prénom NOM <prenom.nom@ac-caen.fr>',
  'prenom.nom@ac-caen.fr.',
  'prenom.nom@ac-caen.fr;prenom.nom@ac-lyon.fr',
  'prenom.nom@\u200bac-caen.fr',
  'prenom.nom@ac-caen.example.fr',
  '12E3456789ABC',
  '12e3456789abc',
  ' 12E 34 56789 ABC ',
  '12E-34-56789-ABC',
  '\uff11\uff12E3456789ABC',
  '12E3456789ABC!',
].map((typed) => ({ name: `« ${typed} »`, of: () => typed, outcome: 'real' }));

const nothing: readonly Value[] = [
  ['nothing', ''],
  ['spaces', '   '],
  ['no-break spaces', '\u00a0\u202f'],
  ['zero-width spaces', '\u200b\u200b'],
  ['right-to-left marks', '\u200f\u202e'],
  ['a null sign', '\u0000'],
].map(([name = '', typed = '']) => ({ name, of: () => typed, outcome: 'empty' }));

/** Nothing that was asked. */
const stray: readonly Value[] = [
  ['10,000 letters', 'x'.repeat(10_000)],
  ['10,000 digits', '7'.repeat(10_000)],
  ['10,000 emoji', '🗳️'.repeat(2_500)],
  ['an emoji', '🗳️'],
  ['an emoji of several signs', '👩🏽‍🏫'],
  ['a bold word', '<b>bonjour</b>'],
  ['a script', '<script>alert("bonjour")</script>'],
  ['an image with a handler', '<img src=x onerror=alert(1)>'],
  ['an entity', '&eacute;&nbsp;&lt;'],
  ['a hole of a template', '{numen} ${numen} {{numen}}'],
  ['a query', `' OR '1'='1`],
  ['a path', '../../etc/passwd'],
  ['a name of every object', '__proto__'],
  ['another one', 'constructor'],
  ['words from right to left', 'صندوق الاقتراع'],
  ['a reversed name', '\u202egnp.elpmaxe'],
  ['half of a pair', '\ud83d'],
  ['a NUMEN of the exercise that nobody has', '30E0000000AAA'],
  ['not an address', 'prenom.nom'],
  ['an address without its end', 'prenom.nom@ac-caen'],
  ['an address with a comma', 'prenom.nom@ac-caen,fr'],
].map(([name = '', typed = '']) => ({
  name,
  of: () => typed,
  outcome: 'malformed',
  except: {
    'chosen answer': 'fine',
    ...(typed === '30E0000000AAA' ? ({ numen: 'wrong' } as const) : {}),
  },
}));

/** The same whatever is asked: nothing of it belongs to the exercise. */
export const strangers: readonly Value[] = [
  ...dates.filter(({ only }) => !only),
  ...phones.filter(({ only }) => !only),
  ...real,
  ...nothing,
  ...stray,
];

export const values: readonly Value[] = [
  ...disguises,
  ...addresses,
  ...dates,
  ...phones,
  ...real,
  ...nothing,
  ...stray,
];

/** One value of each stage, for forms with several fields wrong at once. */
export const oneOfEach: Readonly<Record<'empty' | 'malformed' | 'real', Value>> = {
  empty: named('nothing'),
  malformed: named('a script'),
  real: named('« 12E3456789ABC »'),
};

function named(name: string): Value {
  const found = values.find((one) => one.name === name);
  if (!found) throw new Error(`no value ${name}`);
  return found;
}
