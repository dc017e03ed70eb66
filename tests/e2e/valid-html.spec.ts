// Every page as a validator reads it: an attribute given twice, an element where it may not stand, are seen by nobody until a browser drops one.
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { isRedirect, pageFiles } from '../../src/tools/dist.ts';
import { readFileSync } from 'node:fs';
import { siteFolder } from '../../src/tools/run.ts';
import { expect, test } from '../support/policy-watch.ts';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    // Matters of taste: our own rules say how long a title may be, and what is written in short stays short.
    'doctype-style': 'off',
    'long-title': 'off',
    'no-implicit-input-type': 'off',
    'no-redundant-for': 'off',
    // A table that narrow screens show as blocks is a table for a screen reader only by its roles.
    'no-redundant-role': 'off',
    // Firefox keeps the ticks of a page across a reload unless each box says so: the standard has no word for it.
    'valid-autocomplete': 'off',
  },
});

test('every page is valid HTML', async () => {
  test.setTimeout(300_000);
  const pages = pageFiles(siteFolder)
    .map((file) => ({ file, html: readFileSync(join(siteFolder, file), 'utf8') }))
    .filter(({ html }) => !isRedirect(html));
  expect(pages.length).toBeGreaterThan(300);
  const faults: string[] = [];
  for (const { file, html } of pages) {
    const { results } = await validator.validateString(html);
    for (const { messages } of results)
      for (const { ruleId, message, line, column } of messages)
        faults.push(`${file}:${String(line)}:${String(column)} ${ruleId}: ${message}`);
  }
  expect(faults).toEqual([]);
});
