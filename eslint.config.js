import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'paquet/',
      'node_modules/',
      '.astro/',
      'test-results/',
      'playwright-report/',
    ],
  },
  {
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // `async` handlers without await exist where an interface asks for a promise.
      '@typescript-eslint/require-await': 'off',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSAnyKeyword', message: 'No `any`: say what it is, or `unknown`.' },
        { selector: 'TSEnumDeclaration', message: 'A union `as const`, not an enum.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        {
          selector: 'JSXIdentifier[name="dangerouslySetInnerHTML"]',
          message: 'Text is text: make elements.',
        },
      ],
    },
  },
  {
    // Text never becomes markup or program: Trusted Types would stop it in the browser, this stops it before.
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc'].map((property) => ({
          property,
          message: 'Text is text: make elements.',
        })),
        { object: 'document', property: 'write', message: 'Text is text: make elements.' },
      ],
    },
  },
  {
    // Tools that ask for a default export in their configuration.
    files: ['tests/support/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
