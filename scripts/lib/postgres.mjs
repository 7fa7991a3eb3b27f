import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries } from './postgres-binaries.mjs'
import { ensureCluster, installationSecret } from './postgres-cluster.mjs'
import { asUser, checkReach, serverUser } from './postgres-user.mjs'
import { findPort } from './preflight.mjs'
import { isRunning, signal, sleep, tail, waitUntil } from './process.mjs'
import { rotate } from './rotate.mjs'
import { Trouble } from './trouble.mjs'

const readPort = (where) => {
  try {
    return JSON.parse(readFileSync(where.database, 'utf8')).port
  } catch {
    return undefined
  }
}

/** The server process on this data folder, from PostgreSQL's own lock file; undefined when none runs. */
export const serverPid = (where) => {
  try {
    const pid = Number(readFileSync(join(where.postgres, 'postmaster.pid'), 'utf8').split('\n', 1)[0])
    return isRunning(pid, 'postgres') ? pid : undefined
  } catch {
    return undefined
  }
}

export const urlOf = (where, port, database = 'earshot') =>
  `postgresql://earshot:${installationSecret(where, 'database-password')}@127.0.0.1:${port}/${database}`

/** The running database's address, if it runs. */
export const runningUrl = (where) => {
  const port = readPort(where)
  return port !== undefined && serverPid(where) !== undefined ? urlOf(where, port) : undefined
}

/** Stops the server: clients are disconnected and everything is flushed; after the deadline it must recover at its next start. */
export const stopPostgres = async (where, deadlineMs = 8000) => {
  const pid = serverPid(where)
  if (pid === undefined) return
  signal(pid, 'SIGINT')
  if (await waitUntil(() => serverPid(where) === undefined, deadlineMs)) return
  signal(pid, 'SIGQUIT')
  if (await waitUntil(() => serverPid(where) === undefined, 3000)) return
  signal(pid, 'SIGKILL')
}

/** Connects until the server takes connections, and makes the product's database in it. */
const awaitReady = async (where, port, hasDied, deadlineMs = 60_000) => {
  const { default: pg } = await import('pg')
  const end = Date.now() + deadlineMs
  for (;;) {
    const client = new pg.Client({ connectionString: urlOf(where, port, 'postgres'), connectionTimeoutMillis: 5000 })
    client.on('error', () => {})
    try {
      await client.connect()
      const { rowCount } = await client.query("select 1 from pg_database where datname = 'earshot'")
      if (rowCount === 0) await client.query('create database earshot')
      return
    } catch (error) {
      // 57P03: it is still starting up, perhaps recovering after a crash.
      const isStarting = error.code === 'ECONNREFUSED' || error.code === '57P03' || error.code === 'ECONNRESET'
      if (!isStarting || hasDied() || Date.now() > end) throw error
      await sleep(40)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

/**
 * Starts the embedded server in a process group of its own, so that Ctrl-C reaches only the start script, which ends it last.
 * A server left by a killed start is stopped first. Gives { url, port, pid, isNew, hasDied() }.
 */
export const startPostgres = async (where, { isThrowaway = false } = {}) => {
  const binaries = findBinaries()
  const user = serverUser(where.postgres)
  checkReach(where.dataDir, user, 'data')
  checkReach(binaries.folder, user, 'packages')
  const isLeftover = serverPid(where) !== undefined
  await stopPostgres(where, 15_000)
  const { isNew } = await ensureCluster({ where, binaries, user, isThrowaway })
  const port = await findPort(readPort(where))
  writeFileSync(where.database, JSON.stringify({ port }), { mode: 0o600 })
  const logFile = join(where.logs, 'postgres.log')
  rotate(logFile)
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(binaries.postgres, ['-D', where.postgres, '-p', String(port)], {
    ...asUser(user),
    cwd: where.postgres,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  })
  closeSync(log)
  let death
  child.on('error', (error) => (death = error.message))
  child.on('exit', (code, by) => (death = by ?? `status ${code}`))
  child.unref()
  const hasDied = () => death !== undefined
  try {
    await awaitReady(where, port, hasDied)
  } catch (error) {
    await stopPostgres(where)
    const said = existsSync(logFile) ? tail(readFileSync(logFile, 'utf8')) : ''
    throw new Trouble(`The embedded database did not start (${death ?? error.message}).`, `Its log is ${logFile}.`, said)
  }
  return { url: urlOf(where, port), port, pid: child.pid, isNew, isLeftover, hasDied }
}

/** Removes a database folder that was made for tests. */
export const removeCluster = (where) => rmSync(where.dataDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
