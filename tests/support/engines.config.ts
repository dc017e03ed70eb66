import { defineConfig } from '@playwright/test';

/** A short visit of the site as built in every engine of this machine. */
export default defineConfig({
  testDir: '../engines',
  outputDir: '../../test-results',
  fullyParallel: true,
  // An engine each: one is started while another is waited for.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json']],
});
