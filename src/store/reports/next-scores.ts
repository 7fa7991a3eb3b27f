import { type Failure, isFailure } from '@/domain/errors'
import { readWithin } from '../read-within'

const limitMs = 10_000

/** How detractors answered the next time, by what became of their case. */
export type NextScores = { group: DetractorGroup; customers: number; n: number; low: number; middle: number; high: number }

/** recovered: said to be mended; unrecovered: said not to be, or closed without a word; untouched: without a case */
export const detractorGroups = ['recovered', 'unrecovered', 'untouched'] as const
export type DetractorGroup = (typeof detractorGroups)[number]

export type DetractorWindow = { organizationId: string; from: Date; to: Date; touchpoint?: string | undefined; limit: number }

const statement = `
  with unhappy as materialized (
       select r.customer_id, r.id, r.submitted_at from responses r
         join scores s on s.organization_id = $1 and s.response_id = r.id and s.metric = 'nps' and s.category = 'detractor'
        where r.organization_id = $1 and r.submitted_at >= $2 and r.submitted_at < $3 and r.customer_id is not null
          and ($4::text is null or r.touchpoint_id = (select id from touchpoints where organization_id = $1 and key = $4))
        order by r.submitted_at desc limit $5),
     first as (select distinct on (customer_id) * from unhappy order by customer_id, submitted_at),
     grouped as (
       select f.customer_id,
              case when k.id is null then 'untouched' when k.verdict then 'recovered'
                   when k.verdict = false or k.status = 'closed' then 'unrecovered' end as "group",
              case when k.id is null then f.submitted_at else coalesce(k.verdict_at, k.closed_at) end as since
         from first f
         left join lateral (
           select c.id, c.verdict, c.verdict_at, c.status, c.closed_at from case_responses cr
             join cases c on c.organization_id = $1 and c.id = cr.case_id
            where cr.organization_id = $1 and cr.response_id = f.id order by c.opened_at desc limit 1) as k on true)
     select g."group", count(*)::int as customers, count(again.category)::int as n,
            count(*) filter (where again.category = 'detractor')::int as low, count(*) filter (where again.category = 'passive')::int as middle,
            count(*) filter (where again.category = 'promoter')::int as high
       from grouped g
       left join lateral (
         select s.category from responses r join scores s on s.organization_id = $1 and s.response_id = r.id and s.metric = 'nps'
          where r.organization_id = $1 and r.customer_id = g.customer_id and r.submitted_at > g.since
          order by r.submitted_at limit 1) as again on true
      where g."group" is not null group by 1`

/**
 * The next NPS of customers who were detractors from `from` and before `to`, each counted once, by their first such answer. It is the
 * first after the word on their case, or after its end; without a case, after the answer itself. Cases that still run are left out.
 * `too_slow` where it takes more than ten seconds.
 */
export const nextScores = async (asked: DetractorWindow): Promise<NextScores[] | Failure> => {
  const { organizationId, from, to, touchpoint, limit } = asked
  const values = [organizationId, from, to, touchpoint ?? null, limit]
  const read = await readWithin(limitMs, async (client) => (await client.query<NextScores>(statement, values)).rows)
  if (isFailure(read)) return read
  return detractorGroups.map(
    (group) => read.find((row) => row.group === group) ?? { group, customers: 0, n: 0, low: 0, middle: 0, high: 0 },
  )
}
