// Two pairs of hands on the same page: a pointer, or a keyboard alone. Both find things by role and name.
import { expect, type Locator, type Page } from '@playwright/test';

type Named = string | RegExp;

export interface Hands {
  readonly page: Page;
  /** A button or a link, inside `within` when given. */
  press(role: 'button' | 'link' | 'radio', name: Named, within?: Locator): Promise<void>;
  write(label: Named, text: string): Promise<void>;
  /** The option with these words, or the one at this place, of a list that unfolds. */
  select(label: Named, option: string | number): Promise<void>;
}

/** Hands that can also only go there: to a thing that is neither pressed nor filled in, a slider, a list that unfolds. */
export interface Keyboard extends Hands {
  reach(target: Locator): Promise<void>;
}

function find(
  page: Page,
  role: 'button' | 'link' | 'radio',
  name: Named,
  within?: Locator,
): Locator {
  const exact = typeof name === 'string';
  return (within ?? page).getByRole(role, { name, exact }).first();
}

function field(page: Page, label: Named): Locator {
  return page.getByRole('textbox', { name: label, exact: typeof label === 'string' }).first();
}

function list(page: Page, label: Named): Locator {
  return page.getByRole('combobox', { name: label, exact: typeof label === 'string' }).first();
}

/** A gesture that is still being sent takes no other one. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('.frame[aria-busy="true"]')).toHaveCount(0);
}

export function pointer(page: Page): Hands {
  return {
    page,
    press: async (role, name, within) => {
      await settled(page);
      const target = find(page, role, name, within);
      await (role === 'radio' ? target.check() : target.click());
    },
    write: async (label, text) => field(page, label).fill(text),
    select: async (label, option) => {
      await list(page, label).selectOption(typeof option === 'number' ? { index: option } : option);
    },
  };
}

/** As many Tab presses as any page can need. */
const patience = 400;

/**
 * Inside an exercise, whoever has no pointer always stands somewhere, and sees where: the focus is on no empty page, and
 * has a ring. A page that was just opened begins at its top, as every page does.
 */
async function standsSomewhere(page: Page): Promise<void> {
  await settled(page);
  await expect
    .poll(() =>
      page
        .evaluate(() => {
          if (!document.querySelector('.frame')) return 'elsewhere';
          const here = document.activeElement;
          if (!here || here === document.body) return 'focus lost';
          const { outlineStyle, outlineWidth } = getComputedStyle(here);
          const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
          return ring && here.matches(':focus-visible') ? 'seen' : `no ring: ${here.outerHTML}`;
        })
        // A page that gives way to another is asked again.
        .catch(() => 'leaving'),
    )
    .toMatch(/^(?:elsewhere|seen)$/);
}

/**
 * Reaches everything with Tab (arrows inside a group of radios), acts with Enter and Space, never with a pointer.
 * @throws when a thing cannot be reached: that is what the journey proves
 */
export function keyboard(page: Page): Keyboard {
  /** What stands above is reached backwards, as anybody would. */
  const isAbove = (target: Locator) =>
    target.evaluate((element) => {
      const here = element.ownerDocument.activeElement;
      if (here === null || here === element.ownerDocument.body) return false;
      return (here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    });
  async function reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    const key = (await isAbove(target)) ? 'Shift+Tab' : 'Tab';
    // Looked up once a tour, not at each press: names are slow to compute. Drawn anew meanwhile, it is looked up again.
    let wanted = await target.elementHandle();
    for (let pressed = 1; pressed <= patience; pressed += 1) {
      if (await wanted?.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press(key);
      if (pressed % 50 === 0) wanted = await target.elementHandle();
    }
    throw new Error(`not reached by keyboard: ${String(target)}`);
  }
  return {
    page,
    reach,
    press: async (role, name, within) => {
      await settled(page);
      const target = find(page, role, name, within);
      if (role === 'radio') {
        // Radios of one name share one stop; the arrows walk among them and choose.
        const group = await target.getAttribute('name');
        const first = page.locator(`input[type=radio][name="${group ?? ''}"]`);
        await expect(first.first()).toBeVisible();
        for (let pressed = 0; pressed < patience; pressed += 1) {
          const inside = await first.evaluateAll((all) =>
            all.some((one) => one === document.activeElement),
          );
          if (inside) break;
          await page.keyboard.press('Tab');
        }
        await page.keyboard.press('Space');
        for (let pressed = 0; pressed < 12 && !(await target.isChecked()); pressed += 1) {
          await page.keyboard.press('ArrowDown');
        }
        await expect(target).toBeChecked();
        return standsSomewhere(page);
      }
      await reach(target);
      await page.keyboard.press('Enter');
      await standsSomewhere(page);
    },
    write: async (label, text) => {
      await reach(field(page, label));
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
      await standsSomewhere(page);
    },
    select: async (label, option) => {
      const target = list(page, label);
      await reach(target);
      const chosen = () =>
        target.evaluate((one) =>
          one instanceof HTMLSelectElement
            ? { at: one.selectedIndex, words: one.selectedOptions[0]?.text.trim() ?? '' }
            : { at: -1, words: '' },
        );
      await page.keyboard.press('Home');
      for (let pressed = 0; pressed < patience; pressed += 1) {
        const { at, words } = await chosen();
        if (at === option || words === option) return standsSomewhere(page);
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`not in the list: ${String(option)}`);
    },
  };
}

/** A journey is walked twice: with a pointer, and by keyboard alone. */
export const everyHands = [
  { how: '', hands: pointer, patience: 60_000 },
  { how: ', by keyboard alone', hands: keyboard, patience: 360_000 },
] as const;
