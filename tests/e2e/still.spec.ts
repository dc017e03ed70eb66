// What a script adds to a page has its place before it comes: nothing moves under a finger.
import { expect, test } from '../support/guide-test.ts';

const drawn = [
  '/',
  '/elections/men-2026/la-reunion/',
  '/ca-bloque/code-perdu/',
  '/memo/',
  '/partager/la-reunion/',
  '/partager/la-reunion/papillon/',
  '/recherche/',
  '/signaler/',
  '/animer/imprimer/',
  '/simulateur/',
] as const;

for (const width of [360, 412, 1280])
  test(`nothing moves while a page arrives, ${String(width)} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    // The data of an election comes after the card that asks which.
    await page.route('**/data/**', async (route) => {
      await new Promise((done) => setTimeout(done, 300));
      await route.continue();
    });
    for (const path of drawn) {
      await page.goto(path);
      if (path === '/simulateur/')
        await expect(page.getByRole('button', { name: 'Commencer l’exercice' })).toBeEnabled();
      else await page.waitForTimeout(600);
      const moved = await page.evaluate(
        () =>
          new Promise<number>((done) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                sum += 'value' in entry ? Number(entry.value) : 0;
            }).observe({ type: 'layout-shift', buffered: true });
            setTimeout(() => done(sum), 100);
          }),
      );
      expect(moved, path).toBeLessThan(0.001);
    }
  });
