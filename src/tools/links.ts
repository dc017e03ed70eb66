/** `npm run links`: the links of the built site, then the official addresses; `-- --reseau` asks each of them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { lostLinks, lostWords } from './inner-links.ts';
import {
  addressLine,
  isReachable,
  officialAddresses,
  tryAddresses,
  type Ask,
} from './outer-links.ts';
import { isProgram, requireNode, siteFolder, stopWith } from './run.ts';

/** What is told of the addresses, and whether one of them is known to be dead: a network that is not there is no fault. */
export async function networkReport(
  addresses: readonly string[],
  ask?: Ask,
  patienceMs?: number,
): Promise<{ readonly lines: readonly string[]; readonly isRed: boolean }> {
  const answers = await tryAddresses(addresses, ask, patienceMs);
  if (!isReachable(answers))
    return {
      lines: [
        'Aucune adresse ne répond : il n’y a sans doute pas de réseau ici. Rien n’a été vérifié.',
      ],
      isRed: false,
    };
  const told = answers.filter(({ kind }) => kind !== 'answers');
  return {
    lines: [
      ...told.map(({ address, words }) => `${address} : ${words}`),
      `${String(answers.length - told.length)} adresses répondent, ${String(told.length)} à regarder.`,
    ],
    isRed: told.some(({ kind }) => kind === 'gone'),
  };
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { reseau: { type: 'boolean', default: false } } });
  if (!existsSync(join(siteFolder, 'index.html')))
    stopWith('Il n’y a pas encore de site construit : lancez d’abord npm run build.');
  const lost = lostWords(lostLinks(siteFolder));
  if (lost !== null) stopWith(lost);
  console.log('Chaque lien du site mène à une page et à un endroit qui existent.\n');

  const all = officialAddresses();
  for (const one of all) console.log(addressLine(one));
  const seen = all.filter(({ seenOn }) => seenOn !== null).length;
  console.log(
    `\n${String(all.length)} adresses officielles, ${String(seen)} vues par une personne. Vous en ouvrez une ? Notez-le : « vu_le » dans sources.yaml, « essaye » dans une académie.`,
  );
  if (!values.reseau) {
    console.log('Pour demander à chacune si elle répond : npm run links -- --reseau');
    return;
  }
  console.log('Je demande à chacune si elle répond.');
  const { lines, isRed } = await networkReport(all.map(({ address }) => address));
  for (const line of lines) console.log(line);
  if (isRed) process.exitCode = 1;
}

if (isProgram(import.meta.url)) {
  requireNode();
  await main();
}
