// The distorted image, drawn here: no picture is fetched, and it can be read in words or heard.
import { useState } from 'preact/hooks';
import type { CaptchaPlace } from '../core/edition.ts';
import { drawBetween } from '../core/draw.ts';
import { captchaText } from '../core/views.ts';
import type { Desk } from './desk-types.ts';
import { useLocalVoice } from './local-voice.ts';
import { Hidden } from './text.tsx';
import { spell } from './words.ts';

const step = 26;
const height = 56;

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
  return (
    <div class="captcha">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label="Image déformée : « lire les signes » la dit en mots"
      >
        {[0, 1, 2, 3].map((n) => (
          <path
            key={n}
            class="noise"
            d={`M0 ${wobble('from', n, 4, height)} Q${width / 2} ${wobble('bend', n, -20, 76)} ${width} ${wobble('to', n, 4, height)}`}
          />
        ))}
        {[...text].map((sign, n) => {
          const x = 14 + step / 2 + n * step;
          const y = wobble('y', n, 34, 44);
          return (
            <text
              key={n}
              x={x}
              y={y}
              text-anchor="middle"
              font-size={wobble('size', n, 27, 34)}
              transform={`rotate(${wobble('turn', n, -22, 22)} ${x} ${y - 10})`}
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
      <p class="hint" role="status">
        {nth !== first && <span key={nth}>Nouvelle image. </span>}
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
