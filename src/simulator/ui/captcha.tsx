// The distorted image, drawn here: no picture is fetched, and it can be read in words or heard.
import { useState } from 'preact/hooks';
import type { CaptchaPlace } from '../core/edition.ts';
import { drawBetween } from '../core/draw.ts';
import { captchaText, isCaptchaUnreadable } from '../core/views.ts';
import type { Desk } from './desk-types.ts';
import { useLocalVoice } from './local-voice.ts';
import { Hidden } from './text.tsx';
import { spell } from './words.ts';

const step = 26;
const height = 56;
const strokes = Array.from({ length: 12 }, (_, n) => n);

/**
 * The image of a place, a button for another one, and its signs said in words for whoever cannot see them:
 * written, and spoken where the device has a French voice of its own.
 */
export function Captcha(props: {
  readonly desk: Desk;
  readonly place: CaptchaPlace;
  /** Words of the button that shows another one. */
  readonly renew: string;
}) {
  const { desk, place, renew } = props;
  const [read, setRead] = useState<string | null>(null);
  const say = useLocalVoice();
  const nth = desk.world.captchas[place];
  const [first] = useState(nth);
  const text = captchaText(desk.edition, desk.world, place);
  const key = `captcha-drawing:${place}:${nth}`;
  const wobble = (purpose: string, n: number, low: number, high: number) =>
    drawBetween(desk.world.setup.seed, `${key}:${purpose}`, n, low, high);
  const width = text.length * step + 28;
  const unreadable = isCaptchaUnreadable(desk.edition, desk.world, place);
  return (
    <div class="captcha">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        class={unreadable ? 'unreadable' : undefined}
        aria-label={`Image ${unreadable ? 'illisible pour tout le monde' : 'déformée'} : « lire les signes » la dit en mots`}
      >
        {strokes.slice(0, unreadable ? undefined : 4).map((n) => (
          <path
            key={n}
            class="noise"
            d={`M0 ${wobble('from', n, 4, height)} Q${width / 2} ${wobble('bend', n, -20, 76)} ${width} ${wobble('to', n, 4, height)}`}
          />
        ))}
        {[...text].map((sign, n) => {
          // What nobody can read: every sign on the same spot, whichever way up.
          const x = unreadable ? width / 2 + wobble('x', n, -9, 9) : 14 + step / 2 + n * step;
          const y = wobble('y', n, 34, 44);
          const most = unreadable ? 180 : 22;
          return (
            <text
              key={n}
              x={x}
              y={y}
              text-anchor="middle"
              font-size={wobble('size', n, 27, 34)}
              transform={`rotate(${wobble('turn', n, -most, most)} ${x} ${y - 10})`}
            >
              {sign}
            </text>
          );
        })}
      </svg>
      <div class="row">
        <button
          type="button"
          class="mini"
          onClick={() => void desk.send({ type: 'RenewCaptcha', place })}
        >
          {renew}
        </button>
        <button type="button" class="mini" onClick={() => setRead(text)}>
          lire<Hidden> les signes</Hidden>
        </button>
        {say && (
          <button type="button" class="mini" onClick={() => say(spell(text))}>
            écouter<Hidden> les signes</Hidden>
          </button>
        )}
      </div>
      {unreadable && (
        <p class="hint">
          Personne ne peut lire cette image, c’est voulu ici. Demandez-en une autre, ou touchez «
          lire ».
        </p>
      )}
      <p class="hint" role="status">
        {nth !== first && (
          <span key={nth}>Nouvelle image{unreadable && ', illisible elle aussi'}. </span>
        )}
        {read === text && (
          <>
            Signes : {spell(text)}. À copier, si le recopier est difficile :{' '}
            <b class="code">{text}</b>
          </>
        )}
      </p>
    </div>
  );
}
