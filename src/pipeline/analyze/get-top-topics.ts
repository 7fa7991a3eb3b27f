import { addDays, startOfDay } from '@/domain/analysis/calendar'
import type { Narrowing } from '@/domain/analysis/narrowing'
import type { Period } from '@/domain/analysis/period'
import { type Failure, isFailure } from '@/domain/errors'
import { labelOf } from '@/domain/text/weigh-sentiment'
import { topTopics } from '@/store/reports/top-topics'

/** What most of a touchpoint's newest responses speak of: `n` of the `of` that have words. */
export type TopTopic = { topic: string; n: number; of: number; label: 'negative' | 'neutral' | 'positive' }

/** How many responses of each touchpoint are read, the newest first. */
export const newestRead = 200

type Asked = Narrowing & { organizationId: string; timeZone: string; period: Period }

/** By touchpoint's id. A touchpoint whose customers name nothing isn't there. */
export const getTopTopics = async ({ timeZone, period, ...narrowing }: Asked): Promise<Map<string, TopTopic> | Failure> => {
  const [from, before] = [startOfDay(period.from, timeZone), startOfDay(addDays(period.to, 1), timeZone)]
  const rows = await topTopics({ ...narrowing, from, before }, newestRead)
  if (isFailure(rows)) return rows
  return new Map(
    rows.map(({ touchpointId, sentiment, ...topic }) => [touchpointId, { ...topic, label: labelOf(sentiment) }] as const),
  )
}
