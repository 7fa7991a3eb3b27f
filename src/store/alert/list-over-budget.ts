import { pool } from '../connection'

/** Somebody whose alerts were more than their budget on one of the last days. */
export type OverBudget = {
  email: string
  name: string
  /** their budget today: their own, or the organization's; null where neither limits them any more */
  perDay: number | null
  /** on their present day: alerts told, and how many of these go into a digest */
  told: number
  held: number
  /** of the days asked about, those on which they were over */
  daysOver: number
  /** alerts in a digest that hasn't left yet, and when it leaves */
  waiting: number
  leavesAt: Date | null
}

/** Who was over on one of the last days, most of today's first; a hundred at most. */
export const listOverBudget = async (organizationId: string, days: number): Promise<OverBudget[]> => {
  const { rows } = await pool().query<OverBudget>(
    `with over as (
       select d.member_id, count(*)::int as days from alert_days d
        where d.organization_id = $1 and d.day > current_date - $2::int and d.held > 0 group by 1)
     select u.email, m.name, coalesce(m.alerts_per_day, (o.alert_policy -> 'budget' ->> 'perDay')::int) as "perDay", coalesce(today.told, 0) as told, coalesce(today.held, 0) as held, over.days as "daysOver",
            coalesce(digest.waiting, 0) as waiting, digest.at as "leavesAt"
       from over join organizations o on o.id = $1
       join members m on m.organization_id = $1 and m.id = over.member_id
       join users u on u.id = m.user_id
       left join alert_days today on today.organization_id = $1 and today.member_id = m.id
        and today.day = (now() at time zone coalesce(m.time_zone, o.time_zone))::date
       left join lateral (
         select min(d.next_attempt_at) as at, count(i.alert_id)::int as waiting from deliveries d
           join digest_alerts i on i.organization_id = d.organization_id and i.delivery_id = d.id
          where d.organization_id = $1 and d.member_id = m.id and d.kind = 'digest' and d.status = 'pending') as digest on true
      order by coalesce(today.held, 0) desc, over.days desc, u.email limit 100`,
    [organizationId, days],
  )
  return rows
}
