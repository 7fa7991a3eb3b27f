import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Interval } from '@/domain/analysis/period'
import type { Failure } from '@/domain/errors'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, sumColumns } from './rollup-filter'
import { type ByRow, sumBy } from './sum-by'
import { withAnonymousBy } from './with-anonymous-by'

export const bucketBy = { day: 'touchpointDay', week: 'touchpointWeek', month: 'touchpointMonth' } as const
type BucketRow = ByRow<'touchpointDay'>

const startOf: Record<Interval, string> = {
  day: 'r.day',
  week: `to_char(date_trunc('week', r.day::date), 'YYYY-MM-DD')`,
  month: `left(r.day, 7) || '-01'`,
}

const readBuckets = async (filter: RollupFilter, interval: Interval): Promise<BucketRow[] | Failure> => {
  if (!isKeptInRollups(filter)) return sumBy(filter, bucketBy[interval])
  const { rows } = await pool().query<BucketRow>(
    `select r.metric, r.touchpoint_id as "touchpointId", ${startOf[interval]} as day, ${sumColumns(filter)}
       from rollups r where ${rollupWhere} group by 1, 2, 3 having sum(r.n) > 0 order by 3`,
    rollupParameters(filter),
  )
  return rows
}

/**
 * One row a metric, touchpoint and bucket of the period that has answers, in the order of buckets: all touchpoints' trends at
 * once. `day`: the first of its bucket; weeks start on Monday. From single responses where rollups can't tell; anonymous ones as far as they may be told.
 */
export const sumTouchpointBuckets = (filter: RollupFilter, interval: Interval): Promise<BucketRow[] | Failure> =>
  withAnonymousBy(bucketBy[interval], filter, (asked) => readBuckets(asked, interval))
