import { isKeptInRollups } from '@/domain/analysis/narrowing'
import type { Failure } from '@/domain/errors'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere } from './rollup-filter'
import { sumScores } from './sum-scores'

/** `counts`: how many answers had the whole value 0 … 10, in that order. */
export type HistogramRow = { metric: string; n: number; counts: number[] }

const values = Array.from({ length: 11 }, (_, value) => value)

/** One row a metric that has answers; from single responses where rollups can't tell. */
export const sumHistograms = async (filter: RollupFilter): Promise<HistogramRow[] | Failure> => {
  if (!isKeptInRollups(filter)) {
    const counted = values.map((value) => `count(*) filter (where s.value = ${value})::int`)
    return sumScores<HistogramRow>(filter, { columns: `s.metric, array[${counted}] as counts`, groupBy: 's.metric' })
  }
  const summed = values.map((value) => `sum(r.c${value})::int`)
  const { rows } = await pool().query<HistogramRow>(
    `select r.metric, sum(r.n)::int as n, array[${summed}] as counts from rollups r where ${rollupWhere}
      group by r.metric having sum(r.n) > 0`,
    rollupParameters(filter),
  )
  return rows
}
