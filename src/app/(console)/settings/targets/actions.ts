'use server'

import { revalidatePath } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { targetChannels } from '@/domain/delivery/target-kinds'
import { type Failure, type Issue, isFailure } from '@/domain/errors'
import { keySchema } from '@/domain/schemas'
import { getDelivery } from '@/pipeline/act/get-delivery'
import { removeObject } from '@/pipeline/design/remove-object'
import { rotateSecret } from '@/pipeline/design/rotate-secret'
import { saveTarget, switchTarget } from '@/pipeline/design/save-target'
import { testTarget } from '@/pipeline/design/test-target'

/** `issues` are in English, as the machine door says them: they name places in what was written, or rules. */
export type TargetProblem = {
  problem: 'signed_out' | 'not_allowed' | 'not_found' | 'conflict' | 'in_use' | 'too_many' | 'refused'
  issues?: readonly Issue[]
}

const told = ['not_found', 'conflict', 'in_use', 'too_many'] as const

const toProblem = ({ error, errors }: Failure): TargetProblem => ({
  problem: told.find((one) => one === error) ?? 'refused',
  ...(errors ? { issues: errors } : {}),
})

type Administrator = { organizationId: string; by: string }

const asAdministrator = async <T>(work: (administrator: Administrator) => Promise<T | Failure>): Promise<T | TargetProblem> => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'settings.write')) return { problem: 'not_allowed' }
  const done = await work({ organizationId: member.organizationId, by: member.email })
  revalidatePath('/settings/targets', 'layout')
  return isFailure(done) ? toProblem(done) : done
}

const place = { channel: z.enum(targetChannels), key: keySchema }
const placed = z.object(place)
const written = z.object({ ...place, isNew: z.boolean(), input: z.record(z.string(), z.unknown()) })

/** Saves a webhook or a chat as it was written; answers its key, and the secret that was made for it. */
export const save = async (given: unknown): Promise<{ saved: string; secret?: string } | TargetProblem> => {
  const read = written.safeParse(given)
  if (!read.success) return { problem: 'refused' }
  return asAdministrator(async (who) => {
    const done = await saveTarget({ ...who, ...read.data })
    return isFailure(done) ? done : { saved: done.target.key, ...(done.secret ? { secret: done.secret } : {}) }
  })
}

const switched = z.object({ ...place, enabled: z.boolean() })

export const switchOn = async (given: unknown): Promise<{ done: true } | TargetProblem> => {
  const read = switched.safeParse(given)
  if (!read.success) return { problem: 'not_found' }
  return asAdministrator(async (who) => {
    const done = await switchTarget({ ...who, ...read.data }, read.data.enabled)
    return isFailure(done) ? done : { done: true }
  })
}

export const remove = async (given: unknown): Promise<{ done: true } | TargetProblem> => {
  const read = placed.safeParse(given)
  if (!read.success) return { problem: 'not_found' }
  const { channel, key } = read.data
  return asAdministrator(async ({ organizationId, by }) => {
    const done = await removeObject(organizationId, channel === 'webhook' ? 'webhooks' : 'chats', key, by)
    return isFailure(done) ? done : { done: true }
  })
}

const rotating = z.object({ key: keySchema, overlapHours: z.number() })

/** Gives a webhook another secret; it is shown this once. */
export const rotate = async (given: unknown): Promise<{ secret: string } | TargetProblem> => {
  const read = rotating.safeParse(given)
  if (!read.success) return { problem: 'refused' }
  const { key, overlapHours } = read.data
  return asAdministrator(async ({ organizationId, by }) => {
    const done = await rotateSecret(organizationId, key, { overlapHours }, by)
    return isFailure(done) ? done : { secret: done.secret }
  })
}

export const sendTest = async (given: unknown): Promise<{ id: string } | TargetProblem> => {
  const read = placed.safeParse(given)
  if (!read.success) return { problem: 'not_found' }
  const { channel, key } = read.data
  const locale = await getLocale()
  return asAdministrator(({ organizationId }) => testTarget(organizationId, channel, key, locale))
}

/** What came of a test so far. */
export type TestState = { status: string; error: string | null; answerStatus: number | null; durationMs: number | null }

export const followTest = async (id: unknown): Promise<TestState | TargetProblem> => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'settings.write')) return { problem: 'not_allowed' }
  const found = typeof id === 'string' ? await getDelivery(member.organizationId, id) : null
  if (found?.kind !== 'target_test') return { problem: 'not_found' }
  const last = found.attemptRows.at(-1)
  return {
    status: found.status,
    error: found.lastError,
    answerStatus: last?.status ?? null,
    durationMs: last?.durationMs ?? null,
  }
}
