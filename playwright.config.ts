import { defineConfig } from '@playwright/test'

const executablePath = process.env.TEST_CHROMIUM
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/support/e2e-global.ts',
  // The tests share one running installation, and a test that needs a second try is a broken test.
  workers: 1,
  retries: 0,
  timeout: 90_000,
  // A busy machine is slow, not wrong: conditions are waited for, never timed.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  use: {
    baseURL: process.env.E2E_URL ?? 'http://127.0.0.1:1',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // Chromium's sandbox refuses to run as root.
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
})
