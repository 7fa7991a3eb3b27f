import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import type { Measure } from '@/domain/metric/measure'
import { pool } from '../connection'
import { type GroupBy, type GroupedSums, metricSums } from './metric-sums'
import { type RollupFilter, rollupParameters, rollupWhere } from './rollup-filter'
import { sumAnswers } from './sum-answers'

/** Whether a question's answers are scored, and so stand in rollups. A checked definition never mixes questions that are with such that aren't. */
const isScored = async ({ organizationId, metrics }: RollupFilter): Promise<boolean> => {
  const { rows } = await pool().query(
    `select 1 from rollups r where r.organization_id = $1 and r.metric = any($2) and r.n > 0 limit 1`,
    [organizationId, metrics],
  )
  return rows.length > 0
}

/** Whether the histogram holds every answer: whole values 0 … 10 only. */
const isWhole = async (filter: RollupFilter): Promise<boolean> => {
  const binned = Array.from({ length: 11 }, (_, value) => `r.c${value}`).join(' + ')
  const { rows } = await pool().query(
    `select 1 from rollups r where ${rollupWhere} and r.n <> ${binned} limit 1`,
    rollupParameters(filter),
  )
  return rows.length === 0
}

/**
 * A measure's sums by day, and by group, from wherever they can be told: daily counts; where the histogram doesn't hold the
 * values that a box is cut at, scores; what is never scored, answers.
 */
export const measureSums = async (
  measure: Measure,
  asked: Omit<RollupFilter, 'metrics' | 'cuts' | 'surveys'>,
  groupBy?: GroupBy,
): Promise<GroupedSums[] | Failure> => {
  const { source, key, surveys, cuts, options } = measure
  const filter: RollupFilter = { ...asked, metrics: [source], surveys, cuts }
  const isOwn = key !== source
  if (isOwn && (options || !(await isScored(filter)))) return sumAnswers(measure, filter, groupBy)
  const isExact = !isOwn || !('mean' in cuts) || !isKeptInRollups(filter) || (await isWhole(filter))
  return metricSums(filter, groupBy, isExact ? 'rollups' : 'scores')
}
