import type { CaseStep } from '@/domain/case/step'
import { type Failure, isFailure } from '@/domain/errors'
import { type CaseView, getCase } from '@/store/case/get-case'
import { recordStep } from '@/store/case/record-step'
import { publishLive } from '@/store/live/publish-live'

/** `by` is a member's email, or `api:NAME` for a key. */
export type CaseEventInput = { organizationId: string; number: number; step: CaseStep; by: string; at?: Date }

/** Takes a step on a case, or says why it may not be taken. */
export const takeCaseStep = async (input: CaseEventInput): Promise<{ id: string } | Failure> => {
  const recorded = await recordStep(input)
  if (!isFailure(recorded)) await publishLive([{ organizationId: input.organizationId, type: 'case', id: recorded.id }])
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
