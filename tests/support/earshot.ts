import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from './ports'
import { until } from './until'

const run = promisify(execFile)
const ROOT = resolve(import.meta.dirname, '../..')
const SCRIPTS = { web: 'dist/web.mjs', worker: 'dist/workers.mjs' } as const

export type Part = keyof typeof SCRIPTS

export interface Earshot {
  url: string
  /** a machine's key with every right */
  key: string
  env: NodeJS.ProcessEnv
  /** runs an operator's command and gives what it printed */
  cli(...words: string[]): Promise<string>
  start(part: Part): Promise<void>
  /** whether it was started and hasn't ended by itself */
  isRunning(part: Part): boolean
  /** SIGKILL: the process gets no chance to tidy up */
  kill(part: Part): Promise<void>
  stop(): Promise<void>
}

interface Options {
  databaseUrl: string
  env?: Record<string, string>
}

/**
 * The product as it runs: web and worker as processes of their own, from the bundles, on a migrated database. What they
 * log goes to standard error when TEST_LOG_LEVEL is set.
 */
export const startEarshot = async ({ databaseUrl, env: given = {} }: Options): Promise<Earshot> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const dataDir = await mkdtemp(join(tmpdir(), 'earshot-running-'))
  const isLoud = process.env.TEST_LOG_LEVEL !== undefined
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    PORT: String(port),
    HOST: '127.0.0.1',
    APP_URL: url,
    EARSHOT_DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    EARSHOT_SEED: 'empty',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'warn',
    // What a test saves by itself is sealed under its own secret: the processes must be able to read it.
    ...(process.env.AUTH_SECRET ? { AUTH_SECRET: process.env.AUTH_SECRET } : {}),
    ...given,
  }
  const children = new Map<Part, ChildProcess>()
  const cli = async (...words: string[]): Promise<string> =>
    (await run(process.execPath, [join(ROOT, 'dist/cli.mjs'), ...words], { env, cwd: ROOT })).stdout.trim()
  const isReady = (child: ChildProcess | undefined): Promise<boolean> => {
    if (child?.exitCode !== null) throw new Error(`the web process ended with status ${child?.exitCode}; its words stand above`)
    return fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    )
  }
  const end = async (part: Part, signal: NodeJS.Signals): Promise<void> => {
    const child = children.get(part)
    children.delete(part)
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  const isRunning = (part: Part): boolean => {
    const child = children.get(part)
    return child !== undefined && child.exitCode === null && child.signalCode === null
  }
  const start = async (part: Part): Promise<void> => {
    children.set(
      part,
      spawn(process.execPath, [join(ROOT, SCRIPTS[part])], {
        env,
        cwd: ROOT,
        stdio: ['ignore', isLoud ? 2 : 'ignore', 'inherit'],
      }),
    )
    if (part === 'web') await until(() => isReady(children.get('web')), 'the web process', 90_000)
  }
  const stop = async (): Promise<void> => {
    await Promise.all([end('web', 'SIGTERM'), end('worker', 'SIGTERM')])
    await rm(dataDir, { recursive: true, force: true })
  }
  try {
    await cli('migrate')
    await cli('bootstrap')
    const key = await cli('api-key', 'create', '--name', 'tests', '--role', 'admin')
    await Promise.all([start('web'), start('worker')])
    return { url, key, env, cli, start, isRunning, kill: (part) => end(part, 'SIGKILL'), stop }
  } catch (error) {
    await stop()
    throw error
  }
}
