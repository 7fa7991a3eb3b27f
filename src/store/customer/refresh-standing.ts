import type { PoolClient } from 'pg'
import { hot } from '../connection'
import { lastAnswers } from './last-answers'

export type CustomerKey = { organizationId: string; id: string }

const wanted = 'unnest($1::uuid[], $2::uuid[]) as w(organization_id, id)'

/**
 * What a customer's row repeats of other tables, counted anew: when they were last heard of, what their last answer said, how
 * many cases are open. Each row is looked up by its customer; `offset 0` keeps the planner from walking all that the
 * organization ever heard in order of time instead.
 */
const recount = `
  select w.organization_id, w.id, greatest(heard.at, happened.at, told.at) as active_at, said.at as answer_at, said.metric, said.value,
         said.category, coalesce(told.open, 0) as open
    from ${wanted}
    left join lateral (
      select max(at) as at from (select r.submitted_at as at from responses r
        where r.organization_id = w.organization_id and r.customer_id = w.id offset 0) as theirs) as heard on true
    left join lateral (
      select max(at) as at from (select e.occurred_at as at from customer_events e
        where e.organization_id = w.organization_id and e.customer_id = w.id offset 0) as theirs) as happened on true
    left join lateral (
      select max(k.opened_at) as at, count(*) filter (where k.status not in ('resolved', 'verified', 'closed'))::int as open
        from cases k where k.organization_id = w.organization_id and k.customer_id = w.id) as told on true
    left join lateral (${lastAnswers('w.organization_id', 'w.id', 1)}) as said on true`

/**
 * Counts anew where customers stand, in the transaction that changed it and as its last step, so that it is true at every commit.
 * Their rows are locked first, in one order everywhere: what another transaction changed meanwhile is counted too, and no two
 * wait for each other.
 */
export const refreshStanding = async (client: PoolClient, customers: readonly CustomerKey[]): Promise<void> => {
  if (customers.length === 0) return
  const keys = [customers.map(({ organizationId }) => organizationId), customers.map(({ id }) => id)]
  await hot(
    client,
    'customer.lock',
    `select 1 from customers c join ${wanted} on c.organization_id = w.organization_id and c.id = w.id
      order by c.organization_id, c.external_id collate "C", c.id for no key update of c`,
    keys,
  )
  await hot(
    client,
    'customer.refresh',
    `update customers c set last_active_at = coalesce(n.active_at, c.created_at), last_answer_at = n.answer_at, last_metric = n.metric,
            last_value = n.value, last_category = n.category, open_cases = n.open
       from (${recount}) as n
      where c.organization_id = n.organization_id and c.id = n.id
        and (c.last_active_at, c.last_answer_at, c.last_metric, c.last_value, c.last_category, c.open_cases)
            is distinct from (coalesce(n.active_at, c.created_at), n.answer_at, n.metric, n.value, n.category, n.open)`,
    keys,
  )
}
