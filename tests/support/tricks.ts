/** What could make a simulated screen pass for a real one, or a trap: read in its markup, whatever drew it. */
import { readYaml } from '../../src/schemas/read.ts';
import { breachesOf } from '../../src/tools/policy.ts';
import { z } from 'astro/zod';

const persons = readYaml(
  'content/personnages/invente-es.yaml',
  z.array(z.object({ prenom: z.string(), nom: z.string(), civilite: z.string() })),
);
const names = new Set(persons.map(({ nom }) => nom));

/** Each trick, and the words that betray it. */
const signs: readonly (readonly [name: string, sign: RegExp])[] = [
  ['an address that a browser would open', /\b(?:https?:|www\.)/iu],
  ['the name of a host that could exist', /[\w-]\.(?:fr|com|org|net|eu|info|io|re|nc|pf)\b(?!')/iu],
  ['an address that does not end in .example', /@(?![\w.-]+\.example\b)[\w-]+\.\w/iu],
  ['a drawn browser', /[🔒🔓🔐🌐⟳↻⭮]|barre d’adresse/iu],
  [
    'the State’s name or device',
    /République française|Marianne|Liberté\s*[,·•]?\s*Égalité|\bclass="(?:[^"]* )?fr-/iu,
  ],
  ['a frame of another page', /<(?:iframe|object|embed)\b/iu],
];

/** What is wrong with the markup of a screen, each once; empty when nobody could be fooled. */
export function tricksOf(html: string): readonly string[] {
  const text = html.replace(/&#0?39;|&rsquo;/gu, '’');
  const strangers = [
    ...text.matchAll(/(?:\bM\.|\bMme|\bMadame|\bMonsieur)[\s\u00a0\u202f]+(\p{Lu}[\p{L}-]+)/gu),
  ]
    .map(([, name = '']) => name)
    .filter((name) => !names.has(name) && !persons.some(({ prenom }) => prenom === name));
  return [
    ...breachesOf(html),
    ...signs
      .filter(([, sign]) => sign.test(text))
      .map(([name, sign]) => `${name}: ${sign.exec(text)?.[0] ?? ''}`),
    ...strangers.map((name) => `a person whom we did not invent: ${name}`),
  ];
}
