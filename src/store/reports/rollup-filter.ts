import type { Day } from '@/domain/analysis/calendar'
import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Sums } from '@/domain/analysis/summarize'
import { boxIn, type Cut, type Cuts } from '@/domain/metric/cut'
import type { Box } from '@/domain/score/box'
import type { Reading } from './reading'

/** Which scores to add up, from rollups where they can tell. Both ends of the period included. */
export type RollupFilter = Narrowing & {
  organizationId: string
  metrics: readonly string[]
  from: Day
  to: Day
  /** of single responses, shared by the numbers of one screen */
  reading?: Reading | undefined
  /** where the boxes differ from those that scores were sorted into as they came */
  cuts: Cuts
  /** only what these ask */
  surveys?: readonly string[] | undefined
  /** ids of surveys that aren't counted; the only ones that are */
  without?: readonly string[] | undefined
  only?: readonly string[] | undefined
  /** with the histogram, for boxes that several metrics cut it into */
  hasBins?: boolean | undefined
}

const wholeValues = Array.from({ length: 11 }, (_, value) => value)

/** The histogram's columns that fall in a box; all whole values stand in it. */
const columnsIn = (cut: Cut, box: Box): string =>
  wholeValues.flatMap((value) => (boxIn(cut, value) === box ? [`r.c${value}`] : [])).join(' + ') || '0'

/** How many of a rollup's answers fall in a box: by the cuts asked for, from the histogram. */
export const boxColumn = (cuts: Cuts, box: Box): string => {
  const anew = Object.entries(cuts).map(([kind, cut]) => `when '${kind}' then ${columnsIn(cut, box)}`)
  return anew.length === 0 ? `r.${box}` : `case r.kind ${anew.join(' ')} else r.${box} end`
}

/** The added-up columns as numbers: sums of a period stay far below what a double holds exactly. */
export const sumColumns = ({
  cuts,
  hasBins,
}: Pick<
  RollupFilter,
  'cuts' | 'hasBins'
>): string => `${hasBins ? `array[${wholeValues.map((value) => `sum(r.c${value})::int`)}] as bins, ` : ''}sum(r.n)::int as n,
  sum(${boxColumn(cuts, 'low')})::int as low, sum(${boxColumn(cuts, 'middle')})::int as middle, sum(${boxColumn(cuts, 'high')})::int as high,
  sum(r.sum)::float8 as sum, sum(r.sum_squares)::float8 as "sumSquares"`

export const rollupWhere = `r.organization_id = $1 and r.metric = any($2) and r.day between $3 and $4
  and ($5::text is null or r.touchpoint_id = (select t.id from touchpoints t where t.organization_id = $1 and t.key = $5))
  and ($6::text is null or r.survey_id = (select s.id from surveys s where s.organization_id = $1 and s.key = $6))
  and ($7::text is null or r.channel = $7)
  and ($8::text is null or r.touchpoint_id = any(array(
    select t.id from touchpoints t join stages g on g.organization_id = t.organization_id and g.id = t.stage_id
      join journeys j on j.organization_id = g.organization_id and j.id = g.journey_id where t.organization_id = $1 and j.key = $8)))
  and ($9::text[] is null or r.survey_id = any(array(select s.id from surveys s where s.organization_id = $1 and s.key = any($9))))
  and ($10::uuid[] is null or r.survey_id <> all($10))`

export const rollupParameters = (filter: RollupFilter): unknown[] => [
  filter.organizationId,
  filter.metrics,
  filter.from,
  filter.to,
  filter.touchpoint ?? null,
  filter.survey ?? null,
  filter.channel ?? null,
  filter.journey ?? null,
  filter.surveys ?? null,
  filter.without ?? null,
]

/** `bins`: how many answers had the whole value 0 … 10, where they were asked for. */
export type SummedRow = Sums & { metric: string; bins?: readonly number[] }
