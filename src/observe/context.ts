import { AsyncLocalStorage } from 'node:async_hooks'

/** What every log line inside a request or a job carries. Ids only: never a name, an address or an answer. */
export interface LogContext {
  requestId?: string
  jobId?: string
  queue?: string
  organizationId?: string
}

// The web process holds this module twice (our bundle and the framework's); both must see one storage.
const KEY = Symbol.for('earshot.logContext')
const shared = globalThis as unknown as Record<symbol, AsyncLocalStorage<LogContext> | undefined>
shared[KEY] ??= new AsyncLocalStorage<LogContext>()
const storage: AsyncLocalStorage<LogContext> = shared[KEY]

/** Runs `work` so that everything it logs carries `context` on top of the context around it. */
export const withLogContext = <T>(context: LogContext, work: () => T): T =>
  storage.run({ ...storage.getStore(), ...context }, work)

export const logContext = (): LogContext => storage.getStore() ?? {}
