import type { InvitationTimes } from '@/domain/invitation/invitation'
import { hot, hotPool } from '../connection'

export type InvitationRow = InvitationTimes & {
  organizationId: string
  id: string
  surveyId: string
  surveySlug: string
  customerId: string
  customerLocale: string | null
  responseId: string | null
  channel: string | null
  locale: string | null
  context: Readonly<Record<string, string | number | boolean | null>>
  createdAt: Date
}

/** The invitation that a link's token opens. The hash is unique over all organizations, as the token is. */
export const findInvitation = async (tokenHash: string): Promise<InvitationRow | undefined> => {
  const { rows } = await hot<InvitationRow>(
    hotPool(),
    'invitation.find',
    `select i.organization_id as "organizationId", i.id, i.survey_id as "surveyId", s.slug as "surveySlug", i.customer_id as "customerId",
            c.locale as "customerLocale", i.response_id as "responseId", i.state, i.channel, i.locale, i.context, i.created_at as "createdAt",
            i.expires_at as "expiresAt", i.editable_until as "editableUntil", i.started_at as "startedAt", i.completed_at as "completedAt"
       from invitations i
       join surveys s on s.organization_id = i.organization_id and s.id = i.survey_id
       join customers c on c.organization_id = i.organization_id and c.id = i.customer_id
      where i.token_hash = $1`,
    [tokenHash],
  )
  return rows[0]
}
