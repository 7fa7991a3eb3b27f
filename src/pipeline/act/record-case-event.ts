import type { CaseStep } from '@/domain/case/step'
import { type Failure, isFailure } from '@/domain/errors'
import { enqueue } from '@/queue/producer'
import { type CaseView, getCase } from '@/store/case/get-case'
import { recordStep } from '@/store/case/record-step'
import { publishLive } from '@/store/live/publish-live'

/** `by` is a member's email, or `api:NAME` for a key. */
export type CaseEventInput = { organizationId: string; number: number; step: CaseStep; by: string; at?: Date }

/** Takes a step on a case, or says why it may not be taken. */
export const takeCaseStep = async (input: CaseEventInput): Promise<{ id: string } | Failure> => {
  const recorded = await recordStep(input)
  if (isFailure(recorded)) return recorded
  const { organizationId } = input
  const { id, told } = recorded
  await enqueue(
    'deliver-to-target',
    told.map((delivery) => ({ organizationId, id: delivery, attempt: 0 })),
  )
  await publishLive([{ organizationId, type: 'case', id }])
  return { id }
}

/** Takes a step on a case and answers the case after it, or why it may not be taken. */
export const recordCaseEvent = async (input: CaseEventInput): Promise<{ case: CaseView } | Failure> => {
  const recorded = await takeCaseStep(input)
  if (isFailure(recorded)) return recorded
  const stored = await getCase(input.organizationId, { number: input.number })
  if (!stored) throw new Error(`case ${input.number} is gone`)
  return { case: stored }
}
