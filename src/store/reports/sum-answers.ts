import type { Failure } from '@/domain/errors'
import { ownAtoms } from '../anonymity/own-atoms'
import { readWithin } from '../read-within'
import { type OwnMeasure, ownFacts } from './facts'
import { type GroupBy, type GroupedSums, groupedWithAnonymous, groupingBy } from './metric-sums'
import type { RollupFilter } from './rollup-filter'
import { limitMs } from './scores-that-fit'

const readAnswers = async (
  measure: OwnMeasure,
  { metrics: _, cuts: __, reading: ___, ...filter }: RollupFilter,
  groupBy: GroupBy | undefined,
): Promise<GroupedSums[] | Failure> => {
  const facts = ownFacts([measure])
  const { column, join, grouped } = groupingBy(groupBy, 's')
  const { from, params } = facts.within(filter, undefined, join)
  const statement = `select s.day, min(s.kind) as kind, ${column} as "group", ${facts.sums}
    ${from} group by s.day${grouped} order by 3 nulls first, s.day`
  return readWithin(limitMs, async (client) => (await client.query<GroupedSums>(statement, params)).rows)
}

/**
 * Sums by day, and by group, of a measure that daily counts can't tell: options that were chosen, and numbers without a scale.
 * `high` is how many answers count. Anonymous ones as far as they may be told.
 */
export const sumAnswers = (
  measure: OwnMeasure,
  filter: RollupFilter,
  groupBy: GroupBy | undefined,
): Promise<GroupedSums[] | Failure> =>
  groupedWithAnonymous(filter, groupBy, (asked) => readAnswers(measure, asked, groupBy), ownAtoms([measure], filter))
