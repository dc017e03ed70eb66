import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { sources } from '../../../src/lib/content.ts';
import { correctionEnds, corrections } from '../../../src/lib/corrections.ts';
import { currentEditionSchema } from '../../../src/schemas/current-edition.ts';
import { officialHosts, officialHostsSchema } from '../../../src/schemas/official-hosts.ts';
import { yearStepsSchema } from '../../../src/schemas/year-steps.ts';
import { alone, filledFiles, levels, withLine } from '../../support/filled-edition.ts';
import { filledIn, paris, readByTwo, refusalsOf } from './support.ts';

const corrige = (avant: string, le = '2026-12-01') => ({ le, avant });
const closing = (more: object) => ({
  cloture: { ...readByTwo('2026-12-10 17:00'), ...more },
});

describe('what a fact said before', () => {
  test('is listed with its value, its day and the page that says it', () =>
    expect(corrections(filledIn(closing({ corrige: corrige('10 décembre à 18 h') })))).toEqual([
      {
        what: 'Fin du vote',
        value: 'jeudi 10 décembre à 17 h (Paris)',
        when: '2026-12-01',
        before: '10 décembre à 18 h',
        path: '/elections/men-2026/#dates',
      },
    ]));
  test('of the steps in prose too, which stand on each academy’s page', () => {
    const folder = mkdtempSync(join(tmpdir(), 'isoloir-etapes-'));
    mkdirSync(join(folder, 'content/etapes'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}');
    writeFileSync(
      join(folder, 'content/etapes/essai.mdx'),
      "---\nlu_sur: lettre de vote\nlu_le: '2026-11-27'\nrelecteurs: [AB]\ncorrige: { le: '2026-11-28', avant: une étape de trop }\n---\n\n1. Votez.\n",
    );
    const edition = { ...filledIn(closing({})), steps: 'essai' };
    const cwd = vi.spyOn(process, 'cwd').mockReturnValue(folder);
    try {
      expect(corrections(edition)).toMatchObject([
        { what: 'Les étapes de cette année', when: '2026-11-28', before: 'une étape de trop' },
      ]);
    } finally {
      cwd.mockRestore();
      rmSync(folder, { recursive: true });
    }
  });
  test('the latest first', () => {
    const lines = {
      ...closing({ corrige: corrige('18 h') }),
      aide: { ...readByTwo('Le guichet'), corrige: corrige('le standard', '2026-12-03') },
    };
    expect(corrections(filledIn(lines)).map(({ when }) => when)).toEqual([
      '2026-12-03',
      '2026-12-01',
    ]);
  });
  test('an end that was moved since is called the first end', () =>
    expect(
      corrections(
        filledIn({
          ...closing({ corrige: corrige('18 h') }),
          prolonge_au: readByTwo('2026-12-11 12:00'),
        }),
      ).map(({ what }) => what),
    ).toEqual(['Fin d’abord prévue']));
  test('nothing corrected, nothing listed', () =>
    expect(corrections(filledIn(closing({})))).toEqual([]));
  test('stands for fourteen days, on the Paris clock', () =>
    expect(correctionEnds({ on: '2026-11-28', before: '18 h' })).toBe(paris('2026-12-12 00:00')));
  test.each(['www.un-faux-portail.fr', 'un-faux-portail.com/vote', 'https://x', 'a@b'])(
    'never repeats an address that was taken away: %s',
    (avant) =>
      expect(refusalsOf(closing({ corrige: corrige(avant) })).join(' ')).toMatch(
        /Ne pas recopier une adresse retirée/u,
      ),
  );
  test('« 18 h. » and « une autre adresse » may stand', () =>
    expect(refusalsOf(closing({ corrige: corrige('Une autre adresse. Fin à 18 h.') }))).toEqual(
      [],
    ));
  test('cannot be older than the reading that replaced it', () =>
    expect(refusalsOf(closing({ corrige: corrige('18 h', '2026-11-29') })).join(' ')).toMatch(
      /après avoir lu/u,
    ));
});

describe('the hosts that may carry the portal', () => {
  const known = new Set(sources().map(({ id }) => id));
  const { portal, reading } = officialHosts();
  test.each([...portal, ...reading])('$host has a source and a reason', ({ source, reason }) => {
    expect(known.has(source)).toBe(true);
    expect(reason.length).toBeGreaterThan(10);
  });
  test('the list is short', () => expect(portal.length).toBeLessThanOrEqual(5));
  test.each([
    'gouv.fr',
    'www.education.gouv.fr',
    'https://education.gouv.fr',
    'vote.com',
    'a.fr/b',
  ])('%s cannot be added', (hote) =>
    expect(
      officialHostsSchema.safeParse({
        portail: [{ hote, source: 'men', raison: 'Essai de refus.' }],
        lecture: [],
      }).success,
    ).toBe(false),
  );
  test('a refusal names the file and the hosts', () =>
    expect(refusalsOf({ adresse_du_portail: readByTwo('vote.exemple.fr') }).join(' ')).toMatch(
      /hotes-officiels\.yaml : education\.gouv\.fr/u,
    ));
});

describe('the file, filled in line by line', () => {
  test.each([...levels, ...alone])('« %s » is accepted', (level) => {
    const text = filledFiles(level)['editions/men-2026.yaml'] ?? '';
    expect(currentEditionSchema('men-2026').safeParse(parse(text)).error).toBeUndefined();
  });
  test('a wrong entry disappears once it is corrected', () => {
    expect(filledFiles('wrong')['editions/men-2026.yaml']).toContain('2026-12-10 18:00');
    expect(filledFiles('corrected')['editions/men-2026.yaml']).not.toContain('2026-12-10 18:00');
  });
  test('a line that does not exist is not invented', () =>
    expect(() => withLine('nom: x\n', 'cloture', ' inconnu')).toThrow(/no line « cloture/u));
  test('steps without a place where they were read are refused', () =>
    expect(yearStepsSchema.safeParse({ lu_le: '2026-11-27' }).success).toBe(false));
});
