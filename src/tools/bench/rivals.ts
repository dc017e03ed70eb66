/** The generators that we are compared with, each set up as its own documentation begins. */
import { astroBuild } from './one-build.ts';

export interface Rival {
  readonly name: string;
  /** Packages from the registry, pinned. */
  readonly packages: readonly string[];
  /** Its own files, path → text. */
  readonly files: Readonly<Record<string, string>>;
  /** Where a page goes, from a name without ending. */
  readonly source: (page: string) => string;
  readonly built: (page: string) => string;
  /** A module that builds the project. */
  readonly script: string;
}

const astro = 'astro@7.3.4';

export const rivals: readonly Rival[] = [
  {
    name: 'Eleventy',
    packages: ['@11ty/eleventy@3.1.8'],
    files: {
      'src/_includes/page.njk':
        '<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title></head><body><main>{{ content | safe }}</main></body></html>',
      'src/src.json': '{ "layout": "page.njk" }',
    },
    source: (page) => `src/${page}.md`,
    built: (page) => `${page}/index.html`,
    script: `
      import { Eleventy } from '@11ty/eleventy';
      await new Eleventy('src', 'dist', { quietMode: true }).write();
    `,
  },
  {
    name: 'Astro nu',
    packages: [astro],
    files: {
      'src/content.config.mjs': `
        import { defineCollection } from 'astro:content';
        import { glob } from 'astro/loaders';
        export const collections = { pages: defineCollection({ loader: glob({ base: './src/texts', pattern: '*.md' }) }) };
      `,
      'src/pages/[page].astro': `---
import { getCollection, render } from 'astro:content';
export async function getStaticPaths() {
  return (await getCollection('pages')).map((entry) => ({ params: { page: entry.id }, props: { entry } }));
}
const { entry } = Astro.props;
const { Content } = await render(entry);
---
<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{entry.data.title}</title></head><body><main><Content /></main></body></html>
`,
    },
    source: (page) => `src/texts/${page}.md`,
    built: (page) => `${page}/index.html`,
    script: astroBuild,
  },
  {
    name: 'Starlight',
    packages: [astro, '@astrojs/starlight@0.42.4'],
    files: {
      'astro.config.mjs': `
        import { defineConfig } from 'astro/config';
        import starlight from '@astrojs/starlight';
        export default defineConfig({ integrations: [starlight({ title: 'Essai' })] });
      `,
      'src/content.config.mjs': `
        import { defineCollection } from 'astro:content';
        import { docsLoader } from '@astrojs/starlight/loaders';
        import { docsSchema } from '@astrojs/starlight/schema';
        export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
      `,
    },
    source: (page) => `src/content/docs/${page}.md`,
    built: (page) => `${page}/index.html`,
    script: astroBuild,
  },
];
