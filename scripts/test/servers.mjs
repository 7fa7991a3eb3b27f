import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { places } from '../lib/places.mjs'
import { removeCluster, startPostgres, stopPostgres } from '../lib/postgres.mjs'
import { checkFolder, findPort } from '../lib/preflight.mjs'
import { waitUntil } from '../lib/process.mjs'
import { Trouble } from '../lib/trouble.mjs'

const takesConnections = (port) =>
  new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })

const startRedis = async (program, folder) => {
  const port = await findPort()
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--maxmemory-policy',
    'noeviction',
    '--dir',
    folder,
  ]
  const child = spawn(program, args, { stdio: 'ignore' })
  if (!(await waitUntil(() => takesConnections(port), 10_000)))
    throw new Trouble('redis-server did not start for the tests.', `Try it by hand: ${program} ${args.join(' ')}`)
  return { url: `redis://127.0.0.1:${port}`, stop: () => void child.kill('SIGKILL') }
}

/** Real servers for the tests, on free loopback ports and on data that is thrown away: { env, stop }. */
export const startServers = async (tools) => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-tests-'))
  // PostgreSQL may run as another user, who must be able to pass through.
  chmodSync(folder, 0o755)
  const where = places({ EARSHOT_DATA_DIR: folder })
  checkFolder(where)
  let redis
  const stop = async () => {
    redis?.stop()
    await stopPostgres(where)
    removeCluster(where)
  }
  try {
    const { url } = await startPostgres(where, { isThrowaway: true })
    redis = await startRedis(tools.redis, folder)
    const env = {
      TEST_DATABASE_URL: url,
      TEST_REDIS_URL: redis.url,
      TEST_REDIS_SERVER: tools.redis,
      ...(tools.chromium ? { TEST_CHROMIUM: tools.chromium } : {}),
    }
    return { env, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
