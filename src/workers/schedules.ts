import { log } from '@/observe/logger'
import { keepClocks } from '@/pipeline/act/keep-clocks'
import { keepVerifications } from '@/pipeline/act/keep-verifications'
import { watchRules } from '@/pipeline/alert/watch-rules'
import { foldLatencies } from '@/pipeline/operate/fold-latencies'
import { indexWords } from '@/pipeline/operate/index-words'
import { keepStatistics } from '@/pipeline/operate/keep-statistics'
import { prepareMonths } from '@/pipeline/operate/prepare-months'
import {
  sweepDeliveries,
  sweepTargets,
  sweepUnevaluated,
  sweepUnfinishedRebuilds,
  sweepUnscored,
  sweepUnwrittenExports,
} from '@/pipeline/operate/sweep'
import { sweepExports } from '@/pipeline/operate/sweep-exports'
import { sweepDeviceMarks, sweepInvitations } from '@/pipeline/operate/sweep-listening'
import { sweepUploads } from '@/pipeline/operate/sweep-uploads'
import { doLateWork } from './do-late-work'

/**
 * Each queue's sweep: what should have been asked for and wasn't, because the queue was away, was emptied, or a process
 * died in between. Plain timers, not queued jobs: they must work when the queue has lost everything.
 */
const sweeps: { name: string; everySeconds: number; run: () => Promise<unknown> }[] = [
  { name: 'unscored responses', everySeconds: 2, run: sweepUnscored },
  { name: 'unjudged responses', everySeconds: 2, run: sweepUnevaluated },
  { name: 'due deliveries', everySeconds: 2, run: sweepDeliveries },
  { name: 'due webhooks and chats', everySeconds: 2, run: sweepTargets },
  { name: 'unwritten exports', everySeconds: 5, run: sweepUnwrittenExports },
  { name: 'unfinished recounts', everySeconds: 5, run: sweepUnfinishedRebuilds },
  { name: 'clocks of cases', everySeconds: 5, run: keepClocks },
  { name: 'rules about more than answers', everySeconds: 10, run: watchRules },
  { name: 'resolved cases', everySeconds: 10, run: keepVerifications },
  { name: 'late work', everySeconds: 4, run: doLateWork },
  { name: 'ended invitations', everySeconds: 60, run: sweepInvitations },
  { name: 'abandoned uploads', everySeconds: 600, run: sweepUploads },
  { name: 'latencies by day', everySeconds: 20, run: foldLatencies },
  { name: 'files of exports', everySeconds: 60, run: sweepExports },
  { name: 'words of old answers', everySeconds: 5, run: indexWords },
  { name: 'device marks', everySeconds: 3_600, run: sweepDeviceMarks },
  { name: 'statistics of young tables', everySeconds: 2, run: keepStatistics },
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
