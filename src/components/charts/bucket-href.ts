import type { Day } from '@/domain/analysis/calendar'
import { type Interval, lastDayOf, type Period } from '@/domain/analysis/period'

/** Where the answers of a chart are listed, and the days that the chart is about. */
export type AnswersLink = { href: string; period: Period }

/** The answers of one bucket of a chart, as far as it lies within the chart's days. */
export const bucketHref = ({ href, period }: AnswersLink, start: Day, interval: Interval): string => {
  const [, from = start] = [start, period.from].sort()
  const [to = period.to] = [lastDayOf(start, interval), period.to].sort()
  const [path = '', asked = ''] = href.split('?', 2)
  const query = new URLSearchParams(asked)
  for (const [name, value] of Object.entries({ period: 'custom', from, to })) query.set(name, value)
  return `${path}?${query}`
}
