import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import law from './scripts/check/law.cjs';
import svelteConfig from './svelte.config.js';

/** What files of a room may not name; dependency-cruiser does not see type imports inside .svelte. */
const closed = (rooms) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { regex: `(#lib|/lib|\\.\\.)/(${rooms.join('|')})/`, message: 'Another room (docs/architecture.md).' }
      ]
    }
  ]
});
const others = (room) =>
  Object.keys(law.may).filter((other) => other !== room && !law.may[room].includes(other));

export default ts.config(
  {
    ignores: [
      '.svelte-kit/',
      'build/',
      'node_modules/',
      'dist/',
      'pod-server/dist/',
      'pod-server/node_modules/',
      'data/',
      'test-results/',
      'static/'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true },
    rules: {
      // A file of 300 lines holds more than one idea.
      'max-lines': ['error', { max: 300 }],
      'no-undef': 'off',
      'no-empty': ['error', { allowEmptyCatch: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Addresses of pages are plain strings here: the app is served from the root of its own origin.
      'svelte/no-navigation-without-resolve': 'off',
      // People's words are text nodes and our own markdown tree (SECURITY.md).
      'svelte/no-at-html-tags': 'error'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
  },
  ...Object.keys(law.may)
    .filter((room) => others(room).length > 0)
    .map((room) => ({ files: [`src/lib/${room}/**/*.svelte`], rules: closed(others(room)) })),
  { files: ['src/routes/**'], rules: closed(law.closedToRoutes) },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' }
  }
);
