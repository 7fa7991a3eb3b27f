import { pool } from '../connection'
import { once } from '../reports/reading'
import { boxColumn, type RollupFilter } from '../reports/rollup-filter'
import type { Stream } from './atoms'
import type { Anonymity } from './read-anonymity'

const ofStream = 'r.organization_id = $1 and r.metric = f.metric and r.survey_id = f.survey_id'
const counts = Array.from({ length: 11 }, (_, value) => `r.c${value}`).join(', ')

/** Touchpoint after touchpoint by the key of rollups: few of them, however many days. */
const streams = `with recursive found as (
    select m.metric, v.survey_id, first.touchpoint_id
      from unnest($2::text[]) as m(metric) cross join unnest($3::uuid[]) as v(survey_id)
     cross join lateral (
       select r.touchpoint_id from rollups r
        where r.organization_id = $1 and r.metric = m.metric and r.survey_id = v.survey_id order by r.touchpoint_id limit 1) as first
    union all
    select f.metric, f.survey_id, next.touchpoint_id from found f
     cross join lateral (
       select r.touchpoint_id from rollups r where ${ofStream} and r.touchpoint_id > f.touchpoint_id order by r.touchpoint_id limit 1) as next
  )`

const edge = (than: string, order: string): string => `left join lateral (
    select r.day from rollups r where ${ofStream} and r.touchpoint_id = f.touchpoint_id and r.day ${than}
     group by r.day having sum(r.n) >= $6 order by r.day ${order} limit 1) as`

/** The streams that are asked for, and the days between which theirs are read: first of all, or rollups would be read whole to find out. */
const spans = `spans as materialized (
    select f.metric, f.survey_id, f.touchpoint_id, s.key as survey, t.key as touchpoint,
           coalesce(earlier.day, '') as after, coalesce(later.day, '9999-12-31') as until
      from found f
      join surveys s on s.organization_id = $1 and s.id = f.survey_id
      join touchpoints t on t.organization_id = $1 and t.id = f.touchpoint_id
      join stages g on g.organization_id = $1 and g.id = t.stage_id
      join journeys j on j.organization_id = $1 and j.id = g.journey_id
      ${edge('< $4', 'desc')} earlier on true
      ${edge('> $5', 'asc')} later on true
     where ($7::text is null or t.key = $7) and ($8::text is null or s.key = $8) and ($9::text is null or j.key = $9)
       and ($10::text[] is null or s.key = any($10))
  )`

const readStreams = async (filter: RollupFilter, { threshold, surveys }: Anonymity): Promise<Stream[]> => {
  const { organizationId, metrics, from, to, touchpoint, survey, journey, surveys: asking, cuts } = filter
  const { rows } = await pool().query<Stream>(
    // A row a stream: as a row each, the atoms would say a thousand times over where they belong.
    `${streams}, ${spans}
     select f.metric, atoms -> 0 ->> 'kind' as kind, f.survey_id as "surveyId", f.touchpoint_id as "touchpointId", f.survey, f.touchpoint, atoms
       from spans f
      cross join lateral (
        select json_agg(atom) as atoms from (
          -- The offset keeps it one look at the key for each stream.
          select r.kind, r.day, r.channel, r.n, ${boxColumn(cuts, 'low')} as low, ${boxColumn(cuts, 'middle')} as middle,
                 ${boxColumn(cuts, 'high')} as high, r.sum, r.sum_squares as "sumSquares", array[${counts}] as counts
            from rollups r
           where ${ofStream} and r.touchpoint_id = f.touchpoint_id and r.day > f.after and r.day <= f.until and r.n > 0 offset 0
        ) as atom) as found
      where atoms is not null`,
    [organizationId, metrics, surveys, from, to, threshold, touchpoint ?? null, survey ?? null, journey ?? null, asking ?? null],
  )
  return rows
}

/**
 * What anonymous surveys' answers add up to by day and channel: those of the period, and as many around it as it takes to know which
 * belong together (from behind the last day before it with enough answers, to the first one after it). Of every channel, whatever
 * is asked for, and once for all numbers of a reading.
 */
export const rollupAtoms = (filter: RollupFilter, anonymity: Anonymity): Promise<Stream[]> => {
  const { reading, channel: _, hasBins: __, ...asked } = filter
  return once(reading?.streams, asked, () => readStreams(asked, anonymity))
}
