import type { KnownSums } from '@/domain/alert/replay-series'
import { addDays, type Day, startOfDay } from '@/domain/analysis/calendar'
import { type Failure, isFailure } from '@/domain/errors'
import type { Cuts } from '@/domain/metric/cut'
import type { Measure } from '@/domain/metric/measure'
import { ownAtoms } from '../anonymity/own-atoms'
import { readAnonymity } from '../anonymity/read-anonymity'
import { readWithin } from '../read-within'
import { type FactFilter, type Facts, type OwnMeasure, ownFacts, scoreFacts } from './facts'
import { isCut, placeMeasures } from './measure-places'
import type { ByRow } from './sum-by'
import { withAnonymousBy } from './with-anonymous-by'

/** When an answer was first counted. History that was loaded counts from when it was given: it was known elsewhere then. */
const knownAt = `case when not r.can_alert then r.submitted_at
  else greatest(r.submitted_at, case when r.status = 'partial' then r.score_due_at else r.accepted_at end) end`

export type MomentsAsked = {
  organizationId: string
  measures: readonly Measure[]
  /** one touchpoint's alone */
  touchpoint?: string | undefined
  /** the days whose answers count, in the organization's time zone */
  from: Day
  to: Day
  timeZone: string
  /** the first look, and how far they are apart */
  start: Date
  everySeconds: number
}

/** `sources`: of the scored ones. */
type Ways = { own: OwnMeasure[]; scored: Measure[]; sources: string[]; cuts: Cuts }

/** Looked at one by one, what is cut or limited in a way of its own is counted from the answers; everything else from scores as they are. */
const waysOf = async ({ organizationId, measures, from, to }: MomentsAsked): Promise<Ways> => {
  const places = await placeMeasures(measures, { organizationId, from, to })
  const isPlain = (measure: Measure) => !isCut(measure) && !measure.surveys
  const scored = places.daily.filter(isPlain)
  const cut = places.daily.filter((measure) => !isPlain(measure)).map((measure) => ({ ...measure, isScored: true }))
  const own = [...places.own, ...cut]
  const cuts = scored.find(({ key, source }) => key === source)?.cuts ?? {}
  return { own, scored, sources: [...new Set(scored.map(({ source }) => source))], cuts }
}

const readFacts = async (
  facts: Facts,
  filter: FactFilter,
  span: { from: Date; before: Date },
  { start, everySeconds }: MomentsAsked,
  limitMs: number,
): Promise<KnownSums[] | Failure> => {
  const { from, params } = facts.within(filter, span)
  const [first, every] = [`$${params.length + 1}`, `$${params.length + 2}`]
  const look = `greatest(0, ceil(extract(epoch from (${knownAt}) - ${first}::timestamptz) / ${every}::float8))::int`
  return readWithin(limitMs, async (client) => {
    const { rows } = await client.query<KnownSums>(
      `select s.metric, s.touchpoint_id as "touchpointId", s.day, ${look} as look, ${facts.sums} ${from} group by 1, 2, 3, 4`,
      [...params, start, everySeconds],
    )
    return rows
  })
}

/** Rows of a source as those of each measure that is counted from it. */
const asMeasures = (rows: readonly KnownSums[], scored: readonly Measure[]): KnownSums[] =>
  rows.flatMap((row) => scored.filter(({ source }) => source === row.metric).map(({ key }) => ({ ...row, metric: key })))

/**
 * What was answered to measures at each touchpoint, by its day and by the look from which on it was known: what sums of days were at a
 * moment of the past. `read` answers those of answers given in a span; `cells` those of anonymous surveys, each group of answers as a
 * whole from the end of its last day on, so that no two moments differ by fewer answers than may be told.
 */
export const createMoments = async (asked: MomentsAsked) => {
  const { organizationId, touchpoint, from, to, timeZone, start, everySeconds } = asked
  const [{ own, scored, sources: metrics, cuts }, anonymity] = await Promise.all([waysOf(asked), readAnonymity(organizationId)])
  const filter = { organizationId, from, to, ...(touchpoint ? { touchpoint } : {}) }

  const read = async (span: { from: Date; before: Date }, limitMs: number): Promise<KnownSums[] | Failure> => {
    const known = { ...filter, without: anonymity?.surveys }
    const plain = metrics.length > 0 ? await readFacts(scoreFacts({ cuts }, metrics), known, span, asked, limitMs) : []
    if (isFailure(plain)) return plain
    const apart = own.length > 0 ? await readFacts(ownFacts(own), known, span, asked, limitMs) : []
    return isFailure(apart) ? apart : [...asMeasures(plain, scored), ...apart]
  }

  const cells = async (): Promise<KnownSums[] | Failure> => {
    if (!anonymity) return []
    const nothing = async (): Promise<ByRow<'touchpointDay'>[]> => []
    const whole = <One extends ByRow<'touchpointDay'>>(rows: readonly One[]): KnownSums[] =>
      rows.map((row) => {
        const over = startOfDay(addDays(row.day, 1), timeZone).getTime()
        return { ...row, look: Math.max(0, Math.ceil((over - start.getTime()) / (everySeconds * 1000))) }
      })
    const plain = await withAnonymousBy('touchpointDay', { ...filter, metrics, cuts }, nothing)
    if (isFailure(plain)) return plain
    const apart =
      own.length > 0
        ? await withAnonymousBy('touchpointDay', { ...filter, metrics: [], cuts: {} }, nothing, ownAtoms(own, filter))
        : []
    return isFailure(apart) ? apart : [...asMeasures(whole(plain), scored), ...whole(apart)]
  }

  return { read, cells, hasCells: anonymity !== undefined }
}
