import { type Failure, isFailure } from '@/domain/errors'
import { enqueue } from '@/queue/producer'
import { type CaseView, getCase } from '@/store/case/get-case'
import { type RecordedStep, type RecordStep, recordStep } from '@/store/case/record-step'
import { publishLive } from '@/store/live/publish-live'

/** `by` is a member's email, or `api:NAME` for a key. */
export type CaseEventInput = RecordStep

/** Takes a step on a case and hands over the messages that it calls for, or says why it may not be taken. */
export const takeCaseStep = async (input: CaseEventInput): Promise<RecordedStep | Failure> => {
  const { organizationId } = input
  const recorded = await recordStep(input)
  if (isFailure(recorded)) return recorded
  await enqueue(
    'deliver-message',
    recorded.deliveries.map((id) => ({ organizationId, id, attempt: 0 })),
  )
  await enqueue(
    'deliver-to-target',
    recorded.told.map((id) => ({ organizationId, id, attempt: 0 })),
  )
  await publishLive([recorded.id, ...recorded.others].map((id) => ({ organizationId, type: 'case', id }) as const))
  return recorded
}

/** Takes a step on a case and answers the case after it, or why it may not be taken. */
export const recordCaseEvent = async (input: CaseEventInput): Promise<{ case: CaseView } | Failure> => {
  const recorded = await takeCaseStep(input)
  if (isFailure(recorded)) return recorded
  const stored = await getCase(input.organizationId, { number: input.number })
  if (!stored) throw new Error(`case ${input.number} is gone`)
  return { case: stored }
}
