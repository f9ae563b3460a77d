import { sveltekit } from '@sveltejs/kit/vite';
import { defaultClientConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { partsByPage } from './scripts/parts/parts-by-page.mjs';

export default defineConfig({
  plugins: [
    sveltekit(),
    {
      name: 'parts-by-page',
      // As the bundler wants it where a file holds only what is named for it; nothing is taken away from the entries.
      options: (options) => ({ ...options, preserveEntrySignatures: 'allow-extension' })
    }
  ],
  // Comunica's dependencies speak of `global` (STACK.md, trap 11).
  define: { global: 'globalThis' },
  worker: { format: 'es' },
  // As it is anyway, said aloud because vitest would give the server's conditions to everything.
  environments: { client: { resolve: { conditions: [...defaultClientConditions] } } },
  // The style sheets use light-dark(): sent as written, not rewritten for browsers that lack it.
  build: {
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ name: partsByPage(), debugName: 'by page' }]
        }
      }
    }
  },
  server: { host: 'localhost' },
  test: {
    environment: 'node',
    // `// @vitest-environment client` on a file: reactive code, compiled as for a browser.
    alias: {
      'vitest-environment-client': new URL('./src/lib/query/vitest-client.ts', import.meta.url).pathname
    },
    include: [
      'src/**/*.test.ts',
      'shapes/**/*.test.ts',
      'scripts/**/*.test.ts',
      'pod-server/test/**/*.test.ts',
      'bench/**/*.test.ts',
      'faults/**/*.test.ts'
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores, and several suites start a real server.
    maxWorkers: 2
  }
});
