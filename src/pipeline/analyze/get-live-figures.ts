import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { type Failure, isFailure } from '@/domain/errors'
import type { HeadlineMetric } from '@/domain/score/metric-kind'
import { findResponses, type ResponseRow } from './find-responses'
import { getHeadlines, type Headline } from './get-headlines'

export type LiveFigures = {
  /** when they were read, in ms of the epoch */
  readAt: number
  metrics: Record<HeadlineMetric, Pick<Headline, 'summary' | 'points'>>
  newest: ResponseRow[]
}

type Asked = { organizationId: string; timeZone: string; narrowing: Narrowing; period: Period; now: Date }

/** How many of the newest answers an overview shows. */
export const newestOnOverview = 6

/** What of an overview moves with every answer, and nothing else: read every second while answers pour in. */
export const getLiveFigures = async (asked: Asked): Promise<LiveFigures | Failure> => {
  const { organizationId, timeZone, narrowing, period, now } = asked
  const [headlines, newest] = await Promise.all([
    getHeadlines({ organizationId, ...narrowing, period }),
    findResponses({ organizationId, ...narrowing, timeZone, limit: newestOnOverview }),
  ])
  if (isFailure(headlines)) return headlines
  if (isFailure(newest)) return newest
  const standing = headlines.metrics.map(({ metric, summary, points }) => [metric, { summary, points }] as const)
  return {
    readAt: now.getTime(),
    metrics: Object.fromEntries(standing) as LiveFigures['metrics'],
    newest: newest.items,
  }
}
