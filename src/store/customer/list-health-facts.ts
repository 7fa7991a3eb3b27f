import { type HealthFacts, silentAfterDays } from '@/domain/customer/health'
import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { lastAnswers } from './last-answers'

type Row = Omit<HealthFacts, 'answers'> & {
  id: string
  answers: { at: string; metric: string; value: number; category: string }[]
}

const limitMs = 5_000

/** What the health of each of these customers, a page of them at most, is told from; `too_slow` where it takes too long. */
export const listHealthFacts = async (
  organizationId: string,
  customerIds: readonly string[],
  now: Date,
): Promise<Map<string, HealthFacts> | Failure> => {
  if (customerIds.length === 0) return new Map()
  const statement = `select w.id, said.answers, k.open as "openCases", k.overdue as "overdueCases", k.reopened as "reopenedCases",
            k.recovered_at as "recoveredAt", asked.unanswered
       from unnest($2::uuid[]) as w(id)
       left join lateral (
         select coalesce(json_agg(json_build_object('at', last.at, 'metric', last.metric, 'value', last.value::float8, 'category', last.category)
                  order by last.at desc, last.id desc), '[]') as answers, max(last.at) as at
           from (${lastAnswers('$1', 'w.id', 2)}) as last) as said on true
       left join lateral (
         select count(*) filter (where is_open)::int as open,
                count(*) filter (where is_open and remaining_minutes is null and due_at < $3)::int as overdue,
                count(*) filter (where is_open and exists (select 1 from case_events e where e.organization_id = $1 and e.case_id = theirs.id
                  and (e.type = 'reopen' or (e.type = 'verify' and e.data -> 'fixed' = 'false'))))::int as reopened,
                max(verified_at) filter (where is_fixed) as recovered_at
           from (select c.*, c.status not in ('resolved', 'verified', 'closed') as is_open from cases c
                  where c.organization_id = $1 and c.customer_id = w.id) as theirs) as k on true
       left join lateral (
         select count(*)::int as unanswered from invitations i
          where i.organization_id = $1 and i.customer_id = w.id and i.response_id is not null
            and i.created_at > coalesce(said.at, '-infinity') and i.created_at < $3::timestamptz - make_interval(days => $4)
            and i.state in ('sent', 'opened', 'started', 'expired')) as asked on true`
  return readWithin(limitMs, async (client) => {
    const { rows } = await client.query<Row>(statement, [organizationId, customerIds, now, silentAfterDays])
    return new Map(
      rows.map(({ id, answers, ...facts }) => [
        id,
        { ...facts, answers: answers.map(({ at, ...said }) => ({ ...said, at: new Date(at) })) },
      ]),
    )
  })
}
