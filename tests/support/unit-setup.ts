import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import './draws'

// Modules that read the configuration get one that reaches nothing.
const dataDir = mkdtempSync(join(tmpdir(), 'earshot-unit-'))
Object.assign(process.env, {
  NODE_ENV: 'test',
  EARSHOT_DATA_DIR: dataDir,
  DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
  AUTH_SECRET: 'a secret for tests, 32 characters or more',
  LOG_LEVEL: 'silent',
})
for (const name of ['REDIS_URL', 'SMTP_URL', 'APP_URL', 'PORT', 'HOST', 'EARSHOT_SEED', 'ADMIN_EMAIL', 'ADMIN_PASSWORD'])
  delete process.env[name]

afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
