import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { until } from './until'

export interface PostgresServer {
  url: string
  /** ends it as a crash would: what wasn't written down is gone, and its next start recovers */
  crash(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

type Where = { dataDir: string }
type Scripts = {
  places(env: Record<string, string>): Where
  checkFolder(where: Where): void
  startPostgres(where: Where): Promise<{ url: string }>
  stopPostgres(where: Where): Promise<void>
  serverPid(where: Where): number | undefined
  removeCluster(where: Where): void
}

const scripts = resolve(import.meta.dirname, '../../scripts/lib')
const load = async (): Promise<Scripts> =>
  Object.assign(
    {},
    ...(await Promise.all(['places', 'preflight', 'postgres'].map((name) => import(join(scripts, `${name}.mjs`))))),
  )

/** A PostgreSQL of the test's own, as an installation has it, which it may crash and start again at the same address. */
export const startPostgresServer = async (): Promise<PostgresServer> => {
  const { places, checkFolder, startPostgres, stopPostgres, serverPid, removeCluster } = await load()
  const dataDir = mkdtempSync(join(tmpdir(), 'earshot-own-postgres-'))
  // The server runs as a user of its own where this is root.
  chmodSync(dataDir, 0o755)
  const where = places({ EARSHOT_DATA_DIR: dataDir })
  checkFolder(where)
  const { url } = await startPostgres(where)
  const crash = async (): Promise<void> => {
    const pid = serverPid(where)
    if (pid === undefined) throw new Error('the server does not run')
    process.kill(pid, 'SIGQUIT')
    await until(() => serverPid(where) === undefined, 'the server to be gone')
  }
  const start = async (): Promise<void> => {
    const again = await startPostgres(where)
    if (again.url !== url) throw new Error('another program has taken the server’s port')
  }
  const stop = async (): Promise<void> => {
    await stopPostgres(where)
    removeCluster(where)
  }
  return { url, crash, start, stop }
}
