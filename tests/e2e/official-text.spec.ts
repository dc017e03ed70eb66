// Tonight's official text: volunteers fill in content/editions/men-2026.yaml, and the pages follow without a line of code.
import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentStates } from '../../src/lib/current.ts';
import { filesOf, pathOf } from '../../src/tools/dist.ts';
import { siteFolder } from '../../src/tools/run.ts';
import { serveSite, type SiteServer } from '../../src/tools/serve.ts';
import { accessFaults } from '../support/access-faults.ts';
import { eventsOf } from '../support/calendar.ts';
import { buildFilled, type Level } from '../support/filled-edition.ts';
import { expect, test } from '../support/guide-test.ts';

// The first tests of each level build a whole site.
test.describe.configure({ timeout: 300_000 });

let site: SiteServer | null = null;

test.afterEach(async () => {
  await site?.stop();
  site = null;
});

async function serve(level: Level): Promise<SiteServer> {
  site = await serveSite({ dir: await buildFilled(level), port: 4401 + test.info().parallelIndex });
  return site;
}

const academy = '/elections/men-2026/dijon/';
const reunion = '/elections/men-2026/la-reunion/';

/** Words as a reader sees them: every blank is as good as another. */
const plain = (words: string) => words.replace(/\s+/gu, ' ').replace(/ ([:;!?])/gu, ' $1');
const words = async (page: Page, where: string) =>
  plain(await page.locator(where).first().innerText());

async function open(page: Page, { address }: SiteServer, path: string, at: string) {
  await page.clock.setFixedTime(new Date(at));
  await page.goto(address + path);
}

/** Row of the states' file × moment × a time of that moment (Paris). */
const cells = [
  ['corrected', 'dates', 'before', '2026-11-30T10:00:00+01:00'],
  ['corrected', 'dates', 'voting', '2026-12-05T10:00:00+01:00'],
  ['corrected', 'dates', 'last-day', '2026-12-10T17:29:00+01:00'],
  ['opening', 'dates', 'day-after', '2026-12-11T08:00:00+01:00'],
  ['corrected', 'dates', 'after', '2026-12-10T17:30:00+01:00'],
  ['full', 'procedure', 'before', '2026-11-30T10:00:00+01:00'],
  ['full', 'procedure', 'voting', '2026-12-05T10:00:00+01:00'],
  ['full', 'procedure', 'last-day', '2026-12-11T11:59:00+01:00'],
  ['prose', 'procedure', 'day-after', '2026-12-11T08:00:00+01:00'],
  ['full', 'procedure', 'after', '2026-12-11T12:30:00+01:00'],
] as const;

for (const [level, file, time, at] of cells)
  test(`${file} × ${time}: home and academy say their own words (${level}, ${at})`, async ({
    page,
  }) => {
    const server = await serve(level);
    for (const [path, kind] of [
      ['/', 'home'],
      [academy, 'academy'],
    ] as const) {
      await open(page, server, path, at);
      const shown = page.locator('section[data-time]:visible');
      await expect(shown).toHaveCount(1);
      await expect(shown).toHaveAttribute('data-time', time);
      const cell = currentStates()[file][time][kind];
      const said = plain(await shown.innerText());
      expect(said).toContain(plain(cell.text).replaceAll(/\s/gu, ' '));
      for (const action of cell.actions) expect(said).toContain(plain(action.do));
    }
  });

test('hours only: Paris and local, no « voir votre lettre » any more, nothing else is claimed', async ({
  page,
}) => {
  const server = await serve('hours');
  await open(page, server, reunion, '2026-11-30T10:00:00+01:00');
  const top = await words(page, '#dates');
  expect(top).toContain('Ouverture : jeudi 3 décembre à 12 h sur place');
  expect(top).toContain('Fin : jeudi 10 décembre à 20 h sur place');
  expect(top).toContain('jeudi 10 décembre à 17 h à Paris');
  expect(top).not.toMatch(/voir votre lettre|seule personne|Corrigé|Portail/u);
  const unknown = await page.locator('#pas-su + details').textContent();
  expect(unknown).not.toMatch(/Les heures d/u);
  expect(unknown).toMatch(/L’adresse du portail/u);
  await expect(page.locator('#etapes, #scrutins')).toHaveCount(0);
  // Nobody whose letter is lost is sent to it for an hour that we know.
  await open(page, server, '/ca-bloque/code-perdu/', '2026-12-10T15:00:00+01:00');
  const lastDay = await words(page, 'main');
  expect(lastDay).toContain('ne gardez rien pour le lendemain. Fin : jeudi 10 décembre à 17 h');
  expect(lastDay).not.toContain('L’heure de fin est sur votre lettre');
  await open(page, server, '/', '2026-12-03T08:00:00+01:00');
  await expect(page.locator('[data-countdown]')).toHaveText(/commence aujourd’hui/u);
});

