import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Redis } from 'ioredis'
import { freePort } from './ports'
import { until } from './until'

export interface RedisServer {
  url: string
  /** ends it as a power cut would: nothing in it survives */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

const answers = async (url: string): Promise<boolean> => {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 })
  redis.on('error', () => {})
  const isUp = await redis.connect().then(
    () => true,
    () => false,
  )
  redis.disconnect()
  return isUp
}

/** A Redis of the test's own, which it may kill and start again on the same port. */
export const startRedisServer = async (): Promise<RedisServer> => {
  const program = process.env.TEST_REDIS_SERVER
  if (!program) throw new Error('There is no redis-server. Run: npm test -- --only integration [FILE]')
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  let child: ChildProcess | undefined
  const start = async (): Promise<void> => {
    child = spawn(program, ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    })
    await until(() => answers(url), 'redis-server')
  }
  const kill = async (): Promise<void> => {
    if (!child || child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    child = undefined
  }
  await start()
  return { url, start, kill, stop: kill }
}
