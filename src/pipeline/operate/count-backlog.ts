import { type Backlog, readBacklog } from '@/store/health/read-backlog'
import { checkHealth } from './check-health'

/** What waits in all organizations together; undefined while the database can't tell. */
export const countBacklog = async (): Promise<Backlog | undefined> => ((await checkHealth()).isReady ? readBacklog() : undefined)
