import { addDays } from '@/domain/analysis/calendar'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { bucketsOf, type Interval } from '@/domain/analysis/period'
import type { Failure } from '@/domain/errors'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, sumColumns } from './rollup-filter'
import { type ByRow, sumBy } from './sum-by'
import { withAnonymousBy } from './with-anonymous-by'

export const bucketBy = { day: 'touchpointDay', week: 'touchpointWeek', month: 'touchpointMonth' } as const
type BucketRow = ByRow<'touchpointDay'>

const readBuckets = async (filter: RollupFilter, interval: Interval): Promise<BucketRow[] | Failure> => {
  if (!isKeptInRollups(filter)) return sumBy(filter, bucketBy[interval])
  const starts = bucketsOf(filter, interval)
  const nexts = [...starts.slice(1), addDays(filter.to, 1)]
  // Bucket after bucket by its days: to find the bucket of each rollup's day would take most of the time, and as many groups a sort.
  const { rows } = await pool().query<BucketRow>(
    `select b.day, r.* from unnest($11::bpchar[], $12::bpchar[]) as b (day, next)
      cross join lateral (
       select r.metric, r.touchpoint_id as "touchpointId", ${sumColumns(filter)}
         from rollups r where ${rollupWhere} and r.day >= b.day and r.day < b.next
        group by r.metric, r.touchpoint_id having sum(r.n) > 0) as r
      order by b.day`,
    [...rollupParameters(filter), starts, nexts],
  )
  return rows
}

/**
 * One row a metric, touchpoint and bucket of the period that has answers, in the order of buckets: all touchpoints' trends at
 * once. `day`: the first of its bucket; weeks start on Monday. From single responses where rollups can't tell; anonymous ones as far as they may be told.
 */
export const sumTouchpointBuckets = (filter: RollupFilter, interval: Interval): Promise<BucketRow[] | Failure> =>
  withAnonymousBy(bucketBy[interval], filter, (asked) => readBuckets(asked, interval))
