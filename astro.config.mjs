import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';

/** Where the built site goes: `dist`, unless a second build must not disturb the first. */
const outDir = process.env['ISOLOIR_OUT'] ?? 'dist';

export default defineConfig({
  outDir,
  trailingSlash: 'always',
  // One file per page and one round trip: the style sheet is small enough to ride inside.
  build: { format: 'directory', inlineStylesheets: 'always', assets: 'assets' },
  // Inline styles of a highlighter would break the content policy, and we show no code.
  markdown: { syntaxHighlight: false },
  // Compiling is for components alone: tutorials need none of it.
  integrations: [mdx(), preact({ include: ['**/*.tsx'] })],
  devToolbar: { enabled: false },
  server: { port: 4321 },
  vite: {
    build: {
      target: ['chrome109', 'firefox115', 'safari15.6'],
      assetsInlineLimit: 0,
      // What every guide page needs is one file: five small ones cost five times their headers.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'guide',
                test: /src\/(layouts\/Guide\.astro|scripts\/(blank-field|clipboard|element|guide|guide-words)\.ts$)/,
              },
            ],
          },
        },
      },
    },
  },
});
