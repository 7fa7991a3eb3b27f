import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { type Failure, isFailure } from '@/domain/errors'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere } from './rollup-filter'
import { sumBy } from './sum-by'

/** `counts`: how many answers had the whole value 0 … 10, in that order. */
export type HistogramRow = { metric: string; n: number; counts: number[] }

const values = Array.from({ length: 11 }, (_, value) => value)

type ValueRow = { metric: string; value: number | null; n: number }

const histogramsOf = (metrics: readonly string[], rows: readonly ValueRow[]): HistogramRow[] =>
  metrics.flatMap((metric) => {
    const own = rows.filter((row) => row.metric === metric)
    if (own.length === 0) return []
    const counts = values.map((value) => own.find((row) => row.value === value)?.n ?? 0)
    return [{ metric, n: own.reduce((sum, { n }) => sum + n, 0), counts }]
  })

/** One row a metric that has answers; from single responses where rollups can't tell. */
export const sumHistograms = async (filter: RollupFilter): Promise<HistogramRow[] | Failure> => {
  if (!isKeptInRollups(filter)) {
    const rows = await sumBy(filter, 'value')
    return isFailure(rows) ? rows : histogramsOf(filter.metrics, rows)
  }
  const summed = values.map((value) => `sum(r.c${value})::int`)
  const { rows } = await pool().query<HistogramRow>(
    `select r.metric, sum(r.n)::int as n, array[${summed}] as counts from rollups r where ${rollupWhere}
      group by r.metric having sum(r.n) > 0`,
    rollupParameters(filter),
  )
  return rows
}
