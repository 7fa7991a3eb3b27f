import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const secretFile = (dataDir: string, name: string): string => join(dataDir, 'secrets', name)

export const authSecretFile = (dataDir: string): string => secretFile(dataDir, 'auth-secret')

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code

/**
 * A secret made once per installation and readable by its owner alone. Web and worker may come here at the same moment:
 * whoever creates the file wins and the other reads it.
 */
const readOrMake = (file: string, bytes: number): string => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error
  }
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  try {
    writeFileSync(file, randomBytes(bytes).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}

/** The key that signs sessions and links. */
export const readOrMakeAuthSecret = (dataDir: string): string => readOrMake(authSecretFile(dataDir), 32)

/** The demo administrator's password: random, and kept so that every start can show it. The demo's data is invented. */
export const readOrMakeDemoPassword = (dataDir: string): string => readOrMake(secretFile(dataDir, 'demo-password'), 9)
