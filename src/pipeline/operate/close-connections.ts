import { closeProducer } from '@/queue/producer'
import { closeConnections as closeStore } from '@/store/connection'

/** Ends this process's connections; the last step of a shutdown. */
export const closeConnections = async (): Promise<void> => {
  await closeProducer()
  await closeStore()
}
