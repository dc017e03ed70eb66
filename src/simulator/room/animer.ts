/** /animer/ on a screen: a button; choosing a class code comes only when somebody wants one, or brings one. */
import { make } from '../../scripts/element.ts';
import { roomPageOf } from './room-page.ts';

const isCode = (hash: string): boolean => /^#\d\./u.test(hash);

function enhance(): void {
  const place = document.querySelector<HTMLElement>('[data-room]');
  const page = place && roomPageOf(place);
  if (!place || !page) return;
  const button = make('button', { type: 'button', class: 'button go' }, 'Préparer un code');
  const said = make('p', { class: 'small', role: 'status' });
  place.replaceChildren(button, said);
  const open = async (): Promise<void> => {
    try {
      const { openChooser } = await import('./chooser.ts');
      await openChooser(place, page, location.hash);
    } catch {
      said.textContent =
        'Les données n’arrivent pas. Vérifiez la connexion, puis touchez encore le bouton.';
    }
  };
  button.addEventListener('click', () => void open());
  if (isCode(location.hash)) void open();
}

enhance();
document.addEventListener('isoloir:refreshed', enhance);
