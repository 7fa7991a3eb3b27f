import type { CustomerInput } from '@/domain/response/submission'
import { pool, withTransaction } from '../connection'
import { knowCustomers } from '../customer/know-customers'
import { refreshStanding } from '../customer/refresh-standing'
import { saveCustomers } from '../customer/save-customers'

export type NewEvent = {
  id: string
  touchpointId: string
  customer: CustomerInput
  occurredAt: Date
  attributes: Readonly<Record<string, unknown>>
}

const findKnown = async (organizationId: string, ids: readonly string[]): Promise<Set<string>> => {
  const { rows } = await pool().query<{ id: string }>(
    'select id from customer_events where organization_id = $1 and id = any($2)',
    [organizationId, ids],
  )
  return new Set(rows.map(({ id }) => id))
}

/** One of each id, in the order given: the first, as if the others had been sent again. */
const firstOfEach = (events: readonly NewEvent[]): NewEvent[] => {
  const first = new Map<string, NewEvent>()
  for (const event of events) if (!first.has(event.id)) first.set(event.id, event)
  return [...first.values()]
}

/**
 * Keeps events, each once: one whose id is known changes nothing, neither itself nor its customer. The customer of a new one is
 * created or updated as an import does, in the order in which the events came, and stands where they stand with the same commit.
 * Answers how many are new.
 */
export const saveEvents = async (organizationId: string, events: readonly NewEvent[]): Promise<number> => {
  const known = await findKnown(
    organizationId,
    events.map(({ id }) => id),
  )
  const fresh = firstOfEach(events).filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return 0
  // Before the transaction: a row that others may wait for must not be held while it waits for theirs.
  const customerIds = await knowCustomers(
    organizationId,
    fresh.map(({ customer }) => customer.externalId),
  )
  const idOf = ({ externalId }: CustomerInput): string => {
    const id = customerIds.get(externalId)
    if (!id) throw new Error('a customer was erased while their events came in')
    return id
  }
  return withTransaction(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `insert into customer_events (organization_id, id, touchpoint_id, customer_id, occurred_at, attributes, received_at)
       select $1, new.*, clock_timestamp() from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::jsonb[])
              as new(id, touchpoint_id, customer_id, occurred_at, attributes) order by new.id
       on conflict do nothing returning id`,
      [
        organizationId,
        fresh.map(({ id }) => id),
        fresh.map(({ touchpointId }) => touchpointId),
        fresh.map(({ customer }) => idOf(customer)),
        fresh.map(({ occurredAt }) => occurredAt),
        fresh.map(({ attributes }) => JSON.stringify(attributes)),
      ],
    )
    const kept = new Set(rows.map(({ id }) => id))
    const customers = fresh.flatMap(({ id, customer }) => (kept.has(id) ? [customer] : []))
    await saveCustomers(organizationId, customers, client)
    const ids = [...new Set(customers.map(idOf))]
    await refreshStanding(
      client,
      ids.map((id) => ({ organizationId, id })),
    )
    return kept.size
  })
}
