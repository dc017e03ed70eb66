/** LISEZ-MOI.html: one printed page beside the site in the archive, the same text as /animer/sans-reseau/. */
import { typesetHtml } from '../../lib/typography.ts';
import type { WithoutNetwork, WithoutNetworkPart } from '../../lib/without-network.ts';
import { lonePolicy, withPolicy } from '../policy.ts';

const escaped = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');

const listed = (tag: 'ol' | 'ul', lines: readonly string[]): string =>
  lines.length === 0
    ? ''
    : `<${tag}>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</${tag}>`;

const partOf = ({ title, says, gestures, points }: WithoutNetworkPart): string =>
  [
    `<h2>${escaped(title)}</h2>`,
    ...says.map((line) => `<p>${escaped(line)}</p>`),
    listed('ol', gestures),
    listed('ul', points),
  ].join('\n');

const style = `:root{color-scheme:light dark}
body{max-width:42rem;margin:1.5rem auto;padding:0 1rem;font:1rem/1.45 system-ui,sans-serif;background:#fbf7ef;color:#231b2e}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.15rem;margin:1.2rem 0 .3rem;color:#6d2a5f}
p,ol,ul{margin:.3rem 0}
ol,ul{padding-left:1.4rem}
li{margin:.2rem 0}
.motto{font-weight:700;color:#6d2a5f}
.day{font-size:.9rem;color:#5d5468;margin-top:1.2rem}
@media(prefers-color-scheme:dark){body{background:#17121d;color:#f1eaf5}h2,.motto{color:#e2a8d4}.day{color:#b9adc4}}
@page{size:A4;margin:11mm}
@media print{body{margin:0;padding:0;max-width:none;font-size:10pt;line-height:1.3;background:none;color:#000}h2,.motto,.day{color:#000}h2{font-size:1.1em;margin:.7em 0 .2em}.day{font-size:1em;margin-top:.8em}li{margin:.1rem 0}}`;

/** The whole note, with its policy. `day`: when the archive was made, in words. */
export function printNote({ title, summary, parts }: WithoutNetwork, day: string): string {
  const html = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Lisez-moi : ${escaped(title)} · Isoloir</title>
<style>${style}</style>
</head>
<body>
<p class="motto">Isoloir, pour s’entraîner. On ne vote pas ici.</p>
<h1>${escaped(title)}</h1>
<p>${escaped(summary)}</p>
${parts.map(partOf).join('\n')}
<p class="day">Archive faite le ${escaped(day)}. Ce n’est pas un site de l’État. Le vrai vote se fait sur le portail officiel.</p>
</body>
</html>
`;
  return withPolicy(typesetHtml(html), lonePolicy);
}
