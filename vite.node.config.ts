import { defineConfig } from 'vite';

// The same code as in the browser, for commands that run in Node: the demo people, the benchmark and the faults.
export default defineConfig({
  define: { global: 'globalThis' },
  build: {
    ssr: true,
    outDir: 'dist/node',
    target: 'node20',
    rolldownOptions: {
      input: { demo: 'scripts/demo/demo.ts', bench: 'bench/bench.ts', faults: 'faults/real/rounds.ts' },
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunks/[name]-[hash].mjs' }
    }
  }
});
