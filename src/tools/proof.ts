/**
 * `npm run proof`: what the exploration, the scenarios and the hostile voters reach in every election, the nine
 * invariants and the founding documents. Written for whoever reads the code, hence in its language.
 * Ends with a failure when a cell, a screen or a line has neither been reached nor explained.
 */
import { editionIds } from '../lib/editions.ts';
import { documentLines } from './proof/documents.ts';
import { explorationLines } from './proof/exploration.ts';
import { invariantLines, screenLines } from './proof/invariants.ts';
import { belongingLines, matrixText } from './proof/matrix.ts';
import { reach } from './proof/reached.ts';
import { requireNode } from './run.ts';

requireNode();
const faults: string[] = [];

function say(title: string, lines: readonly string[]): void {
  console.log(`\n${title}\n${'='.repeat(title.length)}\n${lines.join('\n')}`);
}

let hostile = 0;
for (const id of editionIds()) {
  const reached = reach(id);
  const matrix = matrixText(reached);
  const screens = screenLines(reached);
  say(`${id}: exploration`, explorationLines(reached));
  say(`${id}: command × refusal (E exploration, S scenario, H hostile voter)`, matrix.lines);
  say(`${id}: screens, events, hostile steps`, screens.lines);
  faults.push(...[...matrix.faults, ...screens.faults].map((fault) => `${id}: ${fault}`));
  hostile += reached.inside;
}
say('Cells « never asked »: whom each refusal belongs to', belongingLines());
const documents = documentLines();
say('Invariants', invariantLines());
say('The five founding documents, line by line', documents.lines);
faults.push(...documents.faults);
say('Result', [
  `${hostile.toLocaleString('en-GB')} random hostile steps stayed inside what was explored`,
  ...(faults.length === 0 ? ['no hole'] : faults.map((fault) => `HOLE ${fault}`)),
]);
process.exitCode = faults.length === 0 ? 0 : 1;
