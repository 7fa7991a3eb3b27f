import type { Day } from '@/domain/analysis/calendar'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Sums } from '@/domain/analysis/summarize'
import type { Failure } from '@/domain/errors'
import type { MetricKind } from '@/domain/score/score'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, sumColumns } from './rollup-filter'
import { sumScores } from './sum-scores'

export type GroupBy = 'touchpoint' | 'survey' | 'channel'

/** Over a row `x` that names a touchpoint, a survey and a channel. */
const groups: Record<GroupBy, { column: string; join: string }> = {
  touchpoint: { column: 't.key', join: 'join touchpoints t on t.organization_id = x.organization_id and t.id = x.touchpoint_id' },
  survey: { column: 'v.key', join: 'join surveys v on v.organization_id = x.organization_id and v.id = x.survey_id' },
  channel: { column: 'x.channel', join: '' },
}
const over = (sql: string, row: string): string => sql.replaceAll('x.', `${row}.`)

export type GroupedSums = Sums & { day: Day; kind: MetricKind; group: string | null }

/**
 * A metric's sums by day, and by group where one is asked for, in the order of groups and days; from single responses where
 * rollups can't tell.
 */
export const metricSums = async (filter: RollupFilter, groupBy: GroupBy | undefined): Promise<GroupedSums[] | Failure> => {
  const { column, join } = groupBy ? groups[groupBy] : { column: 'null::text', join: '' }
  const grouped = groupBy ? `, ${column}` : ''
  const columns = (row: string) => `${row}.day, min(${row}.kind) as kind, ${over(column, row)} as "group"`
  if (!isKeptInRollups(filter))
    return sumScores<GroupedSums>(filter, {
      columns: columns('s'),
      joins: over(join, 's'),
      groupBy: `s.day${over(grouped, 's')}`,
      orderBy: '3 nulls first, s.day',
    })
  const { rows } = await pool().query<GroupedSums>(
    `select ${columns('r')}, ${sumColumns}
       from rollups r ${over(join, 'r')} where ${rollupWhere}
      group by r.day${over(grouped, 'r')} having sum(r.n) > 0 order by 3 nulls first, r.day`,
    rollupParameters(filter),
  )
  return rows
}
