// What a screen reader would say of a page, taken from the browser's own accessibility tree and from its live regions.
import type { CDPSession, Page } from '@playwright/test';
import { settled, type Hands } from '../journeys/hands.ts';

interface Node {
  readonly ignored?: boolean;
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
  readonly description?: { readonly value?: unknown };
  readonly value?: { readonly value?: unknown };
  readonly properties?: readonly {
    readonly name: string;
    readonly value: { readonly value?: unknown };
  }[];
}

/** States that are worth saying when they are so. */
const states = ['disabled', 'invalid', 'expanded', 'checked', 'selected', 'required', 'readonly'];

/** One space wherever there is white: a width is not heard. */
const flat = (words: unknown): string =>
  (typeof words === 'string' || typeof words === 'number' ? String(words) : '')
    .replace(/\s+/gu, ' ')
    .trim();

/** « button "Valider", described: …, expanded: false ». */
function spoken(node: Node): string {
  const { role, name, description, value, properties = [] } = node;
  const told = properties
    .filter(
      ({ name: state, value: { value: how } }) =>
        states.includes(state) && (how === true || how === 'true' || state === 'expanded'),
    )
    .map(({ name: state, value: { value: how } }) => (how === false ? `not ${state}` : state));
  const held = flat(value?.value);
  return [
    `${flat(role?.value)} "${flat(name?.value)}"`,
    ...(held === '' ? [] : [`value "${held}"`]),
    ...told,
    ...(flat(description?.value) === '' ? [] : [`described "${flat(description?.value)}"`]),
  ].join(', ');
}

/**
 * Listens to the live regions of every page, from before it is read: a region speaks when its words change, with the
 * words it has in the end; one that comes with its words already in it speaks only when it is an alert.
 */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const live = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    const heard: { readonly region: Element; before: string }[] = [];
    const known = new Map<Element, string>();
    const words = (region: Element) => (region.textContent ?? '').replace(/\s+/gu, ' ').trim();
    const look = () => {
      for (const region of document.querySelectorAll(live)) {
        const said = known.get(region);
        const now = words(region);
        if (said === now) continue;
        known.set(region, now);
        const late = said === undefined && region.getAttribute('role') !== 'alert';
        if (!late && now !== '') heard.push({ region, before: now });
      }
    };
    addEventListener('DOMContentLoaded', () => {
      new MutationObserver(look).observe(document.body, {
        ...{ childList: true, subtree: true, characterData: true },
      });
    });
    Object.defineProperty(window, 'heardSoFar', {
      value: () => {
        look();
        // Several changes in one go are one thing to say: the last words.
        const last = new Map(heard.splice(0).map(({ region, before }) => [region, before]));
        return [...last].map(
          ([region, said]) =>
            `${region.getAttribute('role') === 'alert' ? 'alert' : 'status'} "${said}"`,
        );
      },
    });
  });
}

/** A name as somebody would say it: of a pattern, the words. */
function wordsOf(name: string | RegExp | number): string {
  if (!(name instanceof RegExp)) return `"${String(name)}"`;
  const words = name.source.replace(/\(.*?\)\?|[$^]/gu, '').replaceAll('\\s*', ' ');
  return `"${words.replaceAll('\\', '').trim()}…"`;
}

/** Hands that tell what they press, and what is heard and read after it. */
export interface Listener {
  readonly hands: Hands;
  /** The lines so far. */
  readonly lines: readonly string[];
  /** A title between two parts. */
  readonly chapter: (title: string) => void;
}

/**
 * Puts ears on a pair of hands. Each gesture gives: what has the focus before Enter, what live regions say, where the
 * focus is then; for a page that comes up, everything on it from top to bottom; on the same page, what is new.
 */
export async function aloud(page: Page, hands: Hands): Promise<Listener> {
  await listen(page);
  const lines: string[] = [];
  const tree: CDPSession = await page.context().newCDPSession(page);
  await tree.send('Accessibility.enable');
  const focused = async (): Promise<string> => {
    const { result } = await tree.send('Runtime.evaluate', {
      expression: 'document.activeElement',
    });
    const { objectId } = result;
    if (objectId === undefined) return 'nothing';
    const { nodes } = await tree.send('Accessibility.getPartialAXTree', {
      ...{ objectId, fetchRelatives: false },
    });
    return spoken(nodes[0] ?? {});
  };
  let shown = '';
  let read: readonly string[] = [];
  /** What one learns without asking, then the page when it is another one. */
  const after = async (): Promise<void> => {
    await settled(page);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    const heard = await page.evaluate(() => {
      const ask: unknown = Reflect.get(window, 'heardSoFar');
      const said: unknown = typeof ask === 'function' ? Reflect.apply(ask, window, []) : [];
      return Array.isArray(said) ? said.map(String) : [];
    });
    lines.push(...heard.map((words) => `  hears ${words}`));
    lines.push(`  on ${await focused()}`);
    const heading = page.locator('#titre-ecran');
    if ((await heading.count()) === 0) return;
    const now = flat(await heading.textContent());
    const whole = (await page.getByRole('article').ariaSnapshot()).split('\n');
    const fresh = now === shown ? whole.filter((one) => !read.includes(one)) : whole;
    const title = now === shown ? '  new on the page:' : '  the page, from top to bottom:';
    shown = now;
    read = whole;
    if (fresh.length > 0) lines.push(title, ...fresh.map((one) => `    ${one}`));
  };
  const told = async (gesture: string, act: () => Promise<void>): Promise<void> => {
    await act();
    lines.push(gesture);
    await after();
  };
  return {
    lines,
    chapter: (title) => void lines.push('', `## ${title}`, ''),
    hands: {
      page,
      press: (role, name, within) =>
        told(`presses ${role} ${wordsOf(name)}`, () => hands.press(role, name, within)),
      write: (label, text) =>
        told(`writes "${text}" in ${wordsOf(label)}`, () => hands.write(label, text)),
      select: (label, option) =>
        told(`takes ${wordsOf(option)} in ${wordsOf(label)}`, () => hands.select(label, option)),
    },
  };
}

/**
 * Whatever takes the focus on this page, in the order of the accessibility tree: the order of Tab, as long as nothing
 * has an order of its own.
 */
export async function focusOrder(page: Page): Promise<readonly string[]> {
  const tree = await page.context().newCDPSession(page);
  const { nodes } = await tree.send('Accessibility.getFullAXTree');
  await tree.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const order: string[] = [];
  const walk = (id: string): void => {
    const node = byId.get(id);
    if (!node) return;
    const { properties = [], role, ignored } = node;
    const takes = properties.some(
      ({ name, value }) => name === 'focusable' && value.value === true,
    );
    const off = properties.some(({ name, value }) => name === 'disabled' && value.value === true);
    const silent = ['RootWebArea', 'heading', 'generic', 'none', 'group', 'alert', 'main'];
    if (takes && !off && !ignored && !silent.includes(String(role?.value)))
      order.push(`${flat(role?.value)} "${flat(node.name?.value)}"`);
    for (const child of node.childIds ?? []) walk(child);
  };
  walk(nodes[0]?.nodeId ?? '');
  return order;
}
