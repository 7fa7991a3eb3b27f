import next from 'next'
import { env, WrongVariable } from '@/config/env'
import { rootDir } from '@/config/paths'
import { endGracefully } from '@/observe/lifecycle'
import { log } from '@/observe/logger'
import { closeConnections } from '@/pipeline/operate/close-connections'
import { openConnections } from '@/pipeline/operate/open-connections'
import { closeServer, listen, makeServer } from './server'

const GRACE_MS = 4_000
const DEADLINE_MS = 8_000

/** The database may come up after this process: answers are refused until then (/readyz says so), and it goes on trying. */
const openWhenReachable = async (isEnding: () => boolean): Promise<void> => {
  for (let wait = 500; !isEnding(); wait = Math.min(wait * 2, 5_000)) {
    try {
      await openConnections()
      return
    } catch (err) {
      log().warn({ err }, 'the database is not ready yet')
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

const start = async (): Promise<void> => {
  const { port, host, nodeEnv } = env()
  const app = next({ dev: nodeEnv === 'development', dir: rootDir(), hostname: host, port })
  const handle = app.getRequestHandler()
  const server = makeServer((request, response) => handle(request, response))
  let isEnding = false
  endGracefully({
    deadlineMs: DEADLINE_MS,
    close: async () => {
      isEnding = true
      await closeServer(server, GRACE_MS)
      await app.close()
      await closeConnections()
    },
  })
  await Promise.all([
    app.prepare(),
    Promise.race([openWhenReachable(() => isEnding), new Promise((resolve) => setTimeout(resolve, 5_000))]),
  ])
  await listen(server, port, host)
  log().info({ port, host }, 'listening')
}

start().catch((error: unknown) => {
  if (error instanceof WrongVariable) process.stderr.write(`${error.message}\n`)
  else log().fatal({ err: error }, 'the web process could not start')
  process.exit(1)
})
