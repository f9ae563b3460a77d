import type { Environment } from 'vitest/runtime';

/**
 * For tests of reactive code in Node: compiles and resolves as for a browser. Otherwise Svelte takes the test for
 * server rendering, where no effect ever runs.
 */
const environment: Environment = {
  name: 'client',
  viteEnvironment: 'client',
  setup: () => ({ teardown() {} })
};

export default environment;
