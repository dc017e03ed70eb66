/** The QR codes that devices make: another library reads them again. */
import { decodeQR } from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { qrModules, qrPath } from '../../../src/drawings/qr.ts';

/** The picture of some modules, each this many pixels wide. */
function picture(modules: readonly (readonly boolean[])[], scale: number) {
  const width = modules.length * scale;
  const data = new Uint8Array(width * width * 4);
  for (let at = 0; at < width * width; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const black = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] ?? false;
    data.set([...Array<number>(3).fill(black ? 0 : 255), 255], at * 4);
  }
  return { width, height: width, data };
}

/** What a path says again, module by module. */
function modulesOf(path: string, size: number): readonly (readonly boolean[])[] {
  const rows = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(run));
  return rows;
}

describe.each([
  'https://www.exemple.fr/elections/men-2026/grenoble/',
  'http://localhost:4321/ca-bloque/jamais-ouvert-ma-messagerie/',
  'https://isoloir.exemple-tres-long-pour-voir.fr/elections/men-2026/saint-pierre-et-miquelon/',
])('a code of %s', (address) => {
  const modules = qrModules(address);
  test('says it again', () => expect(decodeQR(picture(modules, 4))).toBe(address));
  test('has four white modules around it', () => {
    const edge = [0, 1, 2, 3].flatMap((at) => [at, modules.length - 1 - at]);
    expect(edge.flatMap((at) => [modules[at], modules.map((row) => row[at])]).flat()).not.toContain(
      true,
    );
  });
  test('is drawn as it is', () =>
    expect(modulesOf(qrPath(modules), modules.length)).toEqual(modules));
});

test('an address that no code can hold is refused', () =>
  expect(() => qrModules(`https://www.exemple.fr/${'a'.repeat(4000)}`)).toThrow());
