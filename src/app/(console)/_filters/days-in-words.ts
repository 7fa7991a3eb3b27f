import type { getFormatter } from 'next-intl/server'
import type { Period } from '@/domain/analysis/period'

type Format = Awaited<ReturnType<typeof getFormatter>>

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

export const daysInWords = (format: Format, { from, to }: Period): string =>
  format.dateTimeRange(noon(from), noon(to), { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' })
