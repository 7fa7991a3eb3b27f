import type { getFormatter, getTranslations } from 'next-intl/server'
import { daysInWords } from '../../_filters/days-in-words'
import type { BesideChoice } from './beside-select'
import type { MapAsked } from './read-map-view'

type Words = Awaited<ReturnType<typeof getTranslations<'journey'>>>
type Format = Awaited<ReturnType<typeof getFormatter>>

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
