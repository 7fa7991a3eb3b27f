import type { Failure } from '@/domain/errors'
import { readWithin } from '../read-within'
import type { RollupFilter } from './rollup-filter'
import { limitMs, scoreSums, scoresThatFit } from './scores-that-fit'

export type ScoreGrouping = { columns: string; joins?: string; groupBy: string; orderBy?: string }

/** Sums of the scores of responses that fit, grouped as is said. */
export const sumScores = async <Row extends object>(
  { reading: _, ...filter }: RollupFilter,
  group: ScoreGrouping,
): Promise<Row[] | Failure> => {
  const { from, params } = scoresThatFit(filter, group.joins)
  const statement = `select ${group.columns}, ${scoreSums(filter.cuts)}
    ${from} group by ${group.groupBy}${group.orderBy ? ` order by ${group.orderBy}` : ''}`
  return readWithin(limitMs, async (client) => (await client.query<Row>(statement, params)).rows)
}
