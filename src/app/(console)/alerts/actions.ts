'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { type Failure, type Issue, isFailure } from '@/domain/errors'
import { keySchema, uuidSchema } from '@/domain/schemas'
import { removeObject } from '@/pipeline/design/remove-object'
import { saveAlertRule, switchAlertRule } from '@/pipeline/design/save-alert-rule'
import { undoChanges } from '@/pipeline/design/undo-changes'

/** `issues` are in English, as the machine door says them: they name places in the rule. */
export type RuleProblem = {
  problem: 'signed_out' | 'not_allowed' | 'not_found' | 'conflict' | 'refused'
  issues?: readonly Issue[]
}

const toProblem = ({ error, errors }: Failure): RuleProblem => ({
  problem: error === 'not_found' || error === 'conflict' ? error : 'refused',
  ...(errors ? { issues: errors } : {}),
})

type Designer = { organizationId: string; by: string }

const asDesigner = async <T>(work: (designer: Designer) => Promise<T | Failure>): Promise<T | RuleProblem> => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'programme.write')) return { problem: 'not_allowed' }
  const done = await work({ organizationId: member.organizationId, by: member.email })
  revalidatePath('/alerts', 'layout')
  return isFailure(done) ? toProblem(done) : done
}

const written = z.object({ key: keySchema.optional(), seen: z.unknown().optional(), rule: z.record(z.string(), z.unknown()) })

/** Saves a rule as it was written; `seen` is what it was when the writing began, so that nobody's change is lost. */
export const saveRule = async (input: unknown): Promise<{ saved: string } | RuleProblem> => {
  const given = written.safeParse(input)
  if (!given.success) return { problem: 'refused' }
  return asDesigner((designer) => saveAlertRule({ ...designer, ...given.data }))
}

const switched = z.object({ key: keySchema, enabled: z.boolean() })

export const switchRule = async (input: unknown): Promise<{ saved: string } | RuleProblem> => {
  const given = switched.safeParse(input)
  if (!given.success) return { problem: 'not_found' }
  return asDesigner(({ organizationId, by }) => switchAlertRule(organizationId, given.data.key, given.data.enabled, by))
}

/** Ends a rule; answers under what this can be taken back. */
export const endRule = async (key: unknown): Promise<{ applyId: string } | RuleProblem> => {
  const given = keySchema.safeParse(key)
  if (!given.success) return { problem: 'not_found' }
  return asDesigner(({ organizationId, by }) => removeObject(organizationId, 'alertRules', given.data, by))
}

/** Takes back what was done to a rule. */
export const undoRule = async (applyId: unknown): Promise<{ applyId: string } | RuleProblem> => {
  const given = uuidSchema.safeParse(applyId)
  if (!given.success) return { problem: 'not_found' }
  return asDesigner(({ organizationId, by }) => undoChanges(organizationId, given.data, by))
}
