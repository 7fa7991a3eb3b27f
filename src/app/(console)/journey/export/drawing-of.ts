import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { JourneyDrawing } from '@/components/charts/journey-svg'
import { formatMetric } from '@/components/format/format-metric'
import { isSuppressed } from '@/domain/analysis/summarize'
import { type Localized, localize } from '@/domain/localized'
import { findSavedViews } from '@/pipeline/analyze/find-saved-views'
import type { JourneyMap } from '@/pipeline/analyze/get-journey-map'
import { daysInWords } from '../../_filters/days-in-words'
import { filtersInWords } from '../../_filters/filters-in-words'
import { segmentName, sidesInWords } from '../(map)/against-words'
import { scaleOfCurve } from '../(map)/curve-scale'
import { measureName } from '../(map)/measure-name'
import type { MapAddress, MapAsked } from '../(map)/read-map-view'
import { cardInWords } from './card-in-words'
import { sureness } from './summary-in-words'

type Member = { organizationId: string; memberId: string; organizationName: Localized }
type Asked = { member: Member; map: JourneyMap; view: MapAddress; asked: MapAsked; today: string }

/** The map put into words and places, for the drawing that leaves the product. */
export const drawingOf = async ({ member, map, view, asked, today }: Asked): Promise<JourneyDrawing> => {
  const { organizationId, memberId, organizationName } = member
  const [t, metrics, phases, format, locale] = await Promise.all([
    getTranslations('journey'),
    getTranslations('metrics'),
    getTranslations('phases'),
    getFormatter(),
    getLocale(),
  ])
  const [filters, views] = await Promise.all([
    filtersInWords(organizationId, asked.narrowing),
    findSavedViews({ organizationId, memberId }),
  ])
  const sides = sidesInWords(t, format, asked, segmentName(views, view.besideWhere))
  const card = await cardInWords(organizationId, asked, sides)
  const { measure } = map
  const day = format.dateTime(new Date(`${today}T00:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' })
  return {
    title: `${localize(organizationName, locale)} · ${t('title')}`,
    locale,
    lines: [
      daysInWords(format, asked.period),
      ...filters,
      t('exportCurve', { measure: measureName(measure, metrics, locale), against: sides.against }),
      `${t('exportNote', { day })} ${asked.against.isWithin ? t('notTested') : t('compared', { count: map.compared })}`,
    ],
    journeys: map.journeys.map(({ name, stages }) => ({
      name: localize(name, locale),
      domain: scaleOfCurve(stages, measure).domain,
      stages: stages.map(({ name: stage, phase, curve, touchpoints }) => ({
        name: localize(stage, locale),
        phase: phases(phase as 'sale'),
        point: curve.summary,
        before: curve.before,
        label: isSuppressed(curve.summary)
          ? metrics('hiddenShort')
          : curve.summary.value === null
            ? t('notAsked')
            : formatMetric(measure.kind, curve.summary.value, locale),
        count: curve.summary.value === null ? '' : sureness(measure.kind, curve.summary, locale),
        cards: touchpoints.map(card),
      })),
    })),
  }
}
