// What no page of the site has, and what each has: read in the built files, all of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, isRedirect, pageFiles } from '../../../src/tools/dist.ts';
import { tagsOf } from '../../../src/tools/policy.ts';
import { siteFolder } from '../../../src/tools/run.ts';
import { expect, test } from '../../support/policy-watch.ts';

const pages = pageFiles(siteFolder)
  .map((file) => ({ file, html: readFileSync(join(siteFolder, file), 'utf8') }))
  .filter(({ html }) => !isRedirect(html))
  .map(({ file, html }) => ({ file, html, tags: tagsOf(html) }));

type Tag = (typeof pages)[number]['tags'][number];

/** « page: tag » of whatever is found. */
const found = (wanted: (tag: Tag) => boolean): readonly string[] =>
  pages.flatMap(({ file, tags }) =>
    tags
      .filter(wanted)
      .map(({ name, attributes }) => `${file}: ${name} ${[...attributes.keys()].join(' ')}`),
  );

test('no page has a frame, a sound, a film, a picture that moves, or a plug-in', () =>
  expect(
    found(({ name }) =>
      /^(?:iframe|frame|object|embed|audio|video|canvas|marquee|blink|bgsound|animate|applet)$/u.test(
        name,
      ),
    ),
  ).toEqual([]));

test('no page goes elsewhere by itself, opens another window, or takes a key for itself', () =>
  expect(
    found(
      ({ attributes }) =>
        attributes.has('accesskey') ||
        attributes.has('target') ||
        /^refresh$/iu.test(attributes.get('http-equiv') ?? '') ||
        Number(attributes.get('tabindex') ?? 0) > 0,
    ),
  ).toEqual([]));

test('nothing is told by hovering alone: no element has a title that the page does not say', () =>
  expect(found(({ name, attributes }) => name !== 'link' && attributes.has('title'))).toEqual([]));

test('each page says its language and its title, and may be magnified', () => {
  for (const { file, html, tags } of pages) {
    expect(html, file).toMatch(/^\s*<!doctype html>/iu);
    const whole = tags.find(({ name }) => name === 'html');
    expect(whole?.attributes.get('lang'), file).toBe('fr');
    const view = tags.find(({ attributes }) => attributes.get('name') === 'viewport');
    expect(view?.attributes.get('content'), file).not.toMatch(/user-scalable|maximum-scale/u);
    expect(html, file).toMatch(/<title>[^<]+<\/title>/u);
  }
});

test('an id stands once on its page', () => {
  for (const { file, tags } of pages) {
    const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
    expect(
      ids.filter((id, n) => ids.indexOf(id) !== n),
      file,
    ).toEqual([]);
  }
});

test('the cells at the head of a table say of what they are the head', () =>
  expect(found(({ name, attributes }) => name === 'th' && !attributes.has('scope'))).toEqual([]));

test('every table is a simple one: no cell spans others, and none is there to put things in their place', () => {
  expect(
    found(
      ({ name, attributes }) =>
        (name === 'td' || name === 'th') &&
        (attributes.has('colspan') || attributes.has('rowspan') || attributes.has('headers')),
    ),
  ).toEqual([]);
  expect(
    pages.flatMap(({ file, html }) =>
      (html.match(/<table\b[\s\S]*?<\/table>/gu) ?? [])
        .filter((table) => !table.includes('<th scope="col"') || table.indexOf('<table', 1) > 0)
        .map((table) => `${file}: ${table.slice(0, 60)}`),
    ),
  ).toEqual([]);
});

test('each table has its name: a caption, or the heading above it', () =>
  expect(
    pages.flatMap(({ file, html }) =>
      (html.match(/<table\b[^>]*>(?:\s*<[a-z]+)?/gu) ?? [])
        .filter((table) => !table.endsWith('<caption') && !table.includes('aria-labelledby='))
        .map((table) => `${file}: ${table}`),
    ),
  ).toEqual([]));

test('help is at the same place of every page: the same links at the foot, in the same order', () => {
  const feet = pages
    .filter(({ html }) => html.includes('aria-label="Pied de page"'))
    .map(({ html }) => {
      const foot = html.slice(html.indexOf('aria-label="Pied de page"'));
      return [...foot.slice(0, foot.indexOf('</nav>')).matchAll(/href="([^"]+)"/gu)].map(
        ([, href]) => href,
      );
    });
  expect(feet.length).toBeGreaterThan(300);
  expect(new Set(feet.map((links) => links.join(' '))).size).toBe(1);
  expect(feet[0]).toContain('/recherche/#demander');
});

test('nothing is published for an office suite: pages, pictures, calendars and texts', () => {
  const kinds = new Set(filesOf(siteFolder).map((file) => /[^./]+$/u.exec(file)?.[0] ?? ''));
  expect(
    [...kinds].filter((kind) => /^(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|epub)$/iu.test(kind)),
  ).toEqual([]);
  expect(kinds).toContain('html');
});

test('no screen is asked to stand upright or to lie down', () => {
  const texts = filesOf(siteFolder)
    .filter((file) => /\.(?:css|html|webmanifest)$/u.test(file))
    .map((file) => ({ file, text: readFileSync(join(siteFolder, file), 'utf8') }));
  const locked = texts.filter(({ text }) => /\(orientation:|"orientation"\s*:/u.test(text));
  expect(locked.map(({ file }) => file)).toEqual([]);
});
