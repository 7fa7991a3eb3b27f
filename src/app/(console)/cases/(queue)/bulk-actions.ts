'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { stepSchema } from '@/domain/case/step'
import { type StepOutcome, takeCaseSteps } from '@/pipeline/act/take-case-steps'

const bulkSchema = z
  .array(z.strictObject({ number: z.int().positive().max(999_999_999), step: stepSchema }))
  .min(1)
  .max(200)

export type BulkAnswer = { outcomes: StepOutcome[] } | { problem: 'incomplete' | 'signed_out' | 'not_allowed' }

/** Takes steps on several cases for the signed-in member, and answers what came of each. */
export const takeSteps = async (input: unknown): Promise<BulkAnswer> => {
  const steps = bulkSchema.safeParse(input)
  if (!steps.success) return { problem: 'incomplete' }
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'cases.act')) return { problem: 'not_allowed' }
  const outcomes = await takeCaseSteps({ organizationId: member.organizationId, by: member.email, steps: steps.data })
  revalidatePath('/cases')
  return { outcomes }
}
