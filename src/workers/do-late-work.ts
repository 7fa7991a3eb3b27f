import { log } from '@/observe/logger'
import { findLateWork } from '@/pipeline/operate/sweep'
import type { Payload } from '@/queue/jobs'
import { handlers } from './handlers'

/** One that fails doesn't keep the others waiting; it is late again at the next turn. */
const tryOne = (work: Promise<void>): Promise<void> =>
  work.catch((err: unknown) => log().error({ err }, 'late work failed; it comes round again'))

/** What may take minutes goes on beside the rest, one of a kind at a time. */
const long = { 'write-export': false, 'rebuild-rollups': false }

const tryLong = (name: keyof typeof long, payloads: readonly Payload<keyof typeof long>[]): void => {
  const [first] = payloads
  if (!first || long[name]) return
  long[name] = true
  void tryOne(handlers[name](first)).finally(() => {
    long[name] = false
  })
}

/** Webhooks and chats wait for whoever answers them, so they are begun and not waited for, each line once. */
const lines = new Set<string>()

const tryLine = (payload: Payload<'deliver-to-target'>): void => {
  if (lines.has(payload.id)) return
  lines.add(payload.id)
  void tryOne(handlers['deliver-to-target'](payload)).finally(() => lines.delete(payload.id))
}

/** Does, without the queue, what the queue has had time enough for. */
export const doLateWork = async (): Promise<void> => {
  const late = await findLateWork()
  await Promise.all(late['score-response'].map((payload) => tryOne(handlers['score-response'](payload))))
  for (const payload of late['evaluate-rules']) await tryOne(handlers['evaluate-rules'](payload))
  for (const payload of late['deliver-message']) await tryOne(handlers['deliver-message'](payload))
  for (const payload of late['deliver-to-target']) tryLine(payload)
  tryLong('write-export', late['write-export'])
  tryLong('rebuild-rollups', late['rebuild-rollups'])
}
