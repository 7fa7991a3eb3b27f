import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { type Failure, isFailure } from '@/domain/errors'
import type { HeadlineMetric } from '@/domain/score/metric-kind'
import { findResponses, type ResponseRow } from './find-responses'
import { getPeriodFigures, type PeriodFigures } from './get-period-figures'

type Standing = Pick<PeriodFigures, 'summary' | 'points'>

export type LiveFigures = {
  /** when they were read, in ms of the epoch */
  readAt: number
  metrics: Record<HeadlineMetric, Standing>
  newest: ResponseRow[]
}

type Asked = { organizationId: string; timeZone: string; narrowing: Narrowing; period: Period; now: Date }

/** How many of the newest answers an overview shows. */
export const newestOnOverview = 6

const shown = ({ summary, points }: PeriodFigures): Standing => ({ summary, points })

/** What of an overview moves with every answer, and nothing else: read every second while answers pour in. */
export const getLiveFigures = async (asked: Asked): Promise<LiveFigures | Failure> => {
  const { organizationId, timeZone, narrowing, period, now } = asked
  const [metrics, newest] = await Promise.all([
    getPeriodFigures({ filter: { organizationId, ...narrowing }, period }),
    findResponses({ organizationId, ...narrowing, timeZone, limit: newestOnOverview }),
  ])
  if (isFailure(metrics)) return metrics
  if (isFailure(newest)) return newest
  const { nps, csat, ces } = metrics
  return { readAt: now.getTime(), metrics: { nps: shown(nps), csat: shown(csat), ces: shown(ces) }, newest: newest.items }
}
