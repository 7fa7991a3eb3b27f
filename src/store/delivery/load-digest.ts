import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

export type Digest = {
  organization: { name: Localized; timeZone: string }
  /** the recipient's own zone, or the organization's */
  timeZone: string
  /** how many messages a day they get; null where the budget was lifted since */
  perDay: number | null
  /** how many alerts are in it, and the worst and latest of each case; at most `limit` of these */
  alerts: number
  listed: string[]
  /** cases and alerts without one */
  subjects: number
}

type Row = Omit<Digest, 'organization'> & { organizationName: Localized; organizationZone: string }

const severityRank = `array_position(array['low', 'medium', 'high', 'critical'], a.severity)`

/** What a digest tells: of each case one alert, the worst first. Undefined where there is no such digest. */
export const loadDigest = async (organizationId: string, deliveryId: string, limit: number): Promise<Digest | undefined> => {
  const { rows } = await pool().query<Row>(
    `with told as (
       select distinct on (coalesce(a.case_id, a.id)) a.id, ${severityRank} as rank, a.raised_at from digest_alerts i
         join alerts a on a.organization_id = i.organization_id and a.id = i.alert_id
        where i.organization_id = $1 and i.delivery_id = $2
        order by coalesce(a.case_id, a.id), ${severityRank} desc, a.raised_at desc)
     select o.name as "organizationName", o.time_zone as "organizationZone", coalesce(m.time_zone, o.time_zone) as "timeZone",
            coalesce(m.alerts_per_day, (o.alert_policy -> 'budget' ->> 'perDay')::int) as "perDay",
            (select count(*)::int from digest_alerts i where i.organization_id = $1 and i.delivery_id = $2) as alerts,
            (select count(*)::int from told) as subjects,
            array(select id from told order by rank desc, raised_at desc limit $3) as listed
       from deliveries d join organizations o on o.id = d.organization_id
       left join members m on m.organization_id = d.organization_id and m.id = d.member_id
      where d.organization_id = $1 and d.id = $2`,
    [organizationId, deliveryId, limit],
  )
  const [row] = rows
  if (!row) return undefined
  const { organizationName, organizationZone, ...digest } = row
  return { ...digest, organization: { name: organizationName, timeZone: organizationZone } }
}
