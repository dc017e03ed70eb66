import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser, findLightBrowser } from '../../src/tools/browser.mjs';

/** How a browser is started; without a path, Playwright looks for its own. */
const started = (executablePath: string | null) => ({
  args: [...browserFlags],
  ...(executablePath === null ? {} : { executablePath }),
});
const port = Number(process.env['ISOLOIR_TEST_PORT'] ?? 4329);

/** Journeys over the site as built: `npm run build` first. */
export default defineConfig({
  testDir: '..',
  projects: [
    {
      name: 'pages',
      testMatch: 'e2e/**/*.spec.ts',
      use: {
        launchOptions: started(await findLightBrowser()),
        // As in a browser with a window, a tap may write there.
        permissions: ['clipboard-write'],
      },
    },
    // What a browser does around a page (history, what it offers to fill in, its death) needs the whole browser.
    {
      name: 'pannes',
      testMatch: 'faults/**/*.spec.ts',
      use: { launchOptions: started(await findBrowser()) },
    },
  ],
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  // A machine that does other things at once is slow, not wrong.
  expect: { timeout: 10_000 },
  forbidOnly: true,
  // `PLAYWRIGHT_JSON_OUTPUT_NAME` says where the second one goes.
  reporter: [['list'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    trace: 'off',
    // A gesture that cannot be made says so at once; it doesn't eat the whole time of its test.
    actionTimeout: 30_000,
  },
  webServer: {
    command: `node src/tools/serve.ts --port ${port}`,
    cwd: new URL('../..', import.meta.url).pathname,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
