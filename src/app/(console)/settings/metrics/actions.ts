'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { type Failure, type Issue, isFailure } from '@/domain/errors'
import { keySchema } from '@/domain/schemas'
import { type MetricPreview, previewMetric } from '@/pipeline/analyze/preview-metric'
import { removeObject } from '@/pipeline/design/remove-object'
import { saveMetric } from '@/pipeline/design/save-metric'

/** `issues` are in English, as the machine door says them: they name places in the definition. */
export type MetricProblem = {
  problem: 'signed_out' | 'not_allowed' | 'not_found' | 'conflict' | 'in_use' | 'refused'
  issues?: readonly Issue[]
}

const toProblem = ({ error, errors }: Failure): MetricProblem => ({
  problem: error === 'not_found' || error === 'conflict' || error === 'in_use' ? error : 'refused',
  ...(errors ? { issues: errors } : {}),
})

const designer = async () => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' } as const
  return can(member.role, 'programme.write') ? member : ({ problem: 'not_allowed' } as const)
}

const written = z.object({
  key: keySchema.optional(),
  seen: z.unknown().optional(),
  definition: z.record(z.string(), z.unknown()),
})

/** Saves a definition as it was written; `seen` is what it was when the writing began, so that nobody's change is lost. */
export const saveDefinition = async (input: unknown): Promise<{ saved: string } | MetricProblem> => {
  const given = written.safeParse(input)
  if (!given.success) return { problem: 'refused' }
  const member = await designer()
  if ('problem' in member) return member
  const done = await saveMetric({ organizationId: member.organizationId, by: member.email, ...given.data })
  revalidatePath('/', 'layout')
  return isFailure(done) ? toProblem(done) : done
}

const tried = z.object({ key: keySchema, definition: z.record(z.string(), z.unknown()) })

/** The number as it is and as it would be; nothing is saved. */
export const tryDefinition = async (input: unknown): Promise<MetricPreview | MetricProblem> => {
  const given = tried.safeParse(input)
  if (!given.success) return { problem: 'refused' }
  const member = await designer()
  if ('problem' in member) return member
  const { organizationId, timeZone } = member
  const { key, definition: draft } = given.data
  const found = await previewMetric({ organizationId, timeZone, key, draft, at: new Date() })
  return isFailure(found) ? toProblem(found) : found
}

/** Takes a metric away; its versions stay readable. */
export const removeMetric = async (key: unknown): Promise<{ removed: true } | MetricProblem> => {
  const given = keySchema.safeParse(key)
  if (!given.success) return { problem: 'not_found' }
  const member = await designer()
  if ('problem' in member) return member
  const done = await removeObject(member.organizationId, 'metrics', given.data, member.email)
  revalidatePath('/', 'layout')
  return isFailure(done) ? toProblem(done) : { removed: true }
}
