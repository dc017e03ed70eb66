/** What somebody gets who pastes: by the keyboard, since our pages may not read the clipboard. */
import type { Page } from '@playwright/test';

export async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'pasted-here';
    document.body.append(field);
    field.focus();
  });
  const field = page.locator('#pasted-here');
  await page.keyboard.press('ControlOrMeta+V');
  const text = await field.inputValue();
  await field.evaluate((element) => element.remove());
  return text;
}
