'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { stepSchema } from '@/domain/case/step'
import { isFailure } from '@/domain/errors'
import { clean } from '@/domain/response/clean'
import { recordCaseEvent } from '@/pipeline/act/record-case-event'

export type StepProblem = 'incomplete' | 'not_allowed' | 'case_not_found' | 'step_not_allowed' | 'signed_out' | 'failed'

/** `at` tells one answer from the next: the form clears itself after each step that was taken. */
export type StepResult = { problem: StepProblem } | { done: string; at: number }

const caseNumber = z.coerce.number().int().positive().max(999_999_999)

const problems: Readonly<Record<string, StepProblem>> = {
  case_not_found: 'case_not_found',
  not_found: 'case_not_found',
  step_not_allowed: 'step_not_allowed',
  conflict: 'step_not_allowed',
  invalid: 'incomplete',
  reference_missing: 'incomplete',
}

/** A form's fields as the step that they stand for; empty fields count as not given. */
const readStep = (form: FormData) => {
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' ? [[name, clean(value)] as const] : [],
  )
  const { number, fixed, ...step } = Object.fromEntries(fields.filter(([name]) => !name.startsWith('$')))
  return {
    number: caseNumber.safeParse(number),
    step: stepSchema.safeParse(fixed === undefined ? step : { ...step, fixed: fixed === 'yes' }),
  }
}

/** Takes one step on a case for the signed-in member. */
export const takeStep = async (_before: StepResult | null, form: FormData): Promise<StepResult> => {
  const { number, step } = readStep(form)
  if (!number.success || !step.success) return { problem: 'incomplete' }
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'cases.act')) return { problem: 'not_allowed' }
  const result = await recordCaseEvent({
    organizationId: member.organizationId,
    number: number.data,
    step: step.data,
    by: member.email,
  })
  revalidatePath(`/cases/${number.data}`)
  if (isFailure(result)) return { problem: problems[result.error] ?? 'failed' }
  return { done: step.data.type, at: Date.now() }
}
