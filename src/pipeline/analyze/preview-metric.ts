import { localDay } from '@/domain/analysis/local-day'
import { lastDays, previousPeriod } from '@/domain/analysis/period'
import type { Summary } from '@/domain/analysis/summarize'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { metricSchema } from '@/domain/metric/schema'
import { parse } from '@/domain/parse'
import type { MetricKind } from '@/domain/score/score'
import { getMetric } from './get-metric'

type Shown = { shownAs: MetricKind; summary: Summary }

/** A metric's number of the last 30 days as it is defined (null where it is new) and as it would be. */
export type MetricPreview = { current: Shown | null; drafted: Shown }

type Asked = { organizationId: string; timeZone: string; key: string; draft: unknown; at: Date }

/** What a definition would change, before anything is saved; `invalid` where it isn't one yet. */
export const previewMetric = async (asked: Asked): Promise<MetricPreview | Failure> => {
  const { organizationId, timeZone, key, draft, at } = asked
  const parsed = parse(metricSchema(key), draft)
  if ('errors' in parsed) return fail('invalid', undefined, parsed.errors)
  const period = lastDays(localDay(at, timeZone), 30)
  const question = { organizationId, key, period, comparedWith: previousPeriod(period) }
  const [current, drafted] = await Promise.all([getMetric(question), getMetric({ ...question, draft: parsed.value })])
  if (isFailure(drafted)) return drafted
  if (isFailure(current) && current.error !== 'not_found') return current
  const shown = ({ shownAs, summary }: Shown): Shown => ({ shownAs, summary })
  return { current: isFailure(current) ? null : shown(current), drafted: shown(drafted) }
}
