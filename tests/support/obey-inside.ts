/** A whole way without hands, from inside the page, in a second or two: uses whatever « guidé » marks, until nothing is marked. */

/** Everything that the guide marks: a control, or the group in which to choose. */
export const marks = '[aria-describedby~="a-utiliser"], [aria-describedby~="choisissez"]';
/** More presses than any way needs. */
export const patience = 600;

/**
 * Runs in the page: it sees nothing of this file. After each gesture that was taken, it says in the console how many
 * sentences the open journal shows, unless the desk says that this device keeps nothing.
 * @throws when more than one control is marked, or when the marks lead round in circles
 */
export async function obeyInside([marked, most]: readonly [string, number]): Promise<void> {
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const type = (field: HTMLInputElement | HTMLSelectElement, text: string) => {
    field.value = text;
    field.dispatchEvent(new Event(field.localName === 'input' ? 'input' : 'change'));
  };
  for (let press = 0; press < most; press += 1) {
    await pause(0);
    const frame = document.querySelector('.frame');
    while (frame?.getAttribute('aria-busy') === 'true') await pause(2);
    if (document.querySelector('.side')?.textContent?.includes('Gardé sur'))
      console.debug(`acknowledged ${String(document.querySelectorAll('.journal p').length)}`);
    const [one, other] = frame?.querySelectorAll(marked) ?? [];
    if (!one) return;
    if (other || !one.checkVisibility()) throw new Error('one control is marked, and seen');
    const image = [...document.querySelectorAll('.frame article svg[role="img"] text')];
    if (one instanceof HTMLButtonElement) one.click();
    else if (one instanceof HTMLSelectElement) type(one, one.options[1]?.value ?? '');
    else if (one instanceof HTMLInputElement)
      type(
        one,
        image
          .map(({ textContent }) => textContent)
          .join('')
          .replaceAll('\u00a0', ' '),
      );
    else [...one.querySelectorAll<HTMLElement>('input, button')].at(-1)?.click();
  }
  throw new Error('the marks lead round in circles');
}
