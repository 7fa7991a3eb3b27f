import { log } from '@/observe/logger'
import { prepareMonths } from '@/pipeline/operate/prepare-months'
import { findLateWork, sweepDeliveries, sweepUnevaluated, sweepUnscored } from '@/pipeline/operate/sweep'
import { handlers } from './handlers'

/** One that fails doesn't keep the others waiting; it is late again at the next turn. */
const tryOne = (work: Promise<void>): Promise<void> =>
  work.catch((err: unknown) => log().error({ err }, 'late work failed; it comes round again'))

const doLateWork = async (): Promise<void> => {
  const late = await findLateWork()
  await Promise.all(late['score-response'].map((payload) => tryOne(handlers['score-response'](payload))))
  for (const payload of late['evaluate-rules']) await tryOne(handlers['evaluate-rules'](payload))
  for (const payload of late['deliver-message']) await tryOne(handlers['deliver-message'](payload))
}

/**
 * Each queue's sweep: what should have been asked for and wasn't, because the queue was away, was emptied, or a process
 * died in between. Plain timers, not queued jobs: they must work when the queue has lost everything.
 */
const sweeps: { name: string; everySeconds: number; run: () => Promise<unknown> }[] = [
  { name: 'unscored responses', everySeconds: 2, run: sweepUnscored },
  { name: 'unjudged responses', everySeconds: 2, run: sweepUnevaluated },
  { name: 'due deliveries', everySeconds: 2, run: sweepDeliveries },
  { name: 'late work', everySeconds: 4, run: doLateWork },
  { name: 'months ahead', everySeconds: 3_600, run: prepareMonths },
]

const repeat = ({ name, everySeconds, run }: (typeof sweeps)[number]): (() => Promise<void>) => {
  let timer: NodeJS.Timeout
  let isStopped = false
  let current: Promise<void> = Promise.resolve()
  const turn = async (): Promise<void> => {
    try {
      await run()
    } catch (err) {
      log().warn({ err, sweep: name }, 'a sweep failed; it comes round again')
    }
    if (!isStopped) plan(everySeconds * 1000)
  }
  const plan = (delayMs: number): void => {
    timer = setTimeout(() => {
      current = turn()
    }, delayMs)
  }
  plan(500)
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await current
  }
}

/** Starts every sweep; the returned function stops them after the turn they are in. */
export const startSweeps = (): (() => Promise<void>) => {
  const stops = sweeps.map(repeat)
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}
