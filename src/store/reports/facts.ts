import type { Measure } from '@/domain/metric/measure'
import { type ResponseNarrowing, responseWhere } from '../response/response-where'
import { instantsAround } from './instants-around'
import type { RollupFilter } from './rollup-filter'
import { scoreSums, scoresThatFit } from './scores-that-fit'

type Span = ReturnType<typeof instantsAround>
export type FactFilter = Omit<RollupFilter, 'metrics' | 'cuts' | 'reading'> & Pick<ResponseNarrowing, 'customers'>

/** Tells apart which responses are asked for. */
export const filterKey = (filter: FactFilter): string => {
  const { organizationId, journey, touchpoint, survey, surveys, without, only, channel, locale, where, from, to } = filter
  return JSON.stringify([
    ...[organizationId, journey, touchpoint, survey, surveys, without, only],
    ...[channel, locale, where, from, to],
  ])
}

/**
 * Numbers of single responses, rows `s` with their metric, kind, day, place and value, and how they are added up. `key` tells facts
 * apart that are read of the same responses.
 */
export type Facts = {
  key: string
  sums: string
  within: (filter: FactFilter, span?: Span, joins?: string) => { from: string; params: unknown[] }
}

/** Every score, or those of some metrics alone. */
export const scoreFacts = ({ cuts }: Pick<RollupFilter, 'cuts'>, metrics: readonly string[] | null): Facts => ({
  key: JSON.stringify(['scores', metrics, cuts]),
  sums: scoreSums(cuts),
  within: (filter, span, joins) => scoresThatFit({ ...filter, metrics }, joins, span),
})

/** `isScored`: counted from scores, with the day and channel that they were counted under; else from the answer itself. */
export type OwnMeasure = Measure & { isScored: boolean }

/** From where on an answer counts: a share's cut is the same for every kind. */
const cutOf = ({ cuts, shownAs }: Measure): number | undefined => (shownAs === 'csat' ? cuts.mean?.positiveFrom : undefined)

const sums = `count(*)::int as n, 0 as low, count(*) filter (where not coalesce(s."isCounted", false))::int as middle,
  count(*) filter (where s."isCounted")::int as high,
  coalesce(sum(s.value), 0)::float8 as sum, coalesce(sum(s.value * s.value), 0)::float8 as "sumSquares"`

/** What is looked up in a response once, however many measures count it: a distribution asks for one a bar. */
const bySource = (measures: readonly OwnMeasure[]) => {
  const sources = new Map<string, { source: string; scored: boolean; surveys: readonly string[] | null; measures: object[] }>()
  for (const measure of measures) {
    const { key, source, isScored: scored, surveys = null, options = null } = measure
    const place = JSON.stringify([source, scored, surveys])
    const found = sources.get(place) ?? { source, scored, surveys, measures: [] }
    sources.set(place, found)
    found.measures.push({ key, least: cutOf(measure) ?? null, options })
  }
  return [...sources.values()]
}

/**
 * What measures of one's own count: as many of them as are asked for, in one look at each response. `s.metric` is the measure's
 * key, `high` how many answers count. Measures are handed over as a table, so one statement serves any of them.
 */
export const ownFacts = (measures: readonly OwnMeasure[]): Facts => {
  const table = JSON.stringify(bySource(measures))
  const within: Facts['within'] = ({ from, to, channel, ...narrowing }, span = instantsAround({ from, to }), joins = '') => {
    const { sql, params } = responseWhere({ ...narrowing, ...span })
    const [given, first, last, through] = [1, 2, 3, 4].map((at) => `$${params.length + at}`)
    const asked = (isScored: boolean) => `jsonb_to_recordset(${given}::jsonb)
        as q(source text, scored boolean, surveys text[], measures jsonb)
       where ${isScored ? 'q.scored' : 'not q.scored'}
         and (q.surveys is null or (select v.key from surveys v where v.organization_id = r.organization_id and v.id = r.survey_id) = any(q.surveys))`
    const each = 'cross join lateral jsonb_to_recordset(q.measures) as m(key text, least numeric, options text[])'
    // `offset 0`: looked up response by response, never joined over every answer there is.
    const statement = `from responses r
      join organizations o on o.id = r.organization_id
      join touchpoints p on p.organization_id = r.organization_id and p.id = r.touchpoint_id
      cross join lateral (
        select m.key as metric, 'mean' as kind, c.value, c.day, c.channel, c.touchpoint_id, c.survey_id, c.organization_id,
               c.value >= m.least as "isCounted"
          from (select * from ${asked(true)} offset 0) as q
          join scores c on c.organization_id = r.organization_id and c.response_id = r.id and c.metric = q.source
          ${each}
        union all
        select m.key, 'mean', a.number::numeric, to_char(r.submitted_at at time zone o.time_zone, 'YYYY-MM-DD'),
               coalesce(r.channel, p.channel), r.touchpoint_id, r.survey_id, r.organization_id,
               case when m.options is null then a.number::numeric >= m.least else a.choices && m.options end
          from (select * from ${asked(false)} offset 0) as q
          join answers a on a.organization_id = r.organization_id and a.response_id = r.id and a.question = q.source
          ${each}
         where case when m.options is null then a.number is not null else cardinality(a.choices) > 0 end
        offset 0
      ) as s ${joins}`
    const where = `where ${sql} and s.day between ${first} and ${last} and (${through}::text is null or s.channel = ${through})`
    return { from: `${statement} ${where}`, params: [...params, table, from, to, channel ?? null] }
  }
  return { key: table, sums, within }
}
