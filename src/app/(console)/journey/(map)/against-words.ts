import type { getFormatter, getTranslations } from 'next-intl/server'
import type { Period } from '@/domain/analysis/period'
import type { BesideChoice } from './beside-select'
import type { MapAsked } from './read-map-view'

type Words = Awaited<ReturnType<typeof getTranslations<'journey'>>>
type Format = Awaited<ReturnType<typeof getFormatter>>

const noon = (day: string): Date => new Date(`${day}T12:00:00Z`)

export const daysInWords = (format: Format, { from, to }: Period): string =>
  format.dateTimeRange(noon(from), noon(to), { year: 'numeric', month: 'short', day: 'numeric', timeZone: 'UTC' })

/** What the two sides are called: days against days, or customers against others. */
export const sidesInWords = (
  t: Words,
  format: Format,
  { beside, period, comparedWith }: MapAsked,
  segment: string | undefined,
): { now: string; against: string } => {
  if (beside === null || beside === 'period')
    return { now: daysInWords(format, period), against: daysInWords(format, comparedWith) }
  return { now: t('sideNow'), against: beside === 'segment' ? (segment ?? t('side.segment')) : t(`side.${beside}`) }
}

/** The name that the segment beside the map is kept under, if it is. */
export const segmentName = (
  views: readonly { kind: string; name: string; parameters: { where?: string } }[],
  where: BesideChoice['where'],
): string | undefined => views.find(({ kind, parameters }) => kind === 'segment' && parameters.where === where)?.name
