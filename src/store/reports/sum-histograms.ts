import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { type Failure, isFailure } from '@/domain/errors'
import { anonymousCellsOf } from '../anonymity/anonymous-cells'
import { pool } from '../connection'
import { type RollupFilter, rollupParameters, rollupWhere } from './rollup-filter'
import { sumBy } from './sum-by'

/** `counts`: how many answers had the whole value 0 … 10, in that order. `hidden`: see `Sums`. */
export type HistogramRow = { metric: string; n: number; counts: readonly number[]; hidden?: number | undefined }

const values = Array.from({ length: 11 }, (_, value) => value)

type ValueRow = { metric: string; value: number | null; n: number }

const histogramsOf = (metrics: readonly string[], rows: readonly ValueRow[]): HistogramRow[] =>
  metrics.flatMap((metric) => {
    const own = rows.filter((row) => row.metric === metric)
    if (own.length === 0) return []
    const counts = values.map((value) => own.find((row) => row.value === value)?.n ?? 0)
    return [{ metric, n: own.reduce((sum, { n }) => sum + n, 0), counts }]
  })

const readHistograms = async (filter: RollupFilter): Promise<HistogramRow[] | Failure> => {
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

/** One row a metric that has answers; from single responses where rollups can't tell. Anonymous ones as far as they may be told. */
export const sumHistograms = async (filter: RollupFilter): Promise<HistogramRow[] | Failure> => {
  const anonymous = await anonymousCellsOf(filter)
  if (isFailure(anonymous)) return anonymous
  const rows = await readHistograms({ ...filter, without: anonymous?.surveys })
  if (isFailure(rows) || !anonymous) return rows
  const cells = anonymous.streams.flatMap(({ metric, cells: own }) => own.map((cell) => ({ ...cell, metric })))
  const all: HistogramRow[] = [...rows, ...cells]
  return [...new Set(all.map(({ metric }) => metric))].map((metric) => {
    const own = all.filter((row) => row.metric === metric)
    return {
      metric,
      n: own.reduce((sum, { n }) => sum + n, 0),
      counts: values.map((value) => own.reduce((sum, { counts }) => sum + (counts[value] ?? 0), 0)),
      hidden: own.find(({ hidden }) => hidden !== undefined)?.hidden,
    }
  })
}
