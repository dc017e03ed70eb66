// Two pairs of hands on the same page: a pointer, or a keyboard alone. Both find things by role and name.
import { expect, type Locator, type Page } from '@playwright/test';

type Named = string | RegExp;

export interface Hands {
  readonly page: Page;
  /** A button or a link, inside `within` when given. */
  press(role: 'button' | 'link' | 'radio', name: Named, within?: Locator): Promise<void>;
  write(label: Named, text: string): Promise<void>;
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

/** A gesture that is still being sent takes no other one. */
async function settled(page: Page): Promise<void> {
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
  };
}

/** As many Tab presses as any page can need. */
const patience = 400;

/**
 * Reaches everything with Tab (arrows inside a group of radios), acts with Enter and Space, never with a pointer.
 * @throws when a thing cannot be reached: that is what the journey proves
 */
export function keyboard(page: Page): Hands {
  const focused = (target: Locator) =>
    target.evaluate((element) => element === element.ownerDocument.activeElement);
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
    for (let pressed = 0; pressed < patience; pressed += 1) {
      if (await focused(target)) return;
      await page.keyboard.press(key);
    }
    throw new Error(`not reached by keyboard: ${String(target)}`);
  }
  return {
    page,
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
        return;
      }
      await reach(target);
      await page.keyboard.press('Enter');
    },
    write: async (label, text) => {
      await reach(field(page, label));
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
  };
}
