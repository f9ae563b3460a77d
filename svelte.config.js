import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: ({ filename }) => (filename.includes('node_modules') ? undefined : true) },
  kit: {
    // One page for every address: IRIs travel in the query, so any static host can serve it.
    adapter: adapter({ fallback: 'index.html', pages: 'build', assets: 'build', precompress: true }),
    // Scripts run by hash only; the server adds the directives that a meta element cannot carry (CSP 3, 3.3).
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self', 'wasm-unsafe-eval'],
        'style-src': ['self', 'unsafe-inline'],
        'img-src': ['self', 'blob:', 'data:'],
        'connect-src': ['self', 'https:', 'wss:', 'http://localhost:*', 'ws://localhost:*'],
        'font-src': ['self'],
        'manifest-src': ['self'],
        'worker-src': ['self', 'blob:'],
        'form-action': ['none'],
        'base-uri': ['none']
      }
    },
    typescript: {
      config: (config) => {
        config.include.push(
          '../e2e/**/*.ts',
          '../bench/**/*.ts',
          '../shapes/**/*.ts',
          '../scripts/**/*.mjs',
          '../*.ts'
        );
        return config;
      }
    },
    // app/updates.svelte.ts registers it, and looks for newer versions itself.
    serviceWorker: { register: false },
    version: { pollInterval: 0 }
  }
};