test.describe('paper', () => {
  // Each level is a first visit: whoever has an old copy is another test.
  test.use({ serviceWorkers: 'block' });
  test('follows: hours, a wrong entry read by one person, its correction, a prolongation', async ({
    page,
  }) => {
    test.slow();
    const at = '2026-11-30T10:00:00+01:00';
    const said = async (level: Level) => {
      const server = await serve(level);
      const texts: string[] = [];
      for (const sheet of ['affiche', 'papillon', 'grands-caracteres']) {
        await open(page, server, `/partager/dijon/${sheet}/`, at);
        texts.push(await words(page, '.sheet .days'));
      }
      await server.stop();
      site = null;
      expect(new Set(texts.map((text) => text.replace(/\s/gu, ''))).size, level).toBe(1);
      return texts[0] ?? '';
    };
    const hours = await said('hours');
    expect(hours).toContain('Fin : jeudi 10 décembre à 17 h');
    expect(hours).not.toContain('voir votre lettre');
    expect(await said('wrong')).toContain(
      'Fin (lu par une seule personne) : jeudi 10 décembre à 18 h',
    );
    expect(await said('corrected')).toContain(
      'Corrigé le 28 nov. 2026, avant : 10 décembre à 18 h',
    );
    const extended = await said('extended');
    expect(extended).toContain('Vote du 3 au 11 décembre 2026');
    expect(extended).toContain('Prolongé jusqu’au : vendredi 11 décembre à 12 h');
  });
});

test('a closing that one person read says so', async ({ page }) => {
  const server = await serve('wrong');
  for (const path of ['/', academy, '/elections/men-2026/', '/mes-scrutins/']) {
    await open(page, server, path, '2026-11-30T10:00:00+01:00');
    expect(await words(page, '#dates'), path).toContain(
      'Fin (lu par une seule personne) : jeudi 10 décembre à 18 h',
    );
  }
  await open(page, server, '/ca-bloque/portail-en-panne/', '2026-11-30T10:00:00+01:00');
  expect(await words(page, '#contenu')).toContain(
    'Fin (lu par une seule personne) : jeudi 10 décembre à 18 h',
  );
});

test('a prolongation: days, countdown, states and the strip follow, and the strip ends by itself', async ({
  page,
}) => {
  const server = await serve('extended');
  await open(page, server, academy, '2026-12-10T20:00:00+01:00');
  await expect(page).toHaveTitle(/du 3 au 11\sdécembre 2026/u);
  const top = await words(page, '#dates');
  expect(top).toContain('Fin d’abord prévue : jeudi 10 décembre à 17 h');
  expect(top).toContain('Prolongé jusqu’au : vendredi 11 décembre à 12 h');
  expect(top).toContain('le dernier jour est demain');
  await expect(page.locator('.alerts')).toContainText('Le vote est prolongé.');
  for (const path of ['/ca-bloque/code-perdu/', '/aider/parent/', '/est-ce-mon-election/']) {
    await open(page, server, path, '2026-12-10T20:00:00+01:00');
    expect(await words(page, '[data-body]'), path).toContain('du 3 au 11 décembre 2026');
  }
  await open(page, server, academy, '2026-12-11T12:00:00+01:00');
  await expect(page.locator('.alerts')).toBeHidden();
  await expect(page.locator('section[data-time="last-day"]').first()).toBeVisible();
});

