import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { closeProducer } from '@/queue/producer'
import { closeConnections } from '@/store/connection'
import { createDatabase } from './database'
import './draws'

// Runs before each test file, in its own process: the file's database is there before anything reads the configuration.
const database = await createDatabase()
const dataDir = mkdtempSync(join(tmpdir(), 'earshot-integration-'))
Object.assign(process.env, {
  NODE_ENV: 'test',
  DATABASE_URL: database.url,
  EARSHOT_DATA_DIR: dataDir,
  EARSHOT_SEED: 'empty',
  AUTH_SECRET: 'a secret for tests, 32 characters or more',
  LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
})
for (const name of ['REDIS_URL', 'SMTP_URL', 'APP_URL', 'PORT', 'HOST', 'ADMIN_EMAIL', 'ADMIN_PASSWORD']) delete process.env[name]

afterAll(async () => {
  await closeProducer()
  await closeConnections()
  await database.drop()
  rmSync(dataDir, { recursive: true, force: true })
})
