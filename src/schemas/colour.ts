/** The colour of a local contact: seen on light and dark pages, and never that of the State. */
import { z } from 'astro/zod';

type Rgb = readonly [number, number, number];

/** What a colour stands on: paper and card of src/styles/site.css, light then dark. */
export const grounds = ['#fbf7ef', '#fffdf8', '#17121d', '#211a29'] as const;

/** WCAG 2.2, 1.4.11: what is no text and carries a meaning. */
export const leastContrast = 3;

/** Blues and red of the State's design system, and the saffron that means EXERCICE here: nothing near them. */
const reserved = ['#000091', '#0063cb', '#6a6af4', '#e1000f', '#c9191e', '#f4b81c'] as const;
const near = 32;

function parse(colour: string): Rgb {
  const at = (index: number) => Number.parseInt(colour.slice(index, index + 2), 16);
  return [at(1), at(3), at(5)];
}

const print = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = parse(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/**
 * The contrast of two colours, from 1 to 21 (WCAG 2.2).
 * @param one « #rrggbb », as is the other
 */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** True where it is seen on every ground. */
const isSeen = (colour: string) =>
  grounds.every((ground) => contrastOf(colour, ground) >= leastContrast);

const isReserved = (colour: string) =>
  reserved.some((one) => {
    const [a, b] = [parse(one), parse(colour)];
    return Math.hypot(...a.map((part, index) => part - (b[index] ?? 0))) < near;
  });

/** The nearest colour towards black, then white, that may be used; `null` when there is none. */
function mended(colour: string): string | null {
  const from = parse(colour);
  const steps = Array.from({ length: 20 }, (_, index) => (index + 1) / 20);
  const towards = (end: number) =>
    steps.map((step) => ({ step, colour: from.map((part) => part + (end - part) * step) }));
  const found = [...towards(0), ...towards(255)]
    .sort((a, b) => a.step - b.step)
    .map(({ colour: [red = 0, green = 0, blue = 0] }) => print([red, green, blue]))
    .find((one) => isSeen(one) && !isReserved(one));
  return found ?? null;
}

/** `couleur:` « #rrggbb », seen on light and dark grounds, far from the State's and from ours. */
export const localColour = () =>
  z
    .string("Écrire la couleur entre guillemets, en six chiffres ou lettres : '#2e7d32'")
    .regex(
      /^#[0-9a-f]{6}$/iu,
      "Écrire la couleur entre guillemets, en six chiffres ou lettres : '#2e7d32'",
    )
    .transform((written, context): string => {
      const colour = written.toLowerCase();
      const seen = isSeen(colour);
      if (seen && !isReserved(colour)) return colour;
      const instead = mended(colour);
      const why = seen
        ? 'Cette couleur ressemble à celles de l’État ou des exercices'
        : 'Cette couleur se verrait mal sur fond clair ou sur fond sombre';
      context.addIssue({
        code: 'custom',
        message: `${why} : ${instead ? `essayer '${instead}', ` : 'en prendre une autre, '}ou laisser « inconnu »`,
      });
      return z.NEVER;
    });
