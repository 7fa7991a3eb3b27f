import { addDays, type Day, startOfDay } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'
import { type Failure, isFailure } from '@/domain/errors'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { type Latency, latenciesWithin } from '@/store/reports/latencies'
import { listLatencyDays } from '@/store/reports/latency-days'

/** `day`: YYYY-MM-DD in the organization's time zone. */
export type LatencyDay = { day: Day; legs: Latency[] }

/** So old may the count of the current day be. */
const freshMs = 180_000

/**
 * How long answers took, day by day from an instant on, the latest first; days without answers are left out. Days are as the worker has
 * counted them; what it hasn't (the current day without a worker, the part of a first day) is counted now, `too_slow` where a day takes
 * more than ten seconds.
 */
export const getLatenciesByDay = async (
  organizationId: string,
  since: Date,
  now = new Date(),
): Promise<LatencyDay[] | Failure> => {
  const { timeZone } = await getOrganizationDetail(organizationId)
  const [first, today] = [localDay(since, timeZone), localDay(now, timeZone)]
  const counted = new Map((await listLatencyDays(organizationId, timeZone, first)).map((one) => [one.day, one]))
  const days: LatencyDay[] = []
  for (let day = today; day >= first; day = addDays(day, -1)) {
    const from = startOfDay(day, timeZone)
    const known = counted.get(day)
    const isWhole = from >= since && known && (day < today || known.countedAt.getTime() > now.getTime() - freshMs)
    const span = { from: from < since ? since : from, before: startOfDay(addDays(day, 1), timeZone) }
    const legs = isWhole ? known.legs : await latenciesWithin(organizationId, span)
    if (isFailure(legs)) return legs
    if (legs.length > 0) days.push({ day, legs })
  }
  return days
}

/** Whole days, today among them. */
export const getLatencyLedger = async (organizationId: string, days: number, now: Date): Promise<LatencyDay[] | Failure> => {
  const { timeZone } = await getOrganizationDetail(organizationId)
  return getLatenciesByDay(organizationId, startOfDay(addDays(localDay(now, timeZone), 1 - days), timeZone), now)
}
