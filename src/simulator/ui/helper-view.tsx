// Two people at one screen: the helper reads what remains to do; the ballot stays hidden until the voter is alone with it.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Arrives } from './arrives.tsx';
import { typeset } from './typeset.ts';

/** Under the coach, on every page: who does what. */
export function HelperLine() {
  return (
    <p class="hint pair">
      {typeset(
        'À deux : qui aide lit la consigne et montre du doigt ; qui vote touche l’écran, et garde pour soi mot de passe, code et choix.',
      )}
    </p>
  );
}

/**
 * A ballot behind a screen that says why. The voter lifts it and lowers it again; what was chosen stays where it is
 * meanwhile, unseen and unread. It falls by itself when the page is left for another one.
 */
export function Curtain(props: { readonly children: ComponentChildren }) {
  const [raised, setRaised] = useState(false);
  /** Nothing is drawn behind before the first time; afterwards it is kept, choice included. */
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const lower = () => document.hidden && setRaised(false);
    document.addEventListener('visibilitychange', lower);
    return () => document.removeEventListener('visibilitychange', lower);
  }, []);
  return (
    <>
      {!raised && (
        <Arrives className="curtain" when={drawn} label="Bulletin caché">
          <p>
            <b>
              {typeset(
                'Le choix ne regarde que la personne qui vote. Tournez l’écran, ou éloignez-vous.',
              )}
            </b>
          </p>
          <p>{typeset('Rien de ce qui est choisi n’est dit ici, ni dans le journal.')}</p>
          <div class="buttons">
            <button
              type="button"
              class="go"
              onClick={() => {
                setDrawn(true);
                setRaised(true);
              }}
            >
              Personne ne regarde : montrer le bulletin
            </button>
          </div>
        </Arrives>
      )}
      {drawn && (
        <div hidden={!raised}>
          <Arrives when={raised} label="Bulletin">
            <div class="doors inline">
              <button type="button" onClick={() => setRaised(false)}>
                Cacher le bulletin
              </button>
            </div>
          </Arrives>
          {props.children}
        </div>
      )}
    </>
  );
}
