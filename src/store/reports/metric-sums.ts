import type { Day } from '@/domain/analysis/calendar'
import type { Sums } from '@/domain/analysis/summarize'
import type { MetricKind } from '@/domain/score/score'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere, sumColumns } from './rollup-filter'

export type GroupBy = 'touchpoint' | 'survey' | 'channel'

const groups: Record<GroupBy, { column: string; join: string }> = {
  touchpoint: { column: 't.key', join: 'join touchpoints t on t.organization_id = r.organization_id and t.id = r.touchpoint_id' },
  survey: { column: 's.key', join: 'join surveys s on s.organization_id = r.organization_id and s.id = r.survey_id' },
  channel: { column: 'r.channel', join: '' },
}

export type GroupedSums = Sums & { day: Day; kind: MetricKind; group: string | null }

/** A metric's sums by day, and by group where one is asked for, in the order of groups and days. */
export const metricSums = async (filter: RollupFilter, groupBy: GroupBy | undefined): Promise<GroupedSums[]> => {
  const group = groupBy && groups[groupBy]
  const { rows } = await pool().query<GroupedSums>(
    `select r.day, min(r.kind) as kind, ${group?.column ?? 'null::text'} as "group", ${sumColumns}
       from rollups r ${group?.join ?? ''} where ${rollupWhere}
      group by r.day ${group ? `, ${group.column}` : ''} having sum(r.n) > 0 order by 3 nulls first, r.day`,
    rollupParameters(filter),
  )
  return rows
}
