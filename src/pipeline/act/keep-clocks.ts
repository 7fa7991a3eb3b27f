import { log } from '@/observe/logger'
import { enqueue } from '@/queue/producer'
import { type DueClock, findDueClocks, keepClock } from '@/store/case/keep-clock'
import { publishLive } from '@/store/live/publish-live'

const limit = 200

const keepOne = async (clock: DueClock): Promise<void> => {
  const { organizationId, id } = clock
  const { deliveries, isChanged } = await keepClock(clock)
  await enqueue(
    'deliver-message',
    deliveries.map((delivery) => ({ organizationId, id: delivery, attempt: 0 })),
  )
  if (isChanged) await publishLive([{ organizationId, type: 'case', id }])
}

/**
 * Looks at the clocks that are due: owners are warned, what ran out goes along its chain. Safe to run twice or side by side; what
 * a process that dies leaves undone is due still, and one that can't be kept doesn't hold up the others. Answers how many were due.
 */
export const keepClocks = async (): Promise<number> => {
  const due = await findDueClocks(limit)
  for (const clock of due)
    await keepOne(clock).catch((err: unknown) =>
      log().error({ err, caseId: clock.id }, 'a case’s clock was not kept; it comes round again'),
    )
  return due.length
}
