// npm run cli: the operator's commands, also while Earshot runs.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { bundle } from './lib/bundles.mjs'
import { generate } from './lib/generate.mjs'
import { install } from './lib/install.mjs'
import { liveHolder, releaseLock, takeLock } from './lib/lock.mjs'
import { ROOT } from './lib/places.mjs'
import { runningUrl, startPostgres, stopPostgres } from './lib/postgres.mjs'
import { checkFolder } from './lib/preflight.mjs'
import { waitUntil } from './lib/process.mjs'
import { childEnvironment, readSettings } from './lib/settings.mjs'
import { printTrouble } from './lib/trouble.mjs'

const words = process.argv.slice(2)
const needsDatabase = words.length > 0 && !words.includes('--help') && words[0] !== 'help'

/** The running database's address, or that of one that is started for this command alone. */
const openDatabase = async (where) => {
  const isRunning = () => liveHolder(where)?.kind === 'start' && runningUrl(where) !== undefined
  if (isRunning()) return { url: runningUrl(where), close: async () => {} }
  // Another command may be using a database of its own, or a start may be on its way: wait for either.
  await waitUntil(() => isRunning() || liveHolder(where) === undefined, 60_000, 200)
  if (isRunning()) return { url: runningUrl(where), close: async () => {} }
  await takeLock(where, 'command', 'cli.mjs')
  const close = async () => {
    await stopPostgres(where)
    releaseLock(where)
  }
  try {
    return { url: (await startPostgres(where)).url, close }
  } catch (error) {
    await close()
    throw error
  }
}

const execute = (env) =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(ROOT, 'dist/cli.mjs'), ...words], {
      env,
      cwd: process.env.INIT_CWD ?? process.cwd(),
      stdio: 'inherit',
    })
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
    child.on('error', fail)
    child.on('close', (code) => done(code ?? 1))
  })

const main = async () => {
  const settings = readSettings()
  await install()
  await generate()
  await bundle()
  if (!needsDatabase || !settings.isEmbedded) return execute(childEnvironment(settings, process.env.DATABASE_URL ?? '', false))
  checkFolder(settings.where)
  const database = await openDatabase(settings.where)
  try {
    return await execute(childEnvironment(settings, database.url, false))
  } finally {
    await database.close()
  }
}

try {
  process.exitCode = await main()
} catch (error) {
  printTrouble(error)
  process.exitCode = 1
}
