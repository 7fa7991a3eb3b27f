import { log } from './logger'

interface Lifecycle {
  /** how long a graceful end may take before the process ends anyway */
  deadlineMs: number
  close(): Promise<void>
}

/**
 * A client of the database that a library has checked out of its pool has no listener for errors: when the server ends
 * its connection, the event would end the process. Its query fails too, and is handled where it was asked.
 */
const isLostConnection = (err: Error): boolean =>
  /^(57P0|ECONNRESET|EPIPE)/.test((err as { code?: string }).code ?? '') || /^Connection (terminated|ended)/.test(err.message)

/**
 * Ends a process gracefully, once: on SIGTERM, on SIGINT, and when the script that started it has gone (the channel to
 * it closes). Past the deadline it ends with status 1; whatever was accepted is in the database.
 */
export const endGracefully = ({ deadlineMs, close }: Lifecycle): void => {
  let isEnding = false
  const end = (reason: string): void => {
    if (isEnding) return
    isEnding = true
    setTimeout(() => {
      log().warn('did not stop in time')
      process.exit(1)
    }, deadlineMs).unref()
    log().info({ reason }, 'stopping')
    close().then(
      () => {
        log().info('stopped')
        process.exit(0)
      },
      (err: unknown) => {
        log().error({ err }, 'stopping failed')
        process.exit(1)
      },
    )
  }
  process.on('uncaughtException', (err) => {
    if (isLostConnection(err)) return log().warn({ err }, 'a database connection that nobody listened to broke')
    log().fatal({ err }, 'an error that nobody caught')
    process.exit(1)
  })
  process.on('SIGTERM', () => end('SIGTERM'))
  process.on('SIGINT', () => end('SIGINT'))
  process.on('disconnect', () => end('the start script has gone'))
}
