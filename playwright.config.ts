import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'

const executablePath = process.env.TEST_CHROMIUM
// Each worker reads this file too: it takes the installation that is its own (tests/support/e2e-global.ts).
const installations = JSON.parse(process.env.E2E_INSTALLATIONS ?? '[]') as Record<string, string>[]
Object.assign(process.env, installations[Number(process.env.TEST_PARALLEL_INDEX ?? 0)])

const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  globalSetup: './tests/support/e2e-global.ts',
  // Files run side by side, each worker on an installation of its own, which one file after the other has to itself.
  workers: Math.min(2, availableParallelism()),
  // A test that needs a second try is a broken test.
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
