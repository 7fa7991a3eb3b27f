import { writeFileSync } from 'node:fs'
import { announce } from './announce.mjs'
import { bundle, watchBundles, widget } from './bundles.mjs'
import { startChild, stopChild } from './child.mjs'
import { runCommand } from './commands.mjs'
import { checkDatabase, checkRedis } from './external.mjs'
import { generate } from './generate.mjs'
import { install } from './install.mjs'
import { recordChildren, releaseLock, takeLock } from './lock.mjs'
import { pages } from './pages.mjs'
import { startPostgres, stopPostgres } from './postgres.mjs'
import { checkFolder, checkPort, checkSpace } from './preflight.mjs'
import { endCommands, isAlive } from './process.mjs'
import { step } from './progress.mjs'
import { awaitReady } from './ready.mjs'
import { childEnvironment, readSettings } from './settings.mjs'
import { watchForStop } from './shutdown.mjs'
import { printTrouble, Trouble } from './trouble.mjs'

const SCRIPT = 'start.mjs'
const CHILD_DEADLINE_MS = 9000

/** Everything of one run that has to be ended again. */
const makeRun = (isDev) => ({
  isDev,
  settings: undefined,
  starting: undefined,
  database: undefined,
  children: [],
  cleanups: [],
  isStopping: false,
  dead: undefined,
})

/** Ends web and worker together, then the database; what is not there yet is skipped. */
const stopAll = async (run) => {
  run.isStopping = true
  endCommands()
  for (const clean of run.cleanups) await clean()
  const wentAlone = await Promise.all(run.children.map((child) => stopChild(child, CHILD_DEADLINE_MS)))
  if (wentAlone.includes(false))
    console.log('  ! A process did not end in time and was ended by force; nothing accepted is lost.')
  if (run.starting) {
    await stopPostgres(run.settings.where, 6000)
    // Interrupted while it was starting: it may have come up meanwhile.
    await run.starting.catch(() => {})
    await stopPostgres(run.settings.where, 3000)
  }
  if (run.settings) releaseLock(run.settings.where)
}

const forceAll = (run) => {
  for (const child of run.children) if (isAlive(child.pid)) process.kill(child.pid, 'SIGKILL')
  if (run.database && isAlive(run.database.pid)) process.kill(run.database.pid, 'SIGQUIT')
  if (run.settings) releaseLock(run.settings.where)
  process.exit(130)
}

const fail = async (run, error) => {
  if (run.isStopping) return
  printTrouble(error)
  await stopAll(run)
  process.exit(1)
}

/** A stop that arrives between two steps ends the sequence there. */
const unlessStopping = (run) => (name, work) => (run.isStopping ? new Promise(() => {}) : step(name, work))

const childDied = (run) => (child, how) => {
  run.children = run.children.filter((other) => other !== child)
  if (child.isStopping || run.isStopping) return
  run.dead = child
  fail(run, new Trouble(`The ${child.name} process ended unexpectedly (${how}).`, `Its log is ${child.file}.`, child.tail()))
}

const launch = (run, name, script, env) => {
  const child = startChild({
    name,
    script,
    env,
    logs: run.settings.where.logs,
    isVerbose: run.isDev,
    isQuiet: () => run.isStopping,
    onExit: childDied(run),
  })
  run.children.push(child)
  recordChildren(
    run.settings.where,
    run.children.map(({ pid, script: path }) => ({ pid, script: path })),
  )
}

const openDatabase = async (run, at) => {
  const { where } = run.settings
  if (!run.settings.isEmbedded) {
    await at('database', () => checkDatabase(process.env.DATABASE_URL))
    return process.env.DATABASE_URL
  }
  await at('database', async () => {
    run.starting = startPostgres(where)
    run.database = await run.starting
    return {
      note: `embedded PostgreSQL on port ${run.database.port}${run.database.isLeftover ? ', after stopping one left by an earlier start' : ''}`,
    }
  })
  const watch = setInterval(() => {
    if (run.database.hasDied())
      fail(run, new Trouble('The embedded database ended unexpectedly.', `Its log is ${where.logs}/postgres.log.`))
  }, 500)
  run.cleanups.push(() => clearInterval(watch))
  return run.database.url
}

const watchSources = async (run, env) => {
  const scripts = { web: 'dist/web.mjs', worker: 'dist/workers.mjs' }
  const restart = async (name) => {
    const child = run.children.find((other) => other.name === name)
    if (child) await stopChild(child, 5000)
    if (!run.isStopping) launch(run, name, scripts[name], env)
  }
  run.cleanups.push(await watchBundles(['web', 'workers'], (bundled) => restart(bundled === 'web' ? 'web' : 'worker')))
}

const sequence = async (run) => {
  const at = unlessStopping(run)
  const settings = readSettings()
  const { where } = settings
  await at('check', async () => {
    checkFolder(where)
    checkSpace(where)
    await takeLock(where, 'start', SCRIPT, settings.appUrl)
    run.settings = settings
    await checkPort(settings.port, settings.host)
    return { note: `Node.js ${process.versions.node}, ${where.dataDir}` }
  })
  await at('install', () => install())
  await at('generate', generate)
  await at('bundles', bundle)
  await at('widget', () => widget({ watch: run.isDev }))
  if (!run.isDev) await at('console', pages)
  const databaseUrl = await openDatabase(run, at)
  const env = childEnvironment(settings, databaseUrl, run.isDev)
  if (env.REDIS_URL) {
    const { warning } = await at('redis', () => checkRedis(env.REDIS_URL))
    if (warning) console.log(`  ! ${warning}`)
  }
  await at('migrate', async () => {
    const note = await runCommand(['migrate'], env, {
      what: 'The database could not be migrated.',
      remedy: 'Read the message above; nothing was changed half-way.',
    })
    return { note: note.trim().split('\n').at(-1) }
  })
  const first = await at('bootstrap', async () => {
    const what = { what: 'The first organization could not be made.', remedy: 'Read the message above.', asJson: true }
    const made = await runCommand(['bootstrap', '--json'], env, what)
    writeFileSync(where.seed, made.seed, { mode: 0o600 })
    return { ...made, note: made.note }
  })
  await at('web, worker', async () => {
    launch(run, 'web', 'dist/web.mjs', env)
    launch(run, 'worker', 'dist/workers.mjs', env)
    await awaitReady(settings, () => run.dead)
  })
  if (run.isDev) await watchSources(run, env)
  if (!run.isStopping) announce(settings, first)
}

/** npm start and npm run dev. */
export const runStart = async (args) => {
  const run = makeRun(args.includes('--dev'))
  watchForStop(
    async (reason) => {
      if (run.isStopping) return
      console.log(`\nStopping (${reason}) …`)
      const began = Date.now()
      await stopAll(run)
      console.log(`Stopped in ${((Date.now() - began) / 1000).toFixed(1)} s.`)
      process.exit(0)
    },
    () => forceAll(run),
  )
  console.log(`Earshot${run.isDev ? ' (development)' : ''}`)
  try {
    await sequence(run)
  } catch (error) {
    await fail(run, error)
  }
}