test('a prolongation: no page and no calendar file gives the old last day as the end any more', async () => {
  const dir = await buildFilled('extended');
  const archives = /^elections\/men-20(?:14|18|22)\//;
  const files = filesOf(dir).filter(
    (file) => /\.(?:html|ics|json)$/.test(file) && !archives.test(file),
  );
  /** Where the old day may still stand: the first end, said as such; what was wrong before; the title of a source; the days before the last. */
  const told =
    /(?:Fin d’abord prévue(?: :|\.) (?:[^.(]* sur place \()?(?:jeudi )?|[Aa]vant : |Article du |Du \d+ au |[Dd]u \p{L}+ \d+ décembre au \p{L}+ )$/u;
  const wrong = files.flatMap((file) => {
    const text = plain(
      readFileSync(join(dir, file), 'utf8')
        .replaceAll('\r\n ', '')
        .replace(/<[^>]*>/g, ' '),
    );
    return [...text.matchAll(/\b10 déc(?:embre\b|\.)(?: 2026)?( \(prolongé)?/gu)].flatMap(
      (found) => {
        const before = text.slice(Math.max(0, found.index - 80), found.index);
        const fixed = found[1] !== undefined && / du \d+ au $/u.test(before);
        return fixed || told.test(before) ? [] : [`${pathOf(file)}: ${before}${found[0]}`];
      },
    );
  });
  expect(wrong).toEqual([]);
});

/** What pages deny at that level, page by page. */
async function denied(level: Level, denies: RegExp, stillUnknown: RegExp): Promise<string[]> {
  const dir = await buildFilled(level);
  // Exercises and archives are of another time; mailboxes are not the ministry's to tell.
  const other = /^(?:elections\/men-20(?:14|18|22)|exercices|simulateur|academies)\//;
  return filesOf(dir)
    .filter((file) => file.endsWith('.html') && !other.test(file))
    .flatMap((file) => {
      const main = /<main.*<\/main>/su.exec(readFileSync(join(dir, file), 'utf8'))?.[0] ?? '';
      const text = plain(main.replace(/<[^>]*>/g, ' '));
      return [...text.matchAll(denies)]
        .filter(([sentence]) => !stillUnknown.test(sentence))
        .map(([sentence]) => `${pathOf(file)}: ${sentence.trim()}`);
    });
}

test('hours filled in: no page says any more that they are not known, nor sends people to their letter for them', async () => {
  const denies =
    /[^.?!]*(?:\bvoir votre lettre|heures?\b[^.?!]{0,60}(?:(?:n’est|ne sont) pas (?:encore )?connue?s?|sur votre lettre|savons pas))[^.?!]*/giu;
  expect(await denied('hours', denies, /résultats/u)).toEqual([]);
});

test('an official text filled in whole: no page says any more that what it holds is not known', async () => {
  const denies =
    /[^.?!]*(?:(?:n’est|ne sont) pas (?:encore )?connue?s?|ne (?:le )?savons pas|\bvoir votre lettre|heures?[^.]{0,40}sur votre lettre)[^.?!]*/giu;
  /** What the text of this test doesn't hold either: results, screens, the votes of universities, what is listed as missing. */
  const stillUnknown =
    /résultats|écran de 2026|nous ne savons pas ce qui vous concerne|Nous ne savons pas encore/u;
  expect(await denied('full', denies, stillUnknown)).toEqual([]);
});

test('the calendar file follows a wrong entry, its correction, a prolongation: same entries, a higher number each time', async () => {
  test.slow();
  const read = async (level: Level) => {
    const file = join(await buildFilled(level), academy, 'calendrier.ics');
    const events = eventsOf(readFileSync(file, 'utf8'));
    const end = events.find(({ uid }) => uid.endsWith('-fin'));
    if (!end) throw new Error(`no end at « ${level} »`);
    return { ...end, said: plain(end.description), uids: events.map(({ uid }) => uid) };
  };
  const [wrong, corrected, extended] = [
    await read('wrong'),
    await read('corrected'),
    await read('extended'),
  ];
  expect(wrong.start).toBe('2026-12-10T17:00:00Z');
  expect(wrong.said).toContain('Fin (lu par une seule personne) : jeudi 10 décembre à 18 h');
  expect(corrected.start).toBe('2026-12-10T16:00:00Z');
  expect(corrected.said).toContain('Corrigé le 28 nov. 2026, avant : 10 décembre à 18 h');
  expect(corrected.said).not.toContain('seule personne');
  expect(extended.start).toBe('2026-12-11T11:00:00Z');
  expect(extended.said).toContain('Prolongé jusqu’au : vendredi 11 décembre à 12 h');
  expect([wrong.uids, extended.uids]).toEqual([corrected.uids, corrected.uids]);
  expect(wrong.sequence).toBeLessThan(corrected.sequence);
  expect(corrected.sequence).toBeLessThan(extended.sequence);
});

test('another way of signing in is prose: steps, letter, new code, help and ballots stand where people look', async ({
  page,
}) => {
  const server = await serve('full');
  const at = '2026-12-03T10:00:00+01:00';
  await page.setViewportSize({ width: 320, height: 568 });
  await open(page, server, academy, at);
  const main = await words(page, 'main');
  for (const said of [
    'Le portail vous envoie vers un autre service de connexion',
    'La lettre d’essai est remise en main propre.',
    'Un nouveau code d’essai se demande au secrétariat.',
    'Assistance d’essai : le numéro est sur la lettre.',
    'Portail officiel (lu par une seule personne) :',
    'Enseignante d’essai : Scrutin national d’essai, Scrutin académique d’essai',
  ])
    expect(main).toContain(said);
  for (const anchor of ['etapes', 'messagerie', 'compte', 'code', 'vote', 'preuve'])
    await expect(page.locator(`#${anchor}`)).toHaveCount(1);
  expect(await page.locator('main a[href*="portail-d-essai"]').count()).toBe(0);
  expect(
    await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    ),
  ).toBe(0);
  expect(await accessFaults(page)).toEqual([]);
  for (const [path, said] of [
    ['/ca-bloque/lettre-jamais-recue/', 'La lettre d’essai est remise'],
    ['/ca-bloque/code-perdu/', 'Un nouveau code d’essai'],
    ['/mes-scrutins/', 'AESH d’essai'],
    ['/elections/men-2026/', 'AESH d’essai'],
  ] as const) {
    await open(page, server, path, at);
    expect(await words(page, 'main'), path).toContain(said);
  }
  await expect(page.getByText('Liste non connue')).toHaveCount(0);
});

test('a correction is said for fourteen days, on screen and on paper, then no more, without a new release', async ({
  page,
}) => {
  const server = await serve('corrected');
  const line = page.locator('#dates [data-corrected]');
  await open(page, server, academy, '2026-12-11T23:59:00+01:00');
  expect(plain(await line.innerText())).toBe('Corrigé le 28 nov. 2026, avant : 10 décembre à 18 h');
  await page.emulateMedia({ media: 'print' });
  await expect(line).toBeVisible();
  await open(page, server, academy, '2026-12-12T00:00:00+01:00');
  await expect(line).toBeHidden();
});

test.describe('a reader whose kept copy holds the wrong hour', () => {
  /** The wrong release, its worker, and the academy's page kept on the device. */
  async function keepWrong(page: Page): Promise<SiteServer> {
    const server = await serve('wrong');
    await open(page, server, '/', '2026-11-30T10:00:00+01:00');
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      while (!(await caches.match('/'))) await new Promise((again) => setTimeout(again, 50));
    });
    await page.goto(server.address + academy);
    await expect
      .poll(() => page.evaluate((key) => caches.match(key).then(Boolean), academy))
      .toBe(true);
    return server;
  }
  const corrected = '10 décembre à 18 h';

  test('reads the right one within two seconds of the answer, without a tap, and what it was before', async ({
    page,
  }) => {
    const server = await keepWrong(page);
    server.swap(await buildFilled('corrected'));
    const answerAfter = 1_000;
    server.breakWith((path, headers) =>
      path === academy && headers['sec-fetch-mode'] !== 'navigate'
        ? { delayMs: answerAfter }
        : null,
    );
    await page.goto(server.address + academy);
    expect(await words(page, '#dates')).toContain('décembre à 18 h');
    await expect(page.locator('#dates [data-corrected]')).toContainText('avant', {
      timeout: answerAfter + 2_000,
    });
    const top = await words(page, '#dates');
    expect(top).toContain('Fin : jeudi 10 décembre à 17 h');
    expect(top).toContain(`avant : ${corrected}`);
    expect(top).not.toContain('seule personne');
    await expect(page.locator('.foot [data-copy]')).toBeHidden();
  });

  test('is told offline that it is a copy, and its date; once corrected, it stays so offline', async ({
    page,
  }) => {
    const server = await keepWrong(page);
    server.swap(await buildFilled('corrected'));
    await server.stop();
    await page.goto(server.address + academy);
    expect(await words(page, '#dates')).toContain('décembre à 18 h');
    await expect(page.locator('.foot [data-copy]')).toHaveText(
      /^copie du \d{1,2}\s\S+, \d{1,2}\sh\s\d\d$/u,
    );
    await server.start();
    await page.goto(server.address + academy);
    await expect(page.locator('#dates [data-corrected]')).toBeVisible();
    await server.stop();
    await page.goto(server.address + academy);
    expect(await words(page, '#dates')).toContain('Fin : jeudi 10 décembre à 17 h');
    await expect(page.locator('.foot [data-copy]')).toContainText('copie du');
    // The correction ends by itself on the kept copy too.
    await page.clock.setFixedTime(new Date('2026-12-12T00:00:00+01:00'));
    await page.goto(server.address + academy);
    await expect(page.locator('#dates [data-corrected]')).toBeHidden();
    await server.start();
  });
});

