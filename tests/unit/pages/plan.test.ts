// The map of each election's exercise: whole, the same every time, and each of its pages leads somewhere.
import { describe, expect, test } from 'vitest';
import { arrowsOf } from '../../../src/lib/arrows.ts';
import { situations } from '../../../src/lib/current.ts';
import { editionIds, loadCodes, loadEdition } from '../../../src/lib/editions.ts';
import { drawing, drawingWidth, wrapped } from '../../../src/lib/map-drawing.ts';
import { deducedFrom, gesturesOf, tallyWords } from '../../../src/lib/map-words.ts';
import { pageLinks } from '../../../src/lib/meetings.ts';
import { portalMap, stages } from '../../../src/lib/portal-map.ts';
import { beginning } from '../../../src/simulator/core/prepare.ts';
import { pagesOnTheWay } from '../../../src/simulator/core/way.ts';
import { evolve } from '../../../src/simulator/core/evolve.ts';
import { parseLink, seedOf } from '../../../src/simulator/links.ts';

describe.each(editionIds())('the map of %s', (id) => {
  const edition = loadEdition(id);
  const screens = Object.values(edition.screens);
  const map = portalMap(edition, arrowsOf(edition));
  const places = map.parts.flatMap((part) => part.places);

  test('has every page of the registry, once', () => {
    expect(places.map(({ screen }) => screen.id).sort()).toEqual(
      screens.map((one) => one.id).sort(),
    );
  });

  test('tells documented and reconstructed apart as the registry does', () => {
    const documented = screens.filter(({ mark }) => mark === 'documented').length;
    expect(map).toMatchObject({ documented, reconstructed: screens.length - documented });
    expect(tallyWords(map)).toMatch(
      new RegExp(`^${documented} pages? .*, ${screens.length - documented} `),
    );
    for (const { mark, because, sources } of screens) {
      expect(sources.length).toBeGreaterThan(0);
      if (mark === 'reconstructed')
        expect(deducedFrom(because ?? '')).not.toMatch(/^$|reconstitué/i);
    }
  });

  test('is the same every time', () => {
    expect(portalMap(loadEdition(id), arrowsOf(edition))).toEqual(map);
  });

  test('follows the journey: a page stands after the one that leads to it, a part after those before', () => {
    expect(map.parts.map(({ stage }) => stage)).toEqual(stages);
    for (const { places: own } of map.parts)
      for (const [index, { parent, depth }] of own.entries()) {
        const above = own.slice(0, index).find(({ screen }) => screen.id === parent);
        expect(depth).toBe(parent === null ? 0 : (above?.depth ?? NaN) + 1);
      }
  });

  test('gives each page another name, and a page of « ça bloque » that exists', () => {
    const slugs = situations().map(({ slug }) => slug);
    expect(new Set(places.map(({ name }) => name.toLowerCase())).size).toBe(places.length);
    for (const { screen } of places) expect(slugs, screen.id).toContain(screen.situation);
  });

  test('says of every button where it leads, by the arrows alone', () => {
    for (const place of places)
      for (const { leadsTo, outcome } of gesturesOf(place)) {
        const led = place.leaves.map(({ to }) => to);
        expect(leadsTo.filter((to) => !led.includes(to))).toEqual([]);
        expect(outcome === 'leads').toBe(leadsTo.length > 0);
      }
  });

  test('opens the simulator on the very page, unless no exercise passes it', () => {
    const links = pageLinks(edition);
    const without = places.map(({ screen }) => screen.id).filter((screen) => !links.has(screen));
    expect(without).toEqual([]);
    for (const [screen, path] of links) {
      const link = parseLink(loadCodes(), path.replace('/simulateur/', ''));
      expect(link, path).toMatchObject({ edition: id, screen, step: null });
      if (!link) continue;
      const { academy, profile, exercise } = link;
      const setup = { edition: id, academy, profile, exercise, seed: seedOf(link) };
      const first = beginning(edition, setup);
      const way = pagesOnTheWay(edition, first).get(screen) ?? [];
      expect(way.flat().reduce(evolve, first).screen).toBe(screen);
    }
  });

  test('is drawn inside its width, box under box, every word in its box', () => {
    const words = {
      from: (name: string) => name,
      to: () => '',
      instead: '',
      nameOf: (screen: string) => screen,
    };
    for (const { places: own } of map.parts) {
      const { boxes, height } = drawing(own, words);
      let bottom = 0;
      for (const box of boxes) {
        expect(box.y).toBeGreaterThan(bottom);
        bottom = box.y + box.height;
        expect(box.x + box.width).toBeLessThan(drawingWidth);
        for (const { y } of box.lines) expect(y).toBeLessThan(bottom);
        expect(box.lines.map(({ text }) => text).join(' ')).toBe(box.place.name);
      }
      expect(height).toBeGreaterThan(bottom);
    }
  });

  test('stops the build when an arrow names a page that the registry lost', () => {
    const others = Object.fromEntries(screens.slice(1).map((screen) => [screen.id, screen]));
    expect(() => arrowsOf({ ...edition, screens: others })).toThrow(/content\/ecrans/);
  });
});

test('a title is cut between words; a long word stays whole', () => {
  expect(wrapped('Lettre de vote (la notice)', 14)).toEqual(['Lettre de vote', '(la notice)']);
  expect(wrapped('Anticonstitutionnellement', 5)).toEqual(['Anticonstitutionnellement']);
});
