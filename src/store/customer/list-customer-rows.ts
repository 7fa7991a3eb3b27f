import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { type CustomerRow, customerRowColumns } from './customer-row'
import { type CustomerNarrowing, customerWhere } from './customer-where'

export type CustomerOrder = 'active' | 'value'

export type CustomerFilter = CustomerNarrowing & {
  limit: number
  order: CustomerOrder
  /** the last row of the page before: when they were last active, or their value, null where none is known */
  after?: { key: Date | number | null; id: string } | undefined
}

const limitMs = 5_000

const orders = {
  active: { key: 'c.last_active_at', type: 'timestamptz' },
  value: { key: `coalesce(c.value, '-infinity'::float8)`, type: 'float8' },
} as const

/**
 * Customers, those who were last heard of first, or those of the greatest value, with those of unknown value last; one more than
 * `limit` where there is a next page. `too_slow` where finding them takes too long.
 */
export const listCustomerRows = async ({
  limit,
  order,
  after,
  ...narrowing
}: CustomerFilter): Promise<CustomerRow[] | Failure> => {
  const { withSql, sql, params } = customerWhere(narrowing)
  const first = params.length + 1
  const { key, type } = orders[order]
  const onward = after ? ` and (${key}, c.id) < ($${first + 1}::${type}, $${first + 2}::uuid)` : ''
  const statement = `${withSql} select ${customerRowColumns} from customers c where ${sql}${onward}
    order by ${key} desc, c.id desc limit $${first}`
  const values = [...params, limit + 1, ...(after ? [after.key ?? '-infinity', after.id] : [])]
  return readWithin(limitMs, async (client) => (await client.query<CustomerRow>(statement, values)).rows)
}
