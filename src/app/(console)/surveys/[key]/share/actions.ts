'use server'

import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { keySchema } from '@/domain/schemas'
import { getSurveyDraft } from '@/pipeline/design/survey-programme'
import { createInvitations } from '@/pipeline/listen/create-invitations'

export type LinksProblem = { problem: 'signed_out' | 'not_allowed' | 'not_found' | 'refused' }
export type Link = { url?: string; unsubscribeUrl?: string; reason?: string }

const given = z.object({ survey: keySchema, people: z.array(z.unknown()).min(1).max(200) })

/** Makes personal links for customers; one answer for each, in order. Who can't be invited gets a reason instead. */
export const makeLinks = async (input: unknown): Promise<{ links: Link[] } | LinksProblem> => {
  const parsed = given.safeParse(input)
  if (!parsed.success) return { problem: 'refused' }
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'programme.write')) return { problem: 'not_allowed' }
  const survey = await getSurveyDraft(member.organizationId, parsed.data.survey)
  if (!survey) return { problem: 'not_found' }
  const invitations = parsed.data.people.map((customer) => ({ survey: survey.slug, customer }))
  const made = await createInvitations(member.organizationId, invitations, new Date())
  return {
    links: made.map((one) => {
      if ('errors' in one) return { reason: one.errors.map(({ path, message }) => `${path} ${message}`).join('; ') }
      const { url, unsubscribeUrl, reason } = one
      return { ...(url ? { url } : {}), ...(unsubscribeUrl ? { unsubscribeUrl } : {}), ...(reason ? { reason } : {}) }
    }),
  }
}
