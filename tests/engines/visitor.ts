/** Somebody at a browser, whichever it is: finds things by the words on them, waits for what comes, presses for real. */
import type { Found, Tab } from './driver.ts';

/** Longest that anything is waited for, in milliseconds. A machine that does other things at once is slow, not wrong. */
const patience = 20_000;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Polls until `look` gives something; @throws with the words of `what` when it never does. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | null | undefined | false>,
): Promise<T> {
  const until = Date.now() + patience;
  let trouble = '';
  while (Date.now() < until) {
    try {
      const seen = await look();
      if (seen !== null && seen !== undefined && seen !== false) return seen;
    } catch (error) {
      // The page changed under the look, or is not there yet.
      trouble = String(error);
    }
    await pause(40);
  }
  throw new Error(`never: ${what} ${trouble}`);
}

const spaced = `normalize-space(translate(., '\u202f\u00a0', '  '))`;
const saying = (words: string) => `${spaced}="${words}" or starts-with(${spaced}, "${words}")`;

export class Visitor {
  readonly tab: Tab;

  constructor(tab: Tab) {
    this.tab = tab;
  }

  /** What is drawn, as one text with ordinary spaces. */
  async words(): Promise<string> {
    const text = await this.tab.run(() => document.body.innerText);
    return text.replace(/[\u202f\u00a0]/gu, ' ');
  }

  async sees(words: string): Promise<void> {
    let shown = '';
    await eventually(`« ${words} » on the page`, async () => {
      shown = await this.words();
      return shown.includes(words);
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}, which says: ${shown.slice(0, 1500)}`);
    });
  }

  /** Acts on the first such element that is shown, once it stands still: what arrives above it may push it away. */
  private async on(xpath: string, act: (one: Found) => Promise<void>): Promise<void> {
    await eventually(xpath, async () => {
      for (const one of await this.tab.find(xpath))
        if (await one.isShown()) {
          const before = await one.place();
          await pause(60);
          if ((await one.place()) !== before) return false;
          await act(one);
          return true;
        }
      return false;
    });
  }

  /** The first button or link whose words are these, or begin so. */
  async press(words: string): Promise<void> {
    // A gesture that is still being sent takes no other one.
    await eventually('the desk at rest', () =>
      this.tab.run(() => document.querySelector('.frame[aria-busy="true"]') === null),
    );
    await this.on(
      `//*[self::button[not(@disabled)] or self::a or self::summary][${saying(words)}]`,
      (one) => one.click(),
    );
  }

  choose(label: string): Promise<void> {
    return this.on(
      `//label[${saying(label)}]//input | //input[@id=//label[${saying(label)}]/@for]`,
      (one) => one.click(),
    );
  }

  /** Types into the field under that label. */
  write(label: string, text: string): Promise<void> {
    return this.on(`//input[@id=//label[${saying(label)}]/@for]`, (one) => one.type(text));
  }

  give(fieldId: string, path: string): Promise<void> {
    return this.on(`//input[@id="${fieldId}"]`, (one) => one.give(path));
  }
}
