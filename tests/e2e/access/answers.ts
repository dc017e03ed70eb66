// What somebody in trouble is told: the refusal in the election's own words, the page that helps, the coach's sentence.
import { expect, type Locator } from '@playwright/test';
import type { FieldName, RefusalWord } from '../../../src/simulator/core/refusals.ts';
import { troublePages, type TroubleKind } from '../../../src/simulator/ui/troubles.ts';
import { said } from '../journeys/said.ts';
import type { Voter } from '../journeys/voter.ts';

/** On top of everything, where the eye is: nothing has to be scrolled, nothing lies over it. */
async function inSight(thing: Locator): Promise<void> {
  await expect(thing).toBeInViewport({ ratio: 1 });
  await expect
    .poll(() =>
      thing.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect();
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        return seen !== null && (element === seen || element.contains(seen));
      }),
    )
    .toBe(true);
}

/** The link « Que faire ? » in sight, to a page and a place of it that are there. */
async function leadsTo(voter: Voter, near: Locator, situation: string): Promise<Locator> {
  const [page = '', anchor = ''] = situation.split('#');
  const link = near.getByRole('link', { name: 'Que faire ?' }).first();
  await expect(link).toHaveAttribute('href', `/ca-bloque/${page}/#${anchor}`);
  await inSight(link);
  const answer = await voter.hands.page.request.get(`/ca-bloque/${page}/`);
  expect(await answer.text()).toContain(`id="${anchor}"`);
  return link;
}

/**
 * The portal said no, in its own words, and where it helps.
 * @param field the page and the field beside which it must be said; it has the focus then
 */
export async function refused(
  voter: Voter,
  word: RefusalWord,
  field?: readonly [screen: string, field: FieldName],
): Promise<Locator> {
  const { sentence, situation } = voter.edition.refusals[word];
  const note = voter.sheet
    .getByRole('paragraph')
    .filter({ hasText: said(sentence) })
    .first();
  await inSight(note);
  if (field) {
    const name = voter.label(...field);
    const input = voter.sheet.getByRole('textbox', { name, exact: true });
    await expect(input).toBeFocused();
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(input).toHaveAccessibleDescription(said(sentence));
  }
  return leadsTo(voter, note, situation ?? '');
}

/** What goes wrong without anybody refusing: its page is offered where it is seen. */
export function troubled(voter: Voter, kind: TroubleKind): Promise<Locator> {
  return leadsTo(voter, voter.sheet, troublePages[kind] ?? '');
}

/** The coach's sentence of that goal. */
export async function coached(voter: Voter, goal: string): Promise<void> {
  const { says = goal } = voter.edition.goals[goal] ?? {};
  await expect(voter.sheet.getByText(said(says)).first()).toBeVisible();
}

/** Goes and reads the page that helps: it opens at the very place. */
export async function readHelp(voter: Voter, link: Locator): Promise<void> {
  const { page } = voter.hands;
  const href = (await link.getAttribute('href')) ?? '';
  await voter.hands.press('link', 'Que faire ?', voter.sheet);
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator(href.slice(href.indexOf('#')))).toBeInViewport();
}
