import { v7 as uuidV7 } from 'uuid'
import { invitedResponseId, makeInvitationToken } from '@/auth/invitation-token'
import { unsubscribeUrl } from '@/auth/unsubscribe-link'
import { env } from '@/config/env'
import type { Issue } from '@/domain/errors'
import { defaultValidDays } from '@/domain/invitation/invitation'
import { type InvitationInput, invitationSchema } from '@/domain/invitation/schema'
import { parse } from '@/domain/parse'
import { findUnsubscribed } from '@/store/customer/find-unsubscribed'
import { saveCustomers } from '@/store/customer/save-customers'
import { type NewInvitation, createInvitations as store } from '@/store/invitation/create-invitations'
import { loadPublished, type PublishedRow } from '@/store/survey/load-published'

/** A new invitation with its link; the token is in the answer and nowhere else. A skipped one has no link, but a reason. */
export type Invited = {
  id: string
  survey: string
  customer: string
  state: 'sent' | 'skipped'
  reason?: string
  token?: string
  url?: string
  unsubscribeUrl?: string
  expiresAt: string
}

export type InvitedResult = Invited | { errors: Issue[] }

type Ready = { input: InvitationInput; survey: PublishedRow }

const check = (item: unknown, surveys: Map<string, PublishedRow>, organizationId: string, now: Date): Ready | Issue[] => {
  const parsed = parse(invitationSchema, item)
  if ('errors' in parsed) return parsed.errors
  const input = parsed.value
  const survey = surveys.get(input.survey)
  // Another organization's survey is as good as none.
  if (!survey || survey.organizationId !== organizationId)
    return [{ path: 'survey', message: `there is no published survey "${input.survey}"` }]
  if (survey.isClosed) return [{ path: 'survey', message: 'is closed' }]
  if (input.expiresAt && input.expiresAt <= now) return [{ path: 'expiresAt', message: 'has passed' }]
  if (survey.definition.anonymous && Object.keys(input.context ?? {}).length > 0)
    return [{ path: 'context', message: 'an anonymous survey takes none: it could tell whose the answers are' }]
  return { input, survey }
}

type Known = { customerId: string; isUnsubscribed: boolean; now: Date }

const make = ({ input, survey }: Ready, { customerId, isUnsubscribed, now }: Known): { row: NewInvitation; answer: Invited } => {
  const id = uuidV7({ msecs: now.getTime() })
  const expiresAt = input.expiresAt ?? new Date(now.getTime() + defaultValidDays * 86_400_000)
  const { token, hash } = makeInvitationToken()
  const row: NewInvitation = {
    id,
    surveyId: survey.surveyId,
    customerId,
    responseId: isUnsubscribed || survey.definition.anonymous ? null : invitedResponseId(token, now),
    tokenHash: isUnsubscribed ? null : hash,
    state: isUnsubscribed ? 'skipped' : 'sent',
    reason: isUnsubscribed ? 'unsubscribed' : null,
    channel: input.channel ?? null,
    locale: input.locale ?? null,
    context: input.context ?? {},
    expiresAt,
    editableUntil: input.editableUntil ?? null,
    createdAt: now,
  }
  const answer = { id, survey: survey.slug, customer: input.customer.externalId, expiresAt: expiresAt.toISOString() }
  if (isUnsubscribed) return { row, answer: { ...answer, state: 'skipped', reason: 'unsubscribed' } }
  const links = { url: `${env().appUrl}/i/${token}`, unsubscribeUrl: unsubscribeUrl(survey.organizationId, customerId, now) }
  return { row, answer: { ...answer, state: 'sent', token, ...links } }
}

/**
 * Makes personal links, at most 1,000; whoever asks sends them. The valid ones are made, each of the others says why not. The
 * customers are created or updated as an import does. Who has unsubscribed gets an invitation that is `skipped`.
 */
export const createInvitations = async (
  organizationId: string,
  items: readonly unknown[],
  now: Date,
): Promise<InvitedResult[]> => {
  const slugs = items.flatMap((item) => {
    const { survey } = (item ?? {}) as { survey?: unknown }
    return typeof survey === 'string' ? [survey] : []
  })
  const surveys = await loadPublished([...new Set(slugs)])
  const checked = items.map((item) => check(item, surveys, organizationId, now))
  const ready = checked.filter((one): one is Ready => !Array.isArray(one))
  const customers = await saveCustomers(
    organizationId,
    ready.map(({ input }) => input.customer),
  )
  const refusing = await findUnsubscribed(organizationId, [...customers.values()])
  const made = new Map(
    ready.map((one) => {
      const customerId = customers.get(one.input.customer.externalId)
      if (customerId === undefined) throw new Error('a customer was not saved')
      return [one, make(one, { customerId, isUnsubscribed: refusing.has(customerId), now })] as const
    }),
  )
  await store(
    organizationId,
    [...made.values()].map(({ row }) => row),
  )
  return checked.map((one): InvitedResult => {
    const done = Array.isArray(one) ? undefined : made.get(one)
    return done ? done.answer : { errors: one as Issue[] }
  })
}
