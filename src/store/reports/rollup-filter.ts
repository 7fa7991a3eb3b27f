import type { Day } from '@/domain/analysis/calendar'
import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Sums } from '@/domain/analysis/summarize'
import type { Reading } from './sum-cut'

/** Which scores to add up, from rollups where they can tell. Both ends of the period included. */
export type RollupFilter = Narrowing & {
  organizationId: string
  metrics: readonly string[]
  from: Day
  to: Day
  /** of single responses, shared by the numbers of one screen */
  reading?: Reading | undefined
}

/** The added-up columns as numbers: sums of a period stay far below what a double holds exactly. */
export const sumColumns = `sum(r.n)::int as n, sum(r.low)::int as low, sum(r.middle)::int as middle, sum(r.high)::int as high,
  sum(r.sum)::float8 as sum, sum(r.sum_squares)::float8 as "sumSquares"`

export const rollupWhere = `r.organization_id = $1 and r.metric = any($2) and r.day between $3 and $4
  and ($5::text is null or r.touchpoint_id = (select t.id from touchpoints t where t.organization_id = $1 and t.key = $5))
  and ($6::text is null or r.survey_id = (select s.id from surveys s where s.organization_id = $1 and s.key = $6))
  and ($7::text is null or r.channel = $7)
  and ($8::text is null or r.touchpoint_id = any(array(
    select t.id from touchpoints t join stages g on g.organization_id = t.organization_id and g.id = t.stage_id
      join journeys j on j.organization_id = g.organization_id and j.id = g.journey_id where t.organization_id = $1 and j.key = $8)))`

export const rollupParameters = (filter: RollupFilter): unknown[] => [
  filter.organizationId,
  filter.metrics,
  filter.from,
  filter.to,
  filter.touchpoint ?? null,
  filter.survey ?? null,
  filter.channel ?? null,
  filter.journey ?? null,
]

export type SummedRow = Sums & { metric: string }
