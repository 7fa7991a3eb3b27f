import type { PoolClient } from 'pg'
import type { BusinessHours } from '@/domain/organization/business-hours'
import { hot } from '../connection'

/** What a new case and its messages take from the organization and the touchpoint. */
export type Setting = {
  now: Date
  locale: string
  timeZone: string
  businessHours: BusinessHours | null
  holidays: string[]
  ownerMemberId: string | null
  ownerTeamId: string | null
  responseHours: number | null
  /** the case that the response belongs to already */
  caseId: string | null
}

export const readSetting = async (
  client: PoolClient,
  about: { organizationId: string; id: string; touchpointId: string },
): Promise<Setting> => {
  const { rows } = await hot<Setting>(
    client,
    'raise.setting',
    `select clock_timestamp() as now, o.locale, o.time_zone as "timeZone", o.business_hours as "businessHours", o.holidays,
            t.owner_member_id as "ownerMemberId", t.owner_team_id as "ownerTeamId", t.standard_response_hours as "responseHours",
            (select cr.case_id from case_responses cr join cases c on c.organization_id = cr.organization_id and c.id = cr.case_id
              where cr.organization_id = $1 and cr.response_id = $3 order by c.opened_at desc limit 1) as "caseId"
       from organizations o, touchpoints t where o.id = $1 and t.organization_id = $1 and t.id = $2`,
    [about.organizationId, about.touchpointId, about.id],
  )
  const setting = rows[0]
  if (!setting) throw new Error(`touchpoint ${about.touchpointId} is gone`)
  return setting
}
