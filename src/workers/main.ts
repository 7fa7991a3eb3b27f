import { endGracefully } from '@/observe/lifecycle'
import { log } from '@/observe/logger'
import { closeWorkers, startWorkers } from './start-workers'

try {
  await startWorkers()
  log().info('the worker is ready')
  process.send?.({ type: 'ready' })
} catch (err) {
  log().fatal({ err }, 'the worker could not start')
  process.exit(1)
}

endGracefully({ deadlineMs: 9_000, close: closeWorkers })
