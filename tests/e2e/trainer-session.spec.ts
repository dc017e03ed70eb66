// A session as a trainer would hold it: one code, paper for each seat, two people who act in different orders and vote with
// the letter of their own seat, a wall played meanwhile, and the files of both opened together.
import type { Browser, Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { loadEdition } from '../../src/lib/editions.ts';
import { everythingStored } from '../support/everything-stored.ts';
import { expect, test } from '../support/guide-test.ts';
import { sheetsOfPdf } from '../support/pdf-text.ts';
import { askNewCode } from './access/code.ts';
import { inGrenoble } from './access/sit-down.ts';
import { pointer, settled } from './journeys/hands.ts';
import { said } from './journeys/said.ts';
import { Voter, words2018 } from './journeys/voter.ts';

const edition = loadEdition('men-2018');
const titleOf = (exercise: string): string => edition.exercises[exercise]?.title ?? exercise;
const first = 'messagerie-jamais-ouverte';
const last = 'presque-vote';

/** The voting code on a card of a seat (its letter, its first message), as whoever holds the printed sheet reads it. */
function codeOnPaper(
  sheets: readonly string[],
  seat: number,
  words: 'Noticedevote' | 'SMSd’exercice' = 'Noticedevote',
): string {
  const cards = sheets.flatMap((words) => words.split('EXERCICEaucunevaleur·place'));
  const own = cards.filter(
    (card) => new RegExp(`^${String(seat)}(?!\\d)`, 'u').test(card) && card.includes(words),
  );
  expect(own.length, `${words}, seat ${String(seat)}`).toBeGreaterThan(0);
  const [code = ''] = /[ACDEFGHJKLMNPQRTUVWXY34679]{12}/u.exec(own[0] ?? '') ?? [];
  expect(code, `a code on « ${words} » of seat ${String(seat)}`).not.toBe('');
  return code;
}

interface Participant {
  readonly desk: Page;
  readonly voter: Voter;
}

/** A device of its own; the code is typed from the board, once, and a seat is chosen. */
async function sitDown(
  browser: Browser,
  origin: string,
  code: string,
  seat: number,
): Promise<Participant> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const desk = await context.newPage();
  await desk.goto(`${origin}/simulateur/`);
  await desk.getByText('Code de séance, numéro de place').click();
  await desk.getByLabel('Le code écrit au tableau').fill(code);
  await desk.getByRole('button', { name: 'prendre' }).click();
  await desk.getByLabel('Ma place').selectOption(String(seat));
  await begin(desk);
  return { desk, voter: new Voter(pointer(desk), inGrenoble(words2018)) };
}

async function begin(desk: Page): Promise<void> {
  const start = desk.getByRole('button', { name: 'Commencer l’exercice' });
  await expect(start).toBeEnabled();
  await start.click();
  await expect(desk.locator('#titre-ecran')).toBeVisible();
}

/** What the wall says to whoever sits already: nothing is typed again. */
async function changeTo(desk: Page, exercise: string): Promise<void> {
  await desk.getByRole('button', { name: 'Recommencer', exact: true }).click();
  await desk.getByRole('button', { name: /^Changer d’exercice/u }).click();
  await desk.getByLabel('Mon exercice').selectOption({ label: titleOf(exercise) });
  await expect(desk.getByLabel('Commencer', { exact: true })).toHaveValue('');
  await begin(desk);
}

/** From the space to the booth, with that code. */
async function enterWith({ desk, voter }: Participant, code: string): Promise<void> {
  await voter.hands.write(words2018.code, code);
  const password = voter.sheet.getByRole('textbox', { name: words2018.password });
  if ((await password.count()) > 0) await voter.fill(words2018.password);
  await voter.sends('booth-entry', 'EnterBooth');
  await settled(desk);
}

async function exported(desk: Page): Promise<string> {
  await desk.getByText('Journal', { exact: true }).click();
  await expect(desk.getByText('le numéro de place y sont')).toBeVisible();
  const coming = desk.waitForEvent('download');
  await desk.getByRole('button', { name: /enregistrer le journal dans un fichier/u }).click();
  return readFile(await (await coming).path(), 'utf8');
}

