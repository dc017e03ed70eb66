import { expect, test } from 'vitest';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { readWrk } from '../../src/tools/load.ts';
import { precompress } from '../../src/tools/precompress.ts';

test('what wrk says at its end is read, its failures too', () => {
  const said = [
    '  Latency Distribution',
    '     50%  772.00us',
    '     99%   43.07ms',
    '  600000 requests in 10.03s, 4.1GB read',
    'Requests/sec:  59824.10',
  ];
  const read = { perSecond: 59824.1, median: '772.00us', p99: '43.07ms', failed: false };
  expect(readWrk(said.join('\n'))).toEqual(read);
  expect(readWrk([...said, '  Non-2xx or 3xx responses: 12'].join('\n')).failed).toBe(true);
});

test('a packed file stands beside its own, says the same, and hosts’ files have none', () => {
  const dir = mkdtempSync(join(tmpdir(), 'isoloir-packed-'));
  const text = 'isoloir '.repeat(200);
  for (const name of ['index.html', '_headers']) writeFileSync(join(dir, name), text);
  writeFileSync(join(dir, 'small.txt'), 'a');
  expect(precompress(dir).files).toBe(1);
  const names = ['_headers', 'index.html', 'index.html.br', 'index.html.gz', 'small.txt'];
  expect(readdirSync(dir).sort()).toEqual(names);
  const packed = (end: string) => readFileSync(join(dir, `index.html.${end}`));
  expect(brotliDecompressSync(packed('br')).toString()).toBe(text);
  expect(gunzipSync(packed('gz')).toString()).toBe(text);
  rmSync(dir, { recursive: true });
});
