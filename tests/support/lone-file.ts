/** The simulator in one file, opened as in a locked room: from a disk, no network from the first byte, storage refused. */
import { chromium, expect, type BrowserContext } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadCodes } from '../../src/lib/editions.ts';
import { printLink, type StartLink } from '../../src/simulator/links.ts';
import { browserFlags, findBrowser } from '../../src/tools/browser.mjs';
import { loneFile } from '../../src/tools/dist.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { watchPolicy } from './policy-watch.ts';

/** The one of the built site, as a double-click opens it. */
export const loneAddress = pathToFileURL(join(siteFolder, loneFile)).href;

/** The whole way of 2018, in Grenoble, from one step on. */
export function loneHash(step: StartLink['step']): string {
  const { academies, editions, exercises, profiles, screens } = loadCodes();
  const link = { edition: 'men-2018', academy: 'grenoble', profile: 'certifie' } as const;
  return (
    printLink(
      { academies, editions, exercises, profiles, screens },
      { ...link, exercise: 'parcours-complet', seed: 'KMPRTV', seat: null, step },
    ) ?? ''
  );
}

/** In the page: asks a door of this machine that nobody opens, and tells what stopped it. */
export function callAnywhere(): Promise<string> {
  return new Promise((done) => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      done(`${effectiveDirective} refuses`),
    );
    fetch('http://127.0.0.1:9/').then(
      () => done('answered'),
      // The policy speaks first; what comes later is the network's.
      () => setTimeout(() => done('the network refuses'), 1000),
    );
  });
}

/**
 * A browser of its own. Closing it fails when a page broke its policy, but for {@link callAnywhere}.
 * @param storage what the profile says of site data; a page script could not refuse it that early
 * @param network none from the first byte, unless the test serves a site
 */
export async function lockedRoom(
  storage: 'refused' | 'allowed',
  network: 'offline' | 'online' = 'offline',
): Promise<{ readonly context: BrowserContext; readonly close: () => Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'isoloir-salle-'));
  if (storage === 'refused') {
    mkdirSync(join(profile, 'Default'));
    writeFileSync(
      join(profile, 'Default', 'Preferences'),
      JSON.stringify({ profile: { default_content_setting_values: { cookies: 2 } } }),
    );
  }
  const executablePath = await findBrowser();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === null ? {} : { executablePath }),
    args: [
      ...browserFlags,
      ...(network === 'offline' ? ['--host-resolver-rules=MAP * ~NOTFOUND'] : []),
    ],
    offline: network === 'offline',
    locale: 'fr-FR',
  });
  const violations: string[] = [];
  await watchPolicy(context, violations);
  return {
    context,
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
      const meant = /^connect-src refuses http:\/\/127\.0\.0\.1:9/u;
      expect(violations.filter((what) => !meant.test(what))).toEqual([]);
    },
  };
}
