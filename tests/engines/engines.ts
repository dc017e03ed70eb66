/** The engines that this machine has; the tools tell which are missing. */
import { findBrowser, findFirefox, findWebKit } from '../../src/tools/browser.mjs';
import type { Engine } from './driver.ts';
import type { ListeningProxy } from './listening-proxy.ts';
import { chromium, firefox } from './puppeteer.ts';
import { webkit } from './webkit.ts';

const [one, two, three] = [await findBrowser(), findFirefox(), findWebKit()];

export const engines: readonly Engine[] = [
  ...(one === null ? [] : [chromium(one)]),
  ...(two === null ? [] : [firefox(two)]),
  ...(three === null ? [] : [webkit(three)]),
];

/** Who was asked besides the site and those that the browser calls by itself. */
export function askedBeyond(engine: Engine, { elsewhere }: ListeningProxy): readonly string[] {
  const own = (host: string) =>
    engine.own.some(({ domain }) => `.${host.replace(/:\d+$/u, '')}`.endsWith(`.${domain}`));
  return [...new Set(elsewhere)].filter((host) => !own(host));
}
