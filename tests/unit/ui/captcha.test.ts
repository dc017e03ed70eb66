/** The exercise whose images nobody can read: they are drawn so, said so, and the ways out are there. */
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import type { CaptchaPlace } from '../../../src/simulator/core/edition.ts';
import { captchaText } from '../../../src/simulator/core/views.ts';
import { Captcha } from '../../../src/simulator/ui/captcha.tsx';
import { editionOf } from '../../support/scenario.ts';
import { gesture, sitDown, type Player } from '../exercises/player.ts';
import { deskOf } from './support.ts';

const exercise = 'captcha-illisible';
const shown = ({ edition, world }: Player, place: CaptchaPlace): string =>
  renderToString(h(Captcha, { desk: deskOf(edition, world), place, renew: 'autre image' }));

/** Where the signs stand, from left to right. */
const spots = (html: string): readonly number[] =>
  [...html.matchAll(/<text x="([\d.]+)"/gu)].map(([, x]) => Number(x));

/** Narrower than one sign: they stand on one another. */
const isHeap = (html: string): boolean => Math.max(...spots(html)) - Math.min(...spots(html)) < 27;

describe.each([
  ['men-2014', 'account'],
  ['men-2022', 'sign-in'],
] as const)('%s', (id, place) => {
  test.each(['KMPRTV', 'ACDEFG', 'TUTEUR.7'])(
    '%s: the image that stands there is a heap of signs, and is said to be; the next one is clear',
    (seed) => {
      const player = sitDown(id, exercise, seed);
      const first = shown(player, place);
      expect(spots(first)).toHaveLength(captchaText(player.edition, player.world, place).length);
      expect(isHeap(first)).toBe(true);
      expect(first.match(/class="noise"/gu)).toHaveLength(12);
      // In words too, for whoever does not see it, with what can be done instead.
      expect(first).toMatch(/aria-label="Image illisible pour tout le monde[^"]*lire les signes/u);
      expect(first).toContain('Personne ne peut lire cette image');
      expect(first).toContain('autre image');
      expect(first).toContain('les signes');
      expect(shown(sitDown(id, exercise, seed), place)).toBe(first);

      gesture(player, { type: 'RenewCaptcha', place });
      const second = shown(player, place);
      expect(isHeap(second)).toBe(false);
      expect(second).toContain('aria-label="Image déformée');
      expect(second).not.toContain('Personne ne peut lire');
    },
  );

  test('elsewhere every image can be read, the first one too', () => {
    for (const one of Object.keys(editionOf(id).exercises).filter((name) => name !== exercise)) {
      const player = sitDown(id, one);
      expect(isHeap(shown(player, place)), one).toBe(false);
    }
  });
});
