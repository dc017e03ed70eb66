/** Each fault, the tests that prove how it ends, and in which engines they provoke it: C Chromium, F Firefox, W WebKitGTK, R the rules without a browser. */

export interface Fault {
  readonly fault: string;
  readonly ends: string;
  /** File under tests/, a test of it by the beginning of its name, and where it runs. */
  readonly held: readonly (readonly [file: string, test: string, where: string])[];
}

export const faults: readonly Fault[] = [
  {
    fault: 'browser killed while writing',
    ends: 'every sentence shown is there, no gesture torn, the exercise opens',
    held: [
      ['faults/kills.spec.ts', 'kills at random moments', 'C'],
      ['engines/faults.spec.ts', 'killed four times on the way', 'F'],
      ['unit/session/session.test.ts', 'a command killed in mid-write leaves nothing half', 'R'],
    ],
  },
  {
    fault: 'a kill that cut a record of the browser’s own log in two',
    ends: 'the journal begins behind a fresh log: what is done afterwards is there at the next start too',
    held: [
      ['faults/kills.spec.ts', 'a kill that cut a record of the browser’s own log', 'C'],
      ['unit/journal/store.test.ts', 'begins a fresh log of the browser', 'R'],
    ],
  },
  {
    fault: 'renderer crash; tab closed in the middle of a command',
    ends: 'every sentence shown is there',
    held: [['faults/storage.spec.ts', 'the tab crashes, or is closed', 'C']],
  },
  {
    fault: 'reload anywhere, a form half filled',
    ends: 'the same page; what was typed was kept nowhere',
    held: [
      ['engines/journeys.spec.ts', 'I reload in the middle of a form', 'CFW'],
      ['e2e/desk.spec.ts', 'a reload comes back to the start card', 'C'],
    ],
  },
  {
    fault: 'two tabs on one exercise',
    ends: 'one writes, the other is told and follows',
    held: [
      ['faults/storage.spec.ts', 'two tabs on one exercise', 'C'],
      ['unit/session/session.test.ts', 'a second tab wrote first', 'R'],
    ],
  },
  {
    fault: 'quota exceeded',
    ends: 'a sentence; the exercise goes on in memory; what was kept opens',
    held: [
      ['faults/storage.spec.ts', 'no room left on the device', 'C'],
      ['engines/faults.spec.ts', 'no room left for the site', 'F'],
      ['unit/journal/store.test.ts', 'that is full says so, and keeps what it had', 'R'],
    ],
  },
  {
    fault: 'storage blocked, all cookies blocked',
    ends: 'a sentence; the exercise in memory, to its receipt',
    held: [
      ['faults/cookies.spec.ts', 'all cookies blocked', 'C'],
      ['engines/faults.spec.ts', 'site data refused', 'F'],
      ['engines/lone-file.spec.ts', 'from a key: an exercise to its receipt', 'F'],
      ['e2e/pack.spec.ts', 'without network nor storage', 'C'],
      ['e2e/desk.spec.ts', 'without storage the exercise goes on in memory', 'C'],
    ],
  },
  {
    fault: 'private window',
    ends: 'works while it is open (each test of the browser suite has a private window of its own)',
    held: [
      ['e2e/profiles.spec.ts', 'every profile is played', 'C'],
      ['engines/faults.spec.ts', 'a private window', 'F'],
    ],
  },
  {
    fault: 'site data cleared under an open tab, or between two visits',
    ends: 'a sentence; the exercise goes on; the next visit is a first one',
    held: [['faults/storage.spec.ts', 'site data cleared under an open tab', 'C']],
  },
  {
    fault: 'database of a newer version; upgrade while an old tab is open',
    ends: 'the old tab lets go and says so; the newer data is left alone',
    held: [
      ['faults/storage.spec.ts', 'a later release opens the database under an old tab', 'C'],
      ['faults/storage.spec.ts', 'a deaf tab holds the database', 'C'],
      ['engines/storage.spec.ts', 'a later release opens the database', 'CFW'],
      ['engines/storage.spec.ts', 'a database of a later release is left alone', 'CFW'],
    ],
  },
  {
    fault: 'journals and files of every older version',
    ends: 'they open',
    held: [
      ['unit/journal/frozen.test.ts', 'opens to the results', 'R'],
      ['unit/journal/frozen-databases.test.ts', 'three exercises open where they were left', 'R'],
      ['unit/session/files.test.ts', 'there is one of every version', 'R'],
    ],
  },
  {
    fault: 'corrupt, missing, reordered, foreign entries of the journal',
    ends: 'opens up to the last sound one, says so, keeps the rest aside',
    held: [
      ['faults/storage.spec.ts', 'a journal with an entry that is corrupt', 'C'],
      ['engines/storage.spec.ts', 'an entry that is corrupt', 'CFW'],
      ['unit/journal/lineage.test.ts', 'when one is missing', 'R'],
    ],
  },
  {
    fault: 'the autumn hour that happens twice; a zone that changes under way',
    ends: 'gestures keep their order, the exercise its hour, the vote its moment',
    held: [
      ['faults/time.spec.ts', 'the autumn hour that happens twice', 'C'],
      ['faults/time.spec.ts', 'the device changes zone under way', 'C'],
    ],
  },
  {
    fault: 'device clock wrong or going back, another time zone',
    ends: 'the exercise keeps its own hour, of Paris; pages switch nothing on an impossible clock',
    held: [
      ['faults/device.spec.ts', 'a processor six times slower, a clock that goes back', 'C'],
      ['e2e/my-academy.spec.ts', 'a device clock earlier than the page switches nothing', 'C'],
    ],
  },
  {
    fault: 'worker update during an exercise; hashed files gone',
    ends: 'the exercise goes on in its version until a tap; what never came says so',
    held: [
      ['faults/delivery.spec.ts', 'a later release took every hashed file away', 'C'],
      ['faults/delivery.spec.ts', 'three releases go by under an exercise', 'C'],
      ['e2e/offline.spec.ts', 'keeps its version until a tap, in every tab', 'C'],
    ],
  },
  {
    fault: 'update cut half-way',
    ends: 'the version in use stays, nothing is left behind',
    held: [['e2e/offline.spec.ts', 'survives an update cut half-way', 'C']],
  },
  {
    fault: 'the server is gone',
    ends: 'pages read before and the simulator open; others say so',
    held: [
      ['engines/journeys.spec.ts', 'the server is gone', 'CFW'],
      ['e2e/offline.spec.ts', 'a page that was never read says so', 'C'],
    ],
  },
  {
    fault: '« connected » without internet; a server that only fails',
    ends: 'what is kept is there at once',
    held: [
      ['faults/delivery.spec.ts', '« connected » without internet', 'C'],
      ['faults/delivery.spec.ts', 'the election’s data does not arrive', 'C'],
      ['e2e/offline.spec.ts', 'a server that answers nothing but errors', 'C'],
    ],
  },
  {
    fault: 'a captive portal’s HTML instead of a file',
    ends: 'pages that were read stay; nothing of it is kept',
    held: [['faults/delivery.spec.ts', 'a captive portal answers in our place', 'C']],
  },
  {
    fault: 'frames: a stranger’s, storage split',
    ends: 'refused where the host sends headers; elsewhere it runs on storage of its own',
    held: [['faults/delivery.spec.ts', 'framed by a stranger', 'C']],
  },
  {
    fault: 'hostile link, hash, pasted code',
    ends: 'a sentence; nothing thrown, stored or run',
    held: [
      ['faults/hostile.test.ts', 'a hostile link is nothing', 'R'],
      ['faults/hostile.spec.ts', '2,000 hostile links', 'C'],
      ['engines/storage.spec.ts', 'two hundred hostile links', 'CFW'],
    ],
  },
  {
    fault: 'hostile file, drop: scripts, prototype keys, 50 MB, deep nesting, too many events',
    ends: 'a sentence; nothing thrown, stored or run',
    held: [
      ['faults/hostile.spec.ts', '2,000 hostile files', 'C'],
      ['e2e/review.spec.ts', 'files that are not ours, too big or from elsewhere', 'C'],
      ['unit/session/files.test.ts', 'one place changed: never an exception', 'R'],
      ['unit/session/files.test.ts', 'signs changed anywhere, or the end torn off', 'R'],
      ['unit/session/files.test.ts', 'too many bytes, or too many gestures', 'R'],
    ],
  },
  {
    fault: 'no JavaScript, no style, no pictures',
    ends: 'the guide is whole, the simulator says what to do instead',
    held: [
      ['e2e/plain.spec.ts', 'no page shows a field or a button that would do nothing', 'C'],
      ['e2e/plain.spec.ts', 'what is hidden stays hidden', 'C'],
      ['e2e/plain.spec.ts', 'without pictures, each has words', 'C'],
    ],
  },
  {
    fault: 'no https: no worker',
    ends: 'everything but offline works, and that is said',
    held: [['e2e/plain-http.spec.ts', 'an exercise goes to its receipt', 'C']],
  },
  {
    fault: 'CPU six times slower',
    ends: 'a whole rehearsal, to the results',
    held: [['faults/device.spec.ts', 'a processor six times slower', 'C']],
  },
  {
    fault: '320 px, 400 %, text spacing, forced colours, reduced motion',
    ends: 'nothing cut, nothing slides sideways, nothing moves',
    held: [
      ['faults/device.spec.ts', 'magnified four times, letters spaced out', 'C'],
      ['e2e/pages.spec.ts', 'no page scrolls sideways at 320 px', 'C'],
    ],
  },
  {
    fault: 'print',
    ends: 'no step is cut',
    held: [['e2e/print.spec.ts', 'prints without a cut step', 'C']],
  },
  {
    fault: 'back, forward',
    ends: 'one gesture back; the exercise is offered where it stood',
    held: [
      ['e2e/desk.spec.ts', 'the browser’s Back is one gesture back', 'C'],
      ['faults/device.spec.ts', 'a page of the guide and back, forward and back again', 'C'],
    ],
  },
  {
    fault: 'a page frozen whole and woken by « back » (bfcache)',
    ends: 'it stands as it stood; what was done elsewhere meanwhile is said and followed',
    held: [
      ['faults/history.spec.ts', 'a frozen exercise wakes as it stood', 'C'],
      ['faults/history.spec.ts', 'somebody went on elsewhere while it was frozen', 'C'],
    ],
  },
  {
    fault: 'autofill, password managers, spell-checks that send words away',
    ends: 'no field is left to them; what one fills in all the same counts as typed',
    held: [
      ['faults/typing.spec.ts', 'no field of the guide is left to a password manager', 'C'],
      ['faults/typing.spec.ts', 'no field of a whole exercise', 'C'],
      ['faults/typing.spec.ts', 'filled in by an extension', 'C'],
    ],
  },
  {
    fault: 'double click, Enter held down',
    ends: 'counts once',
    held: [
      ['faults/device.spec.ts', 'Enter held down sends a form once', 'C'],
      ['e2e/desk.spec.ts', 'the choice on a ballot is in no storage', 'C'],
    ],
  },
  {
    fault: 'translation by the browser',
    ends: 'the exercise asks to be left in French, and goes to its receipt',
    held: [['faults/device.spec.ts', 'the browser translates the page', 'C']],
  },
  {
    fault: 'a form typed wrong, pasted with spaces',
    ends: 'each bad answer beneath its field, nothing of it kept',
    held: [['e2e/bad-input.spec.ts', 'the six letters of the start card take what is pasted', 'C']],
  },
  {
    fault: 'a request to anybody else',
    ends: 'none leaves: heard at a proxy',
    held: [['engines/journeys.spec.ts', 'nobody but the site was asked for anything', 'CFW']],
  },
];
