import { defineConfig } from '@playwright/test';

// A system Chromium where there is one (scripts/set-up/browser.mjs finds it); Playwright's own otherwise.
const executablePath = process.env.HEARTH_CHROMIUM;

export default defineConfig({
  testDir: 'e2e',
  // With another app, fetched for it: `npm run interop`.
  testIgnore: process.env.HEARTH_MASHLIB ? [] : ['interop/**'],
  outputDir: 'test-results/e2e',
  fullyParallel: false,
  workers: 2,
  // A second try, told by name at the end of `npm test` (scripts/test/all.mjs): two cores carry a server, browsers and
  // the provider here, and one slow moment must not hide what 60 other stories say.
  retries: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    // A press that never comes is named, rather than the whole story being too long.
    actionTimeout: 45_000,
    // Recording costs a tenth of the processor's time.
    trace: 'on-first-retry',
    // Whoever goes on without a network takes the client in (ON_DEVICE in support/person.ts): for everybody it would be a
    // third of what the stories cost.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // No request of the browser's own: the tests run where there is no internet.
      args: [
        '--no-sandbox',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--no-first-run'
      ]
    }
  }
});
