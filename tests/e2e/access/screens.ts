// Every screen of every election, opened by its own link; what is measured on each.
import type { Page } from '@playwright/test';
import { editionIds, loadCodes, loadEdition } from '../../../src/lib/editions.ts';
import type { Screen } from '../../../src/simulator/core/edition.ts';
import { printLink } from '../../../src/simulator/links.ts';
import { expect } from '../../support/policy-watch.ts';

export { editionIds };

export function screensOf(edition: string): readonly Screen[] {
  return Object.values(loadEdition(edition).screens);
}

/** The page of an exercise that stands on this screen, once somebody has started it. */
export async function openScreen(page: Page, edition: string, screen: string): Promise<void> {
  const { academies, editions, exercises, profiles, screens } = loadCodes();
  const hash = printLink(
    { academies, editions, exercises, profiles, screens },
    {
      ...{ edition, academy: 'grenoble', profile: 'certifie', exercise: 'parcours-complet' },
      ...{ seed: 'KMPRTV', seat: null, step: null, screen },
    },
  );
  if (hash === null) throw new Error(`no link to ${screen} of ${edition}`);
  // Elsewhere first: from one exercise to another, the address alone would change.
  await page.goto('/404.html');
  await page.goto(`/simulateur/${hash}`);
  await page.getByRole('button', { name: 'Commencer l’exercice' }).click();
  await expect(page.locator('#titre-ecran')).toBeFocused();
}

/**
 * Whatever a finger or a pointer aims at, with less than 24 pixels a side and another target so near that a circle of 24
 * pixels around its middle would touch it (WCAG 2.5.8); links inside a sentence are let be.
 */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const targets = 'a[href], button, input, select, textarea, summary, [role="button"]';
    const seen = [...document.querySelectorAll<HTMLElement>(targets)]
      .map((element) => {
        // A box and its words are one target.
        const label = element instanceof HTMLInputElement ? element.closest('label') : null;
        return { element, box: (label ?? element).getBoundingClientRect() };
      })
      .filter(
        ({ element, box }) =>
          element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.right > 0,
      );
    const middle = ({ left, top, width, height }: DOMRect) => [left + width / 2, top + height / 2];
    const isSmall = ({ width, height }: DOMRect) => width < 24 || height < 24;
    const touches = (one: DOMRect, other: DOMRect) => {
      const [x = 0, y = 0] = middle(one);
      const [u = 0, v = 0] = middle(other);
      const across = Math.max(other.left - x, 0, x - other.right);
      const along = Math.max(other.top - y, 0, y - other.bottom);
      return Math.hypot(across, along) < 12 || (isSmall(other) && Math.hypot(x - u, y - v) < 24);
    };
    return seen
      .filter(({ element, box }) => {
        const inSentence =
          element.matches('a') &&
          getComputedStyle(element).display === 'inline' &&
          (element.parentElement?.textContent ?? '').trim() !== (element.textContent ?? '').trim();
        return (
          isSmall(box) &&
          !inSentence &&
          seen.some((other) => other.element !== element && touches(box, other.box))
        );
      })
      .map(
        ({ element, box }) =>
          `${String(Math.round(box.width))} × ${String(Math.round(box.height))}: ${element.outerHTML.slice(0, 100)}`,
      );
  });
}

/** Buttons and links that are called otherwise than they look: whoever speaks to the machine says what is seen. */
export function namesApart(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const plain = (words: string) =>
      words
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
    return [...document.querySelectorAll<HTMLElement>('button[aria-label], a[aria-label]')]
      .filter((one) => !plain(one.ariaLabel ?? '').includes(plain(one.innerText)))
      .map((one) => `« ${one.innerText} » is called « ${one.ariaLabel ?? ''} »`);
  });
}

/**
 * One Tab after the other through the whole page: each stop has a ring of 3:1 at least against what is around it, is in
 * sight, and is not hidden behind anything that stays put.
 * @returns what fails, and how many stops there were
 */
export async function tabThrough(
  page: Page,
): Promise<{ readonly stops: number; readonly faults: readonly string[] }> {
  await page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement) activeElement.blur();
    window.scrollTo(0, 0);
  });
  const faults: string[] = [];
  let stops = 0;
  for (; stops < 250; stops += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return 'end';
      if (element instanceof HTMLElement && element.dataset['tabbed'] !== undefined) return 'end';
      if (element instanceof HTMLElement) element.dataset['tabbed'] = '';
      const what = element.outerHTML.slice(0, 90);
      const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
      const luminance = (colour: string) => {
        const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/gu) ?? []).map(Number);
        const [x = 0, y = 0, z = 0] = [r, g, b].map((part) => {
          const share = part / 255;
          return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return { light: 0.2126 * x + 0.7152 * y + 0.0722 * z, clear: a === 0 };
      };
      if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return `no ring: ${what}`;
      // Outside of the thing, the ring lies on what is behind it.
      let behind = Number.parseFloat(outlineOffset) < 0 ? element : element.parentElement;
      while (behind && luminance(getComputedStyle(behind).backgroundColor).clear)
        behind = behind.parentElement;
      const [ring, floor] = [
        luminance(outlineColor).light,
        luminance(getComputedStyle(behind ?? document.body).backgroundColor).light,
      ];
      const contrast = (Math.max(ring, floor) + 0.05) / (Math.min(ring, floor) + 0.05);
      if (contrast < 3) return `ring of ${contrast.toFixed(1)}: ${what}`;
      const { left, top, right, bottom, width } = element.getBoundingClientRect();
      if (width === 0 || bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth)
        return `out of sight: ${what}`;
      const points = [...Array(9).keys()].map((n) => [
        left + ((right - left) * (1 + (n % 3) * 2)) / 6,
        top + ((bottom - top) * (1 + Math.floor(n / 3) * 2)) / 6,
      ]);
      const shown = points.some(([x = 0, y = 0]) => {
        const on = document.elementFromPoint(x, y);
        return on !== null && (element.contains(on) || on.contains(element));
      });
      return shown ? '' : `covered: ${what}`;
    });
    if (fault === 'end') break;
    if (fault !== '') faults.push(fault);
  }
  return { stops, faults };
}
