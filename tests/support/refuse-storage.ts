/** A browser that refuses to keep anything, as in a locked room: from the first script on. */
import type { Page } from '@playwright/test';

/** Every door to storage throws, as Firefox and Chromium do under such a policy. */
export async function refuseStorage(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
  });
}
