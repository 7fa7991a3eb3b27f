import { log } from '@/observe/logger'
import { findLateWork } from '@/pipeline/operate/sweep'
import { handlers } from './handlers'

/** One that fails doesn't keep the others waiting; it is late again at the next turn. */
const tryOne = (work: Promise<void>): Promise<void> =>
  work.catch((err: unknown) => log().error({ err }, 'late work failed; it comes round again'))

/** Does, without the queue, what the queue has had time enough for. */
export const doLateWork = async (): Promise<void> => {
  const late = await findLateWork()
  await Promise.all(late['score-response'].map((payload) => tryOne(handlers['score-response'](payload))))
  for (const payload of late['evaluate-rules']) await tryOne(handlers['evaluate-rules'](payload))
  for (const payload of late['deliver-message']) await tryOne(handlers['deliver-message'](payload))
}
