import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parseEnv, WrongVariable } from '@/config/env'
import { checkVariables } from '@/config/rules.mjs'

const DATABASE_URL = 'postgresql://earshot:word@127.0.0.1:5432/earshot'
const home = mkdtempSync(join(tmpdir(), 'earshot-env-'))
const folder = () => mkdtempSync(join(home, 'data-'))
afterAll(() => rmSync(home, { recursive: true }))

const read = (given: Record<string, string>) => parseEnv({ DATABASE_URL, EARSHOT_DATA_DIR: folder(), ...given })

describe('configuration', () => {
  test('defaults are those of the contract', () => {
    expect(read({})).toMatchObject({
      port: 3000,
      host: '0.0.0.0',
      appUrl: 'http://localhost:3000',
      seed: 'empty',
      logLevel: 'info',
    })
    expect(read({}).redisUrl).toBeUndefined()
  })

  test('the demo stays on this machine unless told otherwise', () => {
    expect(read({ EARSHOT_SEED: 'demo' }).host).toBe('127.0.0.1')
    expect(read({ EARSHOT_SEED: 'demo', HOST: '0.0.0.0' }).host).toBe('0.0.0.0')
  })

  test('an empty variable counts as unset', () => {
    expect(read({ PORT: '', REDIS_URL: '' })).toMatchObject({ port: 3000, redisUrl: undefined })
  })

  test.each([
    ['PORT', '70000', '"70000"'],
    ['PORT', '3e3', '"3e3"'],
    ['APP_URL', 'https://x.example/path', '"https://x.example/path"'],
    ['EARSHOT_SEED', 'big', '"big"'],
    ['MAIL_FROM', 'nobody', '"nobody"'],
    ['LOG_LEVEL', 'loud', '"loud"'],
  ])('%s=%s is refused in one line that names it and what was given', (name, given, shown) => {
    expect(() => read({ [name]: given })).toThrow(WrongVariable)
    expect(() => read({ [name]: given })).toThrow(new RegExp(`^${name} is ${shown.replaceAll('/', '\\/')}, but .+ is wanted\\.$`))
  })

  test.each(['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'ADMIN_PASSWORD', 'AUTH_SECRET'])(
    '%s is never shown, only its length',
    (name) => {
      const fault = checkVariables({ [name]: 'hunter2:x' })
      expect(fault).toHaveLength(1)
      expect(fault[0]).toContain('a value of 9 characters')
      expect(fault[0]).not.toContain('hunter2')
    },
  )

  test('a missing database is named', () => {
    expect(() => parseEnv({ EARSHOT_DATA_DIR: folder() })).toThrow(/^DATABASE_URL is not set/)
  })

  test('the signing secret is made once, for its owner alone', () => {
    const dataDir = folder()
    const first = read({ EARSHOT_DATA_DIR: dataDir }).authSecret
    const file = join(dataDir, 'secrets', 'auth-secret')
    expect(first.length).toBeGreaterThanOrEqual(43)
    expect(readFileSync(file, 'utf8')).toBe(first)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(read({ EARSHOT_DATA_DIR: dataDir }).authSecret).toBe(first)
    expect(read({ EARSHOT_DATA_DIR: dataDir, AUTH_SECRET: 'x'.repeat(32) }).authSecret).toBe('x'.repeat(32))
  })
})
