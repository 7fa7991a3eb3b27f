import next from 'next'
import { env, WrongVariable } from '@/config/env'
import { rootDir } from '@/config/paths'
import { endGracefully } from '@/observe/lifecycle'
import { log } from '@/observe/logger'
import { closeConnections } from '@/pipeline/operate/close-connections'
import { closeServer, listen, makeServer } from './server'

const GRACE_MS = 4_000
const DEADLINE_MS = 8_000

const start = async (): Promise<void> => {
  const { port, host, nodeEnv } = env()
  const app = next({ dev: nodeEnv === 'development', dir: rootDir(), hostname: host, port })
  const handle = app.getRequestHandler()
  const server = makeServer((request, response) => handle(request, response))
  endGracefully({
    deadlineMs: DEADLINE_MS,
    close: async () => {
      await closeServer(server, GRACE_MS)
      await app.close()
      await closeConnections()
    },
  })
  await app.prepare()
  await listen(server, port, host)
  log().info({ port, host }, 'listening')
}

start().catch((error: unknown) => {
  if (error instanceof WrongVariable) process.stderr.write(`${error.message}\n`)
  else log().fatal({ err: error }, 'the web process could not start')
  process.exit(1)
})
