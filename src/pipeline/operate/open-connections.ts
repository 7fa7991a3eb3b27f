import { openProducer } from '@/queue/producer'
import { ensureInstallation } from '@/store/organization/ensure-installation'

/** What a process needs before it serves: the queue, under the name that keeps this installation's jobs apart. Answers that name. */
export const openConnections = async (): Promise<string> => {
  const id = await ensureInstallation()
  openProducer(id)
  return id
}
