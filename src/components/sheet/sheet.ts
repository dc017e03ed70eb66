/** Just before printing: the code of the address, the line that the reader typed, the day. All of it stays in the page. */
import { qrDrawing } from '../../drawings/qr.ts';

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);

function enhance(): void {
  for (const host of all('.host')) host.textContent = location.host;
  for (const place of all('[data-qr]')) {
    const { qr = '/', site } = place.dataset;
    const address = (site === undefined ? location.origin : `https://${site}`) + qr;
    place.replaceChildren(qrDrawing(address, `Code QR vers ${address}`));
  }
  const today = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long' }).format(new Date());
  for (const place of all('[data-printed]')) place.textContent = `, imprimée le ${today}`;
  // Without this script the field would print nothing.
  for (const own of all('[data-own]')) own.hidden = false;
  const field = document.querySelector<HTMLInputElement>('[data-my-line]');
  field?.addEventListener('input', () => {
    for (const line of all('[data-mine]')) {
      line.textContent = field.value.trim();
      line.hidden = line.textContent === '';
    }
  });
  const button = document.querySelector<HTMLButtonElement>('[data-print]');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    print();
  });
}

enhance();
document.addEventListener('isoloir:refreshed', enhance);
