/**
 * How a preview looks: our paper, ink and plum, the booth and its curtain, no frame of an exercise, nothing of the
 * State's look. A change here gives every picture a new name (src/lib/previews.ts).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import satori from 'satori';
import { previewSize, type PreviewWords } from '../lib/previews.ts';
import { root } from './run.ts';

/** The light colours of src/styles/site.css. */
const colours = { paper: '#fbf7ef', ink: '#231b2e', soft: '#5d5468', plum: '#6d2a5f' } as const;
const columnWidth = 868;

const fonts = ([400, 700] as const).map((weight) => ({
  name: 'Atkinson Hyperlegible',
  weight,
  style: 'normal' as const,
  data: readFileSync(
    join(
      root,
      `node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-${String(weight)}-normal.woff`,
    ),
  ),
}));

/** The booth of the logo, large, at the left. */
const booth = `<g transform="translate(74 52) scale(5.2)"><path d="M3 100V10a7 7 0 0 1 7-7h12a7 7 0 0 1 7 7v90" fill="none" stroke="${colours.plum}" stroke-width="3.5" stroke-linecap="round"/><path d="M8 8.5h16v62c-1.3 1.6-2.7 1.6-4 0-1.3 1.6-2.7 1.6-4 0-1.3 1.6-2.7 1.6-4 0-1.3 1.6-2.7 1.6-4 0z" fill="${colours.plum}"/></g>`;

/** The largest size at which the longest titles still take three lines. */
const titleSize = (title: string): number =>
  title.length <= 24 ? 84 : title.length <= 44 ? 72 : 60;

/**
 * One picture as SVG.
 * @param asText words stay words instead of outlines: for reading them back
 */
export async function drawPreview(words: PreviewWords, asText = false): Promise<string> {
  const line = (children: string, style: object) => ({
    type: 'div',
    key: null,
    props: { style: { display: 'flex', ...style }, children },
  });
  const svg = await satori(
    {
      type: 'div',
      key: null,
      props: {
        style: {
          display: 'flex',
          flexDirection: 'column',
          justifyContent: 'space-between',
          boxSizing: 'border-box',
          width: previewSize.width,
          height: previewSize.height,
          padding: '56px 40px 56px 292px',
          background: colours.paper,
          color: colours.ink,
          fontFamily: 'Atkinson Hyperlegible',
        },
        children: [
          line(words.kicker, { fontSize: 34, color: colours.soft, width: columnWidth }),
          line(words.title, {
            fontSize: titleSize(words.title),
            fontWeight: 700,
            lineHeight: 1.08,
            textWrap: 'balance',
            width: columnWidth,
          }),
          {
            type: 'div',
            key: null,
            props: {
              style: {
                display: 'flex',
                flexDirection: 'column',
                borderLeft: `10px solid ${colours.plum}`,
                paddingLeft: 24,
              },
              children: [
                line(words.when, {
                  fontSize: 44,
                  fontWeight: 700,
                  textWrap: 'balance',
                  width: columnWidth - 34,
                }),
                line(words.promise, {
                  fontSize: 29,
                  color: colours.soft,
                  marginTop: 6,
                  width: columnWidth - 34,
                }),
              ],
            },
          },
          line(words.motto, {
            fontSize: 36,
            fontWeight: 700,
            color: colours.plum,
            width: columnWidth,
          }),
        ],
      },
    },
    { ...previewSize, fonts, embedFont: !asText },
  );
  return svg.replace(/<\/svg>$/u, `${booth}</svg>`);
}
