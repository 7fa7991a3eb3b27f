import { sharedStorage } from './shared-storage'

/** What every log line inside a request or a job carries. Ids only: never a name, an address or an answer. */
export interface LogContext {
  requestId?: string
  jobId?: string
  queue?: string
  organizationId?: string
}

const storage = sharedStorage<LogContext>('earshot.logContext')

/** Runs `work` so that everything it logs carries `context` on top of the context around it. */
export const withLogContext = <T>(context: LogContext, work: () => T): T =>
  storage.run({ ...storage.getStore(), ...context }, work)

export const logContext = (): LogContext => storage.getStore() ?? {}
