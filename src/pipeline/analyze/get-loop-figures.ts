import { addDays, startOfDay } from '@/domain/analysis/calendar'
import { type Interval, wilson } from '@/domain/analysis/interval'
import { localDay } from '@/domain/analysis/local-day'
import type { Period } from '@/domain/analysis/period'
import { type LoopFigures, loopFigures } from '@/store/reports/loop-figures'

export type Loop = LoopFigures & { recovery: Interval | null }

/** Open cases now, and how fast the loop closed for answers since the start of the period. */
export const getLoopFigures = async (organizationId: string, timeZone: string, period: Period, now: Date): Promise<Loop> => {
  const endOfToday = startOfDay(addDays(localDay(now, timeZone), 1), timeZone)
  const figures = await loopFigures({ organizationId, now, endOfToday, since: startOfDay(period.from, timeZone) })
  return { ...figures, recovery: figures.verified > 0 ? wilson(figures.fixed, figures.verified) : null }
}
