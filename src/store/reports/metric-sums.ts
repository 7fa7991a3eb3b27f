import type { Cell } from '@/domain/analysis/anonymity'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { DaySums } from '@/domain/analysis/trend'
import type { Failure } from '@/domain/errors'
import type { MetricKind } from '@/domain/score/score'
import { type AtomSource, sumsOf, withAnonymous } from '../anonymity/anonymous-cells'
import type { CutStream } from '../anonymity/atoms'
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

/** What a statement selects, joins and groups by, over a row of that name. */
export const groupingBy = (groupBy: GroupBy | undefined, row: string): { column: string; join: string; grouped: string } => {
  const { column, join } = groupBy ? groups[groupBy] : { column: 'null::text', join: '' }
  return { column: over(column, row), join: over(join, row), grouped: groupBy ? `, ${over(column, row)}` : '' }
}

export type GroupedSums = DaySums & { kind: MetricKind; group: string | null }

const readSums = async (filter: RollupFilter, groupBy: GroupBy | undefined): Promise<GroupedSums[] | Failure> => {
  const row = isKeptInRollups(filter) ? 'r' : 's'
  const { column, join, grouped } = groupingBy(groupBy, row)
  const columns = `${row}.day, min(${row}.kind) as kind, ${column} as "group"`
  if (row === 's')
    return sumScores<GroupedSums>(filter, {
      columns,
      joins: join,
      groupBy: `s.day${grouped}`,
      orderBy: '3 nulls first, s.day',
    })
  const { rows } = await pool().query<GroupedSums>(
    `select ${columns}, ${sumColumns(filter)}
       from rollups r ${join} where ${rollupWhere}
      group by r.day${grouped} having sum(r.n) > 0 order by 3 nulls first, r.day`,
    rollupParameters(filter),
  )
  return rows
}

/** The group that a cell of anonymous answers belongs to. */
const groupOfCell = ({ channel }: Cell, { touchpoint, survey }: CutStream, groupBy: GroupBy | undefined): string | null =>
  groupBy === undefined ? null : { touchpoint, survey, channel: channel ?? '' }[groupBy]

const keyOf = (group: string | null, { day, since = day }: Pick<DaySums, 'day' | 'since'>): string =>
  `${group ?? ''}\u0000${day} ${since}`

/** Sums by day and group, with those of anonymous surveys as far as they may be told. */
export const groupedWithAnonymous = (
  filter: RollupFilter,
  groupBy: GroupBy | undefined,
  read: (filter: RollupFilter) => Promise<GroupedSums[] | Failure>,
  atoms?: AtomSource,
): Promise<GroupedSums[] | Failure> =>
  withAnonymous<GroupedSums>({
    filter,
    byChannel: groupBy === 'channel',
    read,
    toRow: (cell, stream) => {
      const [{ day, since }, { kind, threshold }] = [cell, stream]
      return { ...sumsOf(cell), kind, day, since, threshold, group: groupOfCell(cell, stream, groupBy) }
    },
    keyOf: (row) => keyOf(row.group, row),
    keyOfCell: (cell, stream) => keyOf(groupOfCell(cell, stream, groupBy), cell),
    atoms,
  })

/**
 * A metric's sums by day, and by group where one is asked for, in the order of groups and days; from single responses where
 * rollups can't tell.
 */
export const metricSums = (filter: RollupFilter, groupBy: GroupBy | undefined): Promise<GroupedSums[] | Failure> =>
  groupedWithAnonymous(filter, groupBy, (asked) => readSums(asked, groupBy))
