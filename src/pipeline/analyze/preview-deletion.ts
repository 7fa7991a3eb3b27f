import { addDays, type Day } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'
import { type Summary, summarize } from '@/domain/analysis/summarize'
import { withoutScore } from '@/domain/analysis/without-score'
import { type Failure, fail } from '@/domain/errors'
import type { Localized } from '@/domain/localized'
import { cutsOf, leastsOf } from '@/domain/metric/cut'
import type { MetricKind } from '@/domain/score/score'
import { questionsOf } from '@/domain/survey/definition'
import { readDefinitions } from '@/store/metric/read-definitions'
import { sumsAroundResponse } from '@/store/reports/sums-around-response'
import { getResponse } from './get-response'

/** A touchpoint's metric over some days, as it is with the response and without it. */
export type Effect = {
  metric: string
  kind: MetricKind
  /** the question's text, where the metric is a question's own */
  question: Localized | null
  from: Day
  to: Day
  before: Summary
  after: Summary
}

export type DeletionPreview = {
  survey: Localized
  touchpoint: Localized
  effects: Effect[]
  cases: number[]
  files: number
  tags: number
}

const recentDays = 30
const order = ['nps', 'csat', 'ces', 'sentiment']
const placeOf = (metric: string): number => (order.includes(metric) ? order.indexOf(metric) : order.length)

/** What deleting a response would change: every number that it is part of, before and after. */
export const previewDeletion = async (
  { organizationId, timeZone }: { organizationId: string; timeZone: string },
  id: string,
  now: Date,
): Promise<DeletionPreview | Failure> => {
  const response = await getResponse(organizationId, id)
  if (!response) return fail('not_found', 'There is no such response.')
  const today = localDay(now, timeZone)
  const definitions = await readDefinitions(organizationId)
  const [cuts, leasts] = [cutsOf(definitions), leastsOf(definitions)]
  const around = await sumsAroundResponse(organizationId, id, { since: addDays(today, 1 - recentDays), today, cuts })
  const textOf = (metric: string): Localized | null =>
    questionsOf(response.definition).find(({ key }) => key === metric.split('.')[0])?.text ?? null
  const effects = around.map(({ metric, kind, value, category, from, to, ...sums }): Effect => {
    const score = { kind, value, ...(category === null || category === undefined ? {} : { category }) }
    return {
      metric,
      kind,
      question: order.includes(metric) ? null : textOf(metric),
      from,
      to,
      before: summarize(kind, sums, leasts[kind]),
      after: summarize(kind, withoutScore(sums, score, cuts), leasts[kind]),
    }
  })
  return {
    survey: response.definition.title,
    touchpoint: response.touchpointName,
    effects: effects.sort((a, b) => placeOf(a.metric) - placeOf(b.metric)),
    cases: response.cases.map(({ number }) => number),
    files: response.files.length,
    tags: response.tags.length,
  }
}