test.describe('a reader with an old worker and old copies: page, poster, calendar file', () => {
  const poster = '/partager/dijon/affiche/';
  const file = `${academy}calendrier.ics`;
  const at = '2026-11-30T10:00:00+01:00';

  /** What an old release says and the next one no longer does, and the other way round, in the three places. */
  const releases = [
    {
      what: 'hours alone, where only days were known',
      from: null,
      to: 'hours',
      old: { page: 'voir votre lettre', poster: 'voir votre lettre', end: '2026-12-10' },
      new: {
        page: 'Fin : jeudi 10 décembre à 17 h',
        poster: 'Fin : jeudi 10 décembre à 17 h',
        end: '2026-12-10T16:00:00Z',
      },
    },
    {
      what: 'a wrong entry, then its correction',
      from: 'wrong',
      to: 'corrected',
      old: {
        page: 'Fin (lu par une seule personne) : jeudi 10 décembre à 18 h',
        poster: 'Fin (lu par une seule personne) : jeudi 10 décembre à 18 h',
        end: '2026-12-10T17:00:00Z',
      },
      new: {
        page: 'Corrigé le 28 nov. 2026, avant : 10 décembre à 18 h',
        poster: 'Corrigé le 28 nov. 2026, avant : 10 décembre à 18 h',
        end: '2026-12-10T16:00:00Z',
      },
    },
    {
      what: 'a prolongation',
      from: 'corrected',
      to: 'extended',
      old: {
        page: 'Fin : jeudi 10 décembre à 17 h',
        poster: 'Fin : jeudi 10 décembre à 17 h',
        end: '2026-12-10T16:00:00Z',
      },
      new: {
        page: 'Prolongé jusqu’au : vendredi 11 décembre à 12 h',
        poster: 'Prolongé jusqu’au : vendredi 11 décembre à 12 h',
        end: '2026-12-11T11:00:00Z',
      },
    },
    {
      what: 'another way of signing in, as prose',
      from: 'hours',
      to: 'full',
      old: {
        page: 'La façon de se connecter en 2026 ne nous est pas connue',
        poster: 'Fin : jeudi 10 décembre à 17 h',
        end: '2026-12-10T16:00:00Z',
      },
      new: {
        page: 'Le portail vous envoie vers un autre service de connexion',
        poster: 'Prolongé jusqu’au : vendredi 11 décembre à 12 h',
        end: '2026-12-11T11:00:00Z',
      },
    },
  ] as const;

  for (const { what, from, to, old, new: fresh } of releases)
    test(`${what}: old and said to be so offline, new at the first network, new offline afterwards`, async ({
      page,
    }) => {
      test.slow();
      site = await serveSite({
        dir: from === null ? siteFolder : await buildFilled(from),
        port: 4401 + test.info().parallelIndex,
      });
      const server = site;
      const end = () =>
        page
          .evaluate(async (path) => await (await fetch(path)).text(), file)
          .then((text) => {
            const found = eventsOf(text).find(({ uid }) => uid.endsWith('-fin'));
            return found?.start ?? 'no end';
          });
      const reads = async (
        said: { readonly page: string; readonly poster: string; readonly end: string },
        copy: boolean,
      ) => {
        for (const [path, where, expected] of [
          [academy, 'main', said.page],
          [poster, '.sheet .days', said.poster],
        ] as const) {
          await open(page, server, path, at);
          // A text without a tap: what was kept gives way to what came.
          await expect
            .poll(async () => plain((await page.locator(where).first().textContent()) ?? ''), path)
            .toContain(plain(expected));
          if (copy) await expect(page.locator('.foot [data-copy]'), path).toContainText('copie du');
          else await expect(page.locator('.foot [data-copy]'), path).toBeHidden();
        }
        expect(await end()).toBe(said.end);
      };

      await open(page, server, '/', at);
      await page.evaluate(async () => {
        await navigator.serviceWorker.ready;
        while (!(await caches.match('/'))) await new Promise((again) => setTimeout(again, 50));
      });
      await reads(old, false);
      for (const kept of [academy, poster, file])
        await expect
          .poll(() => page.evaluate((key) => caches.match(key).then(Boolean), kept))
          .toBe(true);

      server.swap(await buildFilled(to));
      await server.stop();
      await reads(old, true);
      await server.start();
      await reads(fresh, false);
      await server.stop();
      await reads(fresh, true);
      await server.start();
    });
});
