import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asUser } from './postgres-user.mjs'
import { run, tail } from './process.mjs'
import { Trouble } from './trouble.mjs'

/** A secret of this installation, made once and readable by its owner alone. */
export const installationSecret = (where, name) => {
  const file = join(where.secrets, name)
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

const CONFIGURATION = `
# Earshot's own server: loopback TCP only, so the length and place of socket files do not matter.
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 200
shared_buffers = 128MB
max_wal_size = 1GB
io_workers = 1
huge_pages = off
jit = off
timezone = 'UTC'
log_timezone = 'UTC'
log_min_messages = warning
log_line_prefix = '%m [%p] '
`

/** Durable by default; tests run on data that they throw away. */
const THROWAWAY = `
fsync = off
synchronous_commit = off
full_page_writes = off
`

/**
 * Makes the database cluster unless it is there. The password goes through a file that only the server's user reads.
 * The built-in C.UTF-8 locale does not depend on what the operating system has, so indexes survive its upgrades.
 */
export const ensureCluster = async ({ where, binaries, user, isThrowaway = false }) => {
  if (existsSync(join(where.postgres, 'PG_VERSION')) && existsSync(join(where.postgres, '.ready'))) return { isNew: false }
  // Without the mark the last attempt was interrupted before anything could be stored in it.
  rmSync(where.postgres, { recursive: true, force: true })
  mkdirSync(where.postgres, { mode: 0o700 })
  const scratch = mkdtempSync(join(tmpdir(), 'earshot-'))
  const passwordFile = join(scratch, 'password')
  try {
    writeFileSync(passwordFile, installationSecret(where, 'database-password'), { mode: 0o600 })
    if (user) for (const path of [where.postgres, scratch, passwordFile]) chownSync(path, user.uid, user.gid)
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const args = [
      '-D',
      where.postgres,
      '-U',
      'earshot',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      ...locale,
      '--no-instructions',
    ]
    const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
    const { code, output } = await run(binaries.initdb, isThrowaway ? [...args, '--no-sync'] : args, {
      ...asUser(user),
      cwd: where.postgres,
      env,
    })
    if (code !== 0)
      throw new Trouble('The embedded database could not be made.', 'Read PostgreSQL’s message above.', tail(output))
    writeFileSync(join(where.postgres, 'postgresql.auto.conf'), CONFIGURATION + (isThrowaway ? THROWAWAY : ''))
    writeFileSync(join(where.postgres, '.ready'), '')
    if (user) for (const name of ['postgresql.auto.conf', '.ready']) chownSync(join(where.postgres, name), user.uid, user.gid)
    chmodSync(where.postgres, 0o700)
    return { isNew: true }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