test('an hour with one code: board, paper, two seats, wall, and the place where one stumbled', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000);
  // The trainer chooses: the session's first exercise is proposed.
  await page.goto('/animer/');
  await page.getByRole('button', { name: 'Préparer un code' }).click();
  await page.getByLabel('Élection').selectOption('men-2018');
  await expect(page.getByLabel('Exercice').locator('option:checked')).toHaveText(titleOf(first));
  await page.getByLabel('Académie').selectOption({ label: 'Académie de Grenoble' });
  await expect(page.locator('.result [data-class-code]')).toHaveText(/^1\.e8\.gr\./u);
  const code = await page.locator('.result [data-class-code]').innerText();
  await page.locator('.result').getByRole('link', { name: 'Imprimer fiches' }).click();

  // The paper, once for the whole session: each seat has a letter of its own.
  await page.getByLabel('À la place').selectOption('30');
  await expect(page.locator('.answers tbody tr')).toHaveCount(30);
  const sheets = sheetsOfPdf(await page.pdf({ preferCSSPageSize: true }));
  const codes = { fourth: codeOnPaper(sheets, 4), seventeenth: codeOnPaper(sheets, 17) };
  expect(codes.fourth).not.toBe(codes.seventeenth);
  const cardOf = (seat: number) =>
    page.locator(`.slip.persona[aria-label="Fiche, place ${String(seat)}"] dd`).allInnerTexts();
  const [, , ownName = ''] = await cardOf(30);
  const names = [(await cardOf(4))[2] ?? '', (await cardOf(17))[2] ?? ''];
  expect(new Set([ownName, ...names]).size).toBe(3);

  // Two devices, the code of the board, two seats; not the same gestures first.
  const origin = new URL(page.url()).origin;
  const fourth = await sitDown(browser, origin, code, 4);
  const seventeenth = await sitDown(browser, origin, code, 17);
  await seventeenth.voter.take('téléphone');
  await seventeenth.voter.take('calendrier');
  await fourth.voter.askNumen();
  for (const [n, { desk }] of [fourth, seventeenth].entries())
    await expect(desk.locator('aside .pairs')).toContainText(names[n] ?? '?');

  // The wall: the same code; the last exercise of the session is three presses away, letters and seats unchanged.
  const screen = await browser.newContext({ viewport: { width: 1024, height: 768 } });
  const wall = await screen.newPage();
  await wall.goto(`${origin}/simulateur/#projeter.${code}`);
  await expect(wall.locator('[data-class-code]')).toHaveText(code);
  const next = wall.getByRole('button', { name: /^Exercice suivant/u });
  for (let left = 3; left > 0; left -= 1) {
    const before = await wall.locator('[data-class-code]').innerText();
    await next.click();
    await expect(wall.locator('[data-class-code]')).not.toHaveText(before);
  }
  await expect(next).toHaveCount(0);
  await expect(wall.locator('.wall-title')).toHaveText(titleOf(last));
  await expect(wall.locator('[data-class-code]')).toContainText(code.slice(-6));
  await wall.getByRole('button', { name: 'Ouvrir le bureau' }).click();
  await expect(wall.locator('#titre-ecran')).toBeVisible();

  // Meanwhile the seats go on, by the title that the wall says. One reports the false mail and nothing else.
  await changeTo(fourth.desk, 'courriel-suspect');
  await fourth.voter.askNumen();
  await fourth.voter.openMailbox();
  await fourth.voter.nextEvent();
  await fourth.voter.open('messagerie');
  await fourth.voter.button(/scrutin-express|Votez tout de suite/);
  await fourth.voter.button('signaler comme faux');
  await fourth.voter.hears('FakeReported');

  // The other has lost the letter: the code that comes by text message is the one of the card of that seat.
  await changeTo(seventeenth.desk, 'code-perdu-j-2');
  await seventeenth.voter.votingDay();
  await seventeenth.voter.backToSpace();
  await seventeenth.voter.goes('space', 'new-code');
  await askNewCode(seventeenth.voter, () => seventeenth.voter.fillIn('new-code', 'phone'));
  await seventeenth.voter.hears('VotingCodeReissued');
  await seventeenth.voter.nextEvent();
  await seventeenth.voter.nextEvent();
  await seventeenth.voter.take('téléphone');
  await seventeenth.voter.button('Lire le message');
  await seventeenth.voter.hears('SmsRead');
  await expect(seventeenth.voter.sheet).toContainText(codeOnPaper(sheets, 17, 'SMSd’exercice'));

  // Then the last one, together.
  await changeTo(seventeenth.desk, last);
  await changeTo(fourth.desk, last);
  for (const [n, { desk }] of [fourth, seventeenth].entries())
    await expect(desk.locator('aside .pairs')).toContainText(names[n] ?? '?');

  // The last exercise begins in the space. Seat 17 goes to the booth with the neighbour's letter: refused; then with its own.
  await seventeenth.voter.open('espace électeur');
  await seventeenth.voter.toBooth();
  await enterWith(seventeenth, codes.fourth);
  await expect(seventeenth.desk.locator('.screen .refusal').first()).toBeVisible();

  // The trainer shows the same on the wall: forward, back, codes shown and hidden, the minutes started.
  const shown = wall.locator('#titre-ecran');
  const title = await shown.innerText();
  await wall.getByRole('button', { name: 'Lancer' }).click();
  await expect(wall.getByRole('button', { name: 'Arrêter' })).toBeVisible();
  await wall.getByRole('button', { name: /^personnes/u }).click();
  await expect(shown).not.toHaveText(title);
  await wall.getByRole('button', { name: 'Revenir', exact: true }).click();
  await expect(shown).toHaveText(title);
  await wall.getByRole('button', { name: 'Fiche', exact: true }).click();
  await expect(wall.locator('#panneau .pairs')).toContainText(ownName);
  const ownCode = wall.locator('#panneau .secret', { hasText: codeOnPaper(sheets, 30) });
  await expect(ownCode).toHaveCSS('color', 'rgba(0, 0, 0, 0)');
  await wall.getByRole('button', { name: 'Montrer les codes' }).click();
  await expect(ownCode).not.toHaveCSS('color', 'rgba(0, 0, 0, 0)');
  await wall.getByRole('button', { name: 'Cacher les codes' }).click();
  await expect(ownCode).toHaveCSS('color', 'rgba(0, 0, 0, 0)');

  await enterWith(seventeenth, codes.seventeenth);
  await seventeenth.voter.sees('Vos scrutins');
  await seventeenth.voter.castBallot(false);

  // Seat 4 looks elsewhere first, then enters with its own letter, and stops in the booth.
  await fourth.voter.take('casier');
  await fourth.voter.open('espace électeur');
  await fourth.voter.toBooth();
  await enterWith(fourth, codes.fourth);
  await fourth.voter.sees('Vos scrutins');

  // Afterwards, both files are dropped together on the trainer's device.
  const files = [await exported(fourth.desk), await exported(seventeenth.desk)];
  expect(files.join('')).not.toMatch(/@|persona/u);
  for (const secret of [
    ...names.flatMap((name) => name.split(' ').slice(-1)),
    ...Object.values(codes),
  ])
    expect(files.join('')).not.toContain(secret);
  await wall.goto(`${origin}/simulateur/#relire`);
  await wall.reload();
  await expect(wall.getByRole('heading', { name: 'EXERCICE, relectures' })).toBeFocused();
  const kept = await everythingStored(wall);
  const dropped = await wall.evaluateHandle((texts) => {
    const transfer = new DataTransfer();
    for (const [n, text] of texts.entries())
      transfer.items.add(new File([text], `Mme Dupont ${String(n)}.json`));
    return transfer;
  }, files);
  await wall.locator('.desk').dispatchEvent('drop', { dataTransfer: dropped });
  await expect(wall.getByText('2 exercices ouverts.')).toBeVisible();

  // Table, plot and words tell the same: both came to the vote, one stumbled there, on the code.
  await expect(wall.getByRole('heading', { name: titleOf(last) })).toBeVisible();
  await expect(wall.getByRole('row', { name: /^le vote/u }).getByRole('cell')).toHaveText([
    '2',
    '1',
    '1',
    '0',
  ]);
  const reachedProof = wall.getByRole('row', { name: /^la preuve/u }).getByRole('cell');
  await expect(reachedProof.nth(1)).toHaveText('0');
  await expect(wall.getByRole('img', { name: /le vote, 1 sur 2/u })).toBeVisible();
  await wall.getByText(/^Ce qui a arrêté\s: le vote/u).click();
  const why = said(edition.refusals['wrong-voting-code'].sentence);
  await expect(
    wall.getByRole('listitem').filter({ hasText: /^1 fois, dans 1 exercice/u }),
  ).toHaveText(why);
  // On this device only, and nobody is told from anybody.
  for (const name of ['Dupont', '.json', ...names])
    await expect(wall.locator('#simulateur')).not.toContainText(name);
  expect(await everythingStored(wall)).toBe(kept);
});
