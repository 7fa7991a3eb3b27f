import type { CaseStep } from '@/domain/case/step'
import { type ErrorCode, isFailure } from '@/domain/errors'
import { takeCaseStep } from './record-case-event'

export type CaseSteps = { organizationId: string; by: string; steps: readonly { number: number; step: CaseStep }[] }

/** What came of one of them: how to take it back, where that is possible, or why it wasn't taken. */
export type StepOutcome =
  | { number: number; undo: CaseStep | null }
  | { number: number; error: ErrorCode; detail: string | undefined }

/** Takes a step on each of several cases, one after the other: one that may not be taken keeps none of the others from it. */
export const takeCaseSteps = async ({ organizationId, by, steps }: CaseSteps): Promise<StepOutcome[]> => {
  const outcomes: StepOutcome[] = []
  for (const { number, step } of steps) {
    const taken = await takeCaseStep({ organizationId, number, step, by })
    outcomes.push(isFailure(taken) ? { number, error: taken.error, detail: taken.detail } : { number, undo: taken.undo })
  }
  return outcomes
}
