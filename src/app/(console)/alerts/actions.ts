'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { pastAlertsSchema } from '@/domain/alert/back-test-schema'
import { type Failure, type Issue, isFailure } from '@/domain/errors'
import { keySchema, uuidSchema } from '@/domain/schemas'
import { endMute, type Mute, muteRule as silenceRule } from '@/pipeline/alert/mute-rule'
import { type PastRaised, raisePastAlerts } from '@/pipeline/alert/raise-past-alerts'
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
  // What was refused changed nothing, and to draw the page anew would take away what the person is told.
  if (isFailure(done)) return toProblem(done)
  revalidatePath('/alerts', 'layout')
  return done
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

const past = pastAlertsSchema.extend({ key: keySchema })

/** Raises what a rule would have raised over the last days. */
export const raisePast = async (input: unknown): Promise<PastRaised | RuleProblem> => {
  const given = past.safeParse(input)
  if (!given.success) return { problem: 'refused' }
  const { key, days, notify } = given.data
  return asDesigner(({ organizationId }) => raisePastAlerts({ organizationId, key, days, acts: notify, now: new Date() }))
}

const muted = z.object({ key: keySchema, reason: z.string(), hours: z.int().min(1).max(8760), touchpoint: keySchema.optional() })

/** Silences a rule for some hours. */
export const muteRule = async (input: unknown): Promise<Mute | RuleProblem> => {
  const given = muted.safeParse(input)
  if (!given.success) return { problem: 'refused' }
  const { key, hours, ...mute } = given.data
  const now = new Date()
  const until = new Date(now.getTime() + hours * 3_600_000).toISOString()
  return asDesigner((designer) => silenceRule({ ...designer, key, now }, { ...mute, until }))
}

const unmuted = z.object({ key: keySchema, id: uuidSchema })

export const unmuteRule = async (input: unknown): Promise<{ ended: string } | RuleProblem> => {
  const given = unmuted.safeParse(input)
  if (!given.success) return { problem: 'not_found' }
  return asDesigner((designer) => endMute({ ...designer, key: given.data.key }, given.data.id))
}
