import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import { atRiskSql, recoveredSql } from './customer-where'

/** The value of some customers, each counted once; of `withoutValue` of them none is known, and they add nothing. */
export type Money = { value: number; customers: number; withoutValue: number }

const limitMs = 5_000
const sums = `coalesce(sum(c.value), 0) as value, count(*)::int as customers, (count(*) filter (where c.value is null))::int as "withoutValue"`

/** What is at risk now, of those whose last answer or open case says so, and what was recovered since then. */
export const sumMoney = (organizationId: string, since: Date): Promise<{ atRisk: Money; recovered: Money } | Failure> =>
  readWithin(limitMs, async (client) => {
    const read = async (where: string): Promise<Money> => {
      const { rows } = await client.query<Money>(`select ${sums} from customers c where c.organization_id = $1 and ${where}`, [
        organizationId,
        since,
      ])
      const [row] = rows
      if (!row) throw new Error('a sum answered no row')
      return row
    }
    return { atRisk: await read(atRiskSql('$2')), recovered: await read(`c.id in (${recoveredSql('$1', '$2')})`) }
  })
