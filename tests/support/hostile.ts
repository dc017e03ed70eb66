/** Links as somebody who means harm, or a chat that mangles them, would write them. */
import fc from 'fast-check';

const pieces = fc.constantFrom(
  ...['1', '2', 'e8', 'e2', 'gr', 'cd', 'pc', 'KMPRTV', '7', '31', 'v', 'm'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'prototype', '..', '%2e%2e', ''],
  ...['<img src=x onerror=alert(1)>', '<script>alert(1)</script>', 'javascript:alert(1)'],
  ...[
    '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    '%E0%A4%A',
    '\u202e',
    '\u0000',
    '🗳',
    '١',
    'ＫＭＰＲＴＶ',
  ],
  ...['x'.repeat(5000), '9'.repeat(400), '-1', '1e3', 'NaN', 'null', "');alert(1)//", '{{7*7}}'],
);

/** A hash with its « # » or without; mostly near ours, never one of ours for sure. */
export const hostileHash: fc.Arbitrary<string> = fc
  .oneof(
    { weight: 4, arbitrary: fc.array(pieces, { maxLength: 10 }).map((all) => all.join('.')) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.nat({ max: 25 }), fc.oneof(pieces, fc.string({ maxLength: 6, unit: 'grapheme' })))
        .map(
          ([at, by]) =>
            `1.e8.gr.cd.pc.KMPRTV.7.v`.slice(0, at) + by + `1.e8.gr.cd.pc.KMPRTV.7.v`.slice(at + 1),
        ),
    },
    { weight: 2, arbitrary: fc.string({ maxLength: 60, unit: 'binary' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('relire', 'simulateur', 'contenu', 'depart', 'relire<script>'),
    },
  )
  .chain((hash) => fc.constantFrom(`#${hash}`, hash));
