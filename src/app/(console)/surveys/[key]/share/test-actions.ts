'use server'

import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { type Issue, isFailure } from '@/domain/errors'
import { keySchema, localeSchema } from '@/domain/schemas'
import { followTest, type SentTest, sendTest } from '@/pipeline/design/send-test'

/** `issues` are in English, as the machine door says them: they name places in the definition. */
export type TestProblem = {
  problem: 'signed_out' | 'not_allowed' | 'not_found' | 'unfinished' | 'too_many'
  issues?: readonly Issue[]
}

const asked = z.object({ survey: keySchema, which: z.enum(['draft', 'published']), locale: localeSchema })

const problems = { invalid: 'unfinished', too_many: 'too_many' } as const

/** Sends the member who asks a test of a survey, to the address that they sign in with. */
export const sendTestToMe = async (input: unknown): Promise<SentTest | TestProblem> => {
  const given = asked.safeParse(input)
  if (!given.success) return { problem: 'not_found' }
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'programme.read')) return { problem: 'not_allowed' }
  const { organizationId, memberId } = member
  const sent = await sendTest({ organizationId, memberId, ...given.data }, new Date())
  if (!isFailure(sent)) return sent
  // A language or a version that isn't there any more: the page is older than the survey.
  const isOld =
    sent.error === 'invalid' && (given.data.which === 'published' || sent.errors?.some(({ path }) => path === 'locale'))
  const problem = isOld ? 'not_found' : (problems[sent.error as keyof typeof problems] ?? 'not_found')
  return { problem, ...(sent.errors ? { issues: sent.errors } : {}) }
}

export type TestProgress = {
  state: 'waiting' | 'sent' | 'captured' | 'retrying' | 'dead'
  error?: string
  again?: string
}

/** How far one's own test mail has come; undefined where that can't be asked. */
export const followMyTest = async (deliveryId: unknown): Promise<TestProgress | undefined> => {
  const id = z.uuid().safeParse(deliveryId)
  const member = await currentMember()
  if (!id.success || !member) return undefined
  const found = await followTest(member.organizationId, member.memberId, id.data)
  if (!found) return undefined
  const { status, mode, lastError, nextAttemptAt } = found
  const state =
    status === 'sent'
      ? mode === 'captured'
        ? 'captured'
        : 'sent'
      : status === 'pending' || status === 'sending'
        ? 'waiting'
        : status
  return {
    state,
    ...(lastError === null ? {} : { error: lastError }),
    ...(nextAttemptAt === null ? {} : { again: nextAttemptAt.toISOString() }),
  }
}
