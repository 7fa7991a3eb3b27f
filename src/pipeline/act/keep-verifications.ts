import { log } from '@/observe/logger'
import { enqueue } from '@/queue/producer'
import { type AwaitedVerdict, findAwaitedVerdicts, keepVerification } from '@/store/case/keep-verification'
import { publishLive } from '@/store/live/publish-live'

const limit = 200

const keepOne = async (awaited: AwaitedVerdict): Promise<void> => {
  const { organizationId, id } = awaited
  const { deliveries, told, isChanged } = await keepVerification(awaited)
  const jobOf = (delivery: string) => ({ organizationId, id: delivery, attempt: 0 })
  await enqueue('deliver-message', deliveries.map(jobOf))
  await enqueue('deliver-to-target', told.map(jobOf))
  if (isChanged) await publishLive([{ organizationId, type: 'case', id }])
}

/**
 * Asks the customers of resolved cases whether it is mended, once a resolution, and closes the cases of those who say nothing. Safe
 * to run twice or side by side; what a process that dies leaves undone is due still, and one that fails doesn't hold up the others.
 * Answers how many were due.
 */
export const keepVerifications = async (): Promise<number> => {
  const due = await findAwaitedVerdicts(limit)
  for (const awaited of due)
    await keepOne(awaited).catch((err: unknown) =>
      log().error({ err, caseId: awaited.id }, 'a resolved case was not followed; it comes round again'),
    )
  return due.length
}
