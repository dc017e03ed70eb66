/** The exploration of one election, as lines of text. */
import { care } from '../../../tests/model/detours.ts';
import { troubles } from '../../../tests/model/walks.ts';
import { editionOf } from '../../../tests/support/scenario.ts';
import type { Reached } from './reached.ts';

const number = (n: number) => n.toLocaleString('en-GB');

/** Worlds, worlds by depth, where the advice ends, time and memory; then the incidents that make no sense there. */
export function explorationLines({ id, walks, seconds, peak }: Reached): readonly string[] {
  const worlds = walks.reduce((sum, walk) => sum + walk.worlds, 0);
  const compared = walks.reduce((sum, walk) => sum + walk.compared, 0);
  const cut = walks.filter((walk) => walk.cut).map(({ name }) => name);
  const ends = new Map<string, number>();
  for (const { verdicts } of walks)
    for (const [verdict, many] of Object.entries(verdicts))
      ends.set(verdict, (ends.get(verdict) ?? 0) + many);
  const edition = editionOf(id);
  const senseless = Object.entries(troubles).flatMap(([kind, { senseless: why }]) => {
    const reason = why?.(edition);
    return reason ? [`  ${kind}: not walked, ${reason}`] : [];
  });
  return [
    `${number(worlds)} canonical worlds in ${walks.length} walks, ${seconds.toFixed(1)} s, peak memory ${number(Math.round(peak / 1e6))} MB`,
    cut.length === 0 ? 'every walk ended by itself' : `cut at the bound: ${cut.join('; ')}`,
    'obeying the advice from each world leads to:',
    ...[...ends].sort(([, a], [, b]) => b - a).map(([end, many]) => `  ${end}: ${number(many)}`),
    `no way told is longer than the shortest one, compared in ${number(compared)} worlds, but for:`,
    ...Object.entries(care).map(([command, why]) => `  ${command}: ${why}`),
    '',
    ...walks.flatMap(({ name, report, seconds: own }) => [
      `— ${name} (${own.toFixed(1)} s)`,
      ...report
        .trim()
        .split('\n')
        .map((line) => `    ${line}`),
    ]),
    ...(senseless.length > 0 ? ['', 'incidents left out:', ...senseless] : []),
  ];
}
