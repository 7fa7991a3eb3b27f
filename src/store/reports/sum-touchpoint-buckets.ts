import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Interval } from '@/domain/analysis/period'
import type { DaySums } from '@/domain/analysis/trend'
import type { Failure } from '@/domain/errors'
import { sumsOf, withAnonymous } from '../anonymity/anonymous-cells'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, type SummedRow, sumColumns } from './rollup-filter'
import { sumScores } from './sum-scores'

/** `day`: the first of its bucket; weeks start on Monday. Of anonymous answers that are only told together: the days of these. */
type BucketRow = SummedRow & { touchpointId: string } & Pick<DaySums, 'day' | 'since' | 'threshold'>

/** Over a row `x` that names its day. */
const startOf: Record<Interval, string> = {
  day: 'x.day',
  week: `to_char(date_trunc('week', x.day::date), 'YYYY-MM-DD')`,
  month: `left(x.day, 7) || '-01'`,
}

const readBuckets = async (filter: RollupFilter, interval: Interval): Promise<BucketRow[] | Failure> => {
  const columns = (row: string) => {
    const start = startOf[interval].replaceAll('x.', `${row}.`)
    return { select: `${row}.metric, ${row}.touchpoint_id as "touchpointId", ${start} as day`, group: '1, 2, 3', order: '3' }
  }
  if (!isKeptInRollups(filter)) {
    const { select, group, order } = columns('s')
    return sumScores<BucketRow>(filter, { columns: select, groupBy: group, orderBy: order })
  }
  const { select, group, order } = columns('r')
  const { rows } = await pool().query<BucketRow>(
    `select ${select}, ${sumColumns(filter)} from rollups r where ${rollupWhere} group by ${group} having sum(r.n) > 0 order by ${order}`,
    rollupParameters(filter),
  )
  return rows
}

/**
 * One row a metric, touchpoint and bucket of the period that has answers, in the order of buckets: all touchpoints' trends at
 * once. From single responses where rollups can't tell; anonymous ones as far as they may be told.
 */
export const sumTouchpointBuckets = (filter: RollupFilter, interval: Interval): Promise<BucketRow[] | Failure> =>
  withAnonymous<BucketRow>({
    filter,
    read: (asked) => readBuckets(asked, interval),
    toRow: ({ metric, touchpointId, day, since, threshold, ...cell }) => ({
      ...sumsOf(cell),
      ...{ metric, touchpointId, day, since, threshold },
    }),
    keyOf: ({ metric, touchpointId, day, since = day }) => `${day} ${since} ${metric} ${touchpointId}`,
  })
