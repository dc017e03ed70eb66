// Somebody sits down where the trouble begins: by the link of an exercise, in Grenoble, on some device.
import type { Page } from '@playwright/test';
import { expect, test } from '../../support/policy-watch.ts';
import { loadCodes, loadEdition } from '../../../src/lib/editions.ts';
import { printLink } from '../../../src/simulator/links.ts';
import { keyboard, pointer } from '../journeys/hands.ts';
import { Voter2022, words2022 } from '../journeys/voter-2022.ts';
import { Voter, words2014, words2018, type Words } from '../journeys/voter.ts';
import { played, table, type Device, type Played, type Way } from './table.ts';

const academy = 'grenoble';

/** The mailbox's own words, as the academy has them that year. */
export function inGrenoble(words: Omit<Words, 'mailUser' | 'mailPassword' | 'mailButton'>): Words {
  const box = loadEdition(words.edition).academies[academy]?.mailbox;
  return {
    ...words,
    mailUser: box?.userLabel ?? '',
    mailPassword: box?.passwordLabel ?? '',
    mailButton: box?.button ?? '',
  };
}

/** Whoever votes in that election, with those hands. */
function voterOf(edition: Played, page: Page, on: Device): Voter {
  const hands = on === 'keyboard' ? keyboard(page) : pointer(page);
  switch (edition) {
    case 'men-2014':
      return new Voter(hands, inGrenoble(words2014));
    case 'men-2018':
      return new Voter(hands, inGrenoble(words2018));
    case 'men-2022':
      return new Voter2022(hands, inGrenoble(words2022));
  }
}

/** The address of an exercise, as somebody would have sent it. */
export function linkTo(edition: string, exercise: string): string {
  const { academies, editions, exercises, profiles, screens } = loadCodes();
  const link = { edition, academy, profile: 'certifie', exercise, seed: 'KMPRTV' };
  const hash = printLink(
    { academies, editions, exercises, profiles, screens },
    { ...link, seat: null, step: null },
  );
  return `/simulateur/${hash ?? ''}`;
}

/** Opens the link, starts, and there we are. */
export async function sitDown(
  page: Page,
  edition: Played,
  exercise: string,
  on: Device = 'desk',
): Promise<Voter> {
  if (on === 'phone') await page.setViewportSize({ width: 320, height: 568 });
  const voter = voterOf(edition, page, on);
  await page.goto(linkTo(edition, exercise));
  await voter.hands.press('button', 'Commencer l’exercice');
  await expect(page.getByText('EXERCICE', { exact: true })).toBeVisible();
  return voter;
}

/** Back on the start card, after F5 or another page: the exercise is offered again, and taken up where it stood. */
export async function resume(voter: Voter, exercise: string): Promise<void> {
  const title = voter.edition.exercises[exercise]?.title ?? exercise;
  await voter.hands.press('button', new RegExp(`^${title}`));
  await expect(voter.hands.page.getByText('EXERCICE', { exact: true })).toBeVisible();
}

/**
 * One journey for each election of that row of the table.
 * @param regains loses access, meets the refusal, finds the way back, and goes on to a cast ballot
 * @param shows for an election where it cannot happen: what is there instead
 */
export function journeys(
  way: Way,
  regains: (voter: Voter, exercise: string) => Promise<void>,
  shows?: (voter: Voter) => Promise<void>,
): void {
  for (const edition of played) {
    const cell = table[way][edition];
    const where = 'on' in cell && cell.on !== 'desk' ? `, by ${cell.on}` : '';
    const title =
      'never' in cell ? `it cannot happen: ${cell.never}` : `lost, and found again${where}`;
    test(`${edition}, ${way}: ${title}`, async ({ page }) => {
      if (!('never' in cell)) {
        if (cell.on === 'keyboard') test.setTimeout(120_000);
        await regains(await sitDown(page, edition, cell.exercise, cell.on), cell.exercise);
      } else if (shows) await shows(await sitDown(page, edition, cell.exercise));
      else throw new Error(`${way} in ${edition}: nothing shows that it cannot happen`);
    });
  }
}
