'use server'

import { revalidatePath } from 'next/cache'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { type ErrorCode, isFailure } from '@/domain/errors'
import { recordCaseEvent } from '@/pipeline/act/record-case-event'
import { readStep } from './read-step'

export type StepProblem =
  | 'incomplete'
  | 'not_allowed'
  | 'case_not_found'
  | 'step_not_allowed'
  | 'reference_missing'
  | 'signed_out'
  | 'failed'

/** `at` tells one answer from the next: the form clears itself after each step that was taken. `by` was faster, with `what`. */
export type StepResult =
  | { problem: StepProblem }
  | { problem: 'conflict'; by: string; what: string }
  | { done: string; at: number }

const problems: Readonly<Partial<Record<ErrorCode, StepProblem>>> = {
  case_not_found: 'case_not_found',
  not_found: 'case_not_found',
  step_not_allowed: 'step_not_allowed',
  invalid: 'incomplete',
  reference_missing: 'reference_missing',
}

/** Takes one step on a case for the signed-in member. */
export const takeStep = async (_before: StepResult | null, form: FormData): Promise<StepResult> => {
  const { number, seen, step } = readStep(form)
  if (!number.success || !step.success) return { problem: 'incomplete' }
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'cases.act')) return { problem: 'not_allowed' }
  const result = await recordCaseEvent({
    organizationId: member.organizationId,
    number: number.data,
    step: step.data,
    by: member.email,
    seen,
  })
  revalidatePath(`/cases/${number.data}`)
  if (!isFailure(result)) return { done: step.data.type, at: Date.now() }
  const [first] = result.errors ?? []
  if (result.error === 'conflict' && first) return { problem: 'conflict', by: first.message, what: first.path }
  return { problem: problems[result.error] ?? 'failed' }
}
