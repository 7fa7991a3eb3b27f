import type { PoolClient } from 'pg'
import type { AlertPolicy } from '@/domain/alert/policy'
import type { SlaSetting } from '@/domain/case/sla'
import { hot } from '../connection'

/** What a new case and its messages take from the organization and the touchpoint. */
export type Setting = SlaSetting & {
  now: Date
  locale: string
  /** null: the product's own way */
  alertPolicy: AlertPolicy | null
  ownerMemberId: string | null
  ownerTeamId: string | null
  /** the case that the response belongs to already */
  caseId: string | null
}

/**
 * The latest case is the one with the highest id. Not by `order by … limit 1`: the planner would walk the organization's
 * cases in that order until it meets the response.
 */
export const readSetting = async (
  client: PoolClient,
  about: { organizationId: string; id: string | null; touchpointId: string | null },
): Promise<Setting> => {
  const { rows } = await hot<Setting>(
    client,
    'raise.setting',
    `select clock_timestamp() as now, o.locale, o.time_zone as "timeZone", o.business_hours as "businessHours", o.holidays,
            o.case_policy as "casePolicy", o.alert_policy as "alertPolicy",
            coalesce(present_member($1, t.owner_member_id), t.owner_member_id) as "ownerMemberId", t.owner_team_id as "ownerTeamId",
            t.standard_response_hours as "responseHours",
            (select (array_agg(cr.case_id order by cr.case_id desc))[1] from case_responses cr
              where cr.organization_id = $1 and cr.response_id = $3::uuid) as "caseId"
       from organizations o left join touchpoints t on t.organization_id = o.id and t.id = $2
      where o.id = $1 and ($2::uuid is null or t.id is not null)`,
    [about.organizationId, about.touchpointId, about.id],
  )
  const setting = rows[0]
  if (!setting) throw new Error(`touchpoint ${about.touchpointId} is gone`)
  return setting
}
