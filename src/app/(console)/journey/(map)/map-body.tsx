import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { groupOf } from '@/domain/analysis/lens'
import { isFailure } from '@/domain/errors'
import type { findSavedViews } from '@/pipeline/analyze/find-saved-views'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { getTaggedQuestions } from '@/pipeline/analyze/get-tagged-questions'
import { getTopTopics } from '@/pipeline/analyze/get-top-topics'
import type { newReading } from '@/pipeline/analyze/new-reading'
import { FilterNotice } from '../../_filters/filter-notice'
import filters from '../../_filters/filters.module.css'
import { segmentName, sidesInWords } from './against-words'
import { JourneyColumns } from './journey-columns'
import lensClasses from './lens.module.css'
import { LensBar } from './lens-bar'
import { LensTable } from './lens-table'
import { mapLinks } from './map-links'
import { MapTools } from './map-tools'
import type { MapAddress, MapAsked } from './read-map-view'

type MapBodyProps = {
  member: { organizationId: string; organizationKey: string; memberId: string; timeZone: string }
  view: MapAddress
  asked: MapAsked
  views: Awaited<ReturnType<typeof findSavedViews>>
  /** the way to where the map is changed, for those who may */
  edit: (label: string) => ReactNode
  reading: ReturnType<typeof newReading>
  /** the map without its conditions */
  without: string
}

/** All numbers of the map, read at once. */
export const MapBody = async ({ member, view, asked, views, edit, reading, without }: MapBodyProps) => {
  const [t, words, format, locale] = await Promise.all([
    getTranslations('journey'),
    getTranslations('filters'),
    getFormatter(),
    getLocale(),
  ])
  const { organizationId, timeZone } = member
  const { narrowing, period, lens } = asked
  const [map, questions] = await Promise.all([
    getJourneyMap({
      organizationId,
      now: { narrowing, period },
      against: asked.against,
      measure: view.measure ?? undefined,
      reading,
    }),
    lens === 'standard' ? [] : getTaggedQuestions({ organizationId, ...narrowing, period, reading }, lens),
  ]).finally(() => reading.progress.end())
  if (isFailure(map)) {
    // A metric that is gone is all that can be wrong beside conditions.
    const way = map.error === 'invalid' ? listHref('/journey', view, { measure: null }) : without
    return <FilterNotice failure={map} without={way} />
  }
  if (isFailure(questions)) return <FilterNotice failure={questions} without={without} />
  const names = sidesInWords(t, format, asked, segmentName(views, view.besideWhere))
  const touchpoints = map.journeys.flatMap(({ stages }) => stages.flatMap((stage) => stage.touchpoints))
  // A group that is gone under other filters picks nothing out.
  const pick = touchpoints.some((touchpoint) => groupOf(lens, touchpoint) === asked.pick) ? asked.pick : null
  const isAnswered = touchpoints.some(({ score }) => score)
  const topics = isAnswered ? getTopTopics({ organizationId, ...narrowing, timeZone, period }) : Promise.resolve(new Map())
  return (
    <>
      {map.journeys.length === 0 ? (
        <Card>
          <Empty title={t('none')} action={edit(t('start'))}>
            {t('noneHint')}
          </Empty>
        </Card>
      ) : (
        <>
          <MapTools {...{ member, map, view, asked }} edit={edit(t('edit'))} />
          {map.source === 'responses' && <p className={filters.source}>{words('fromResponses')}</p>}
          <LensBar {...{ lens, pick, touchpoints }} hrefOf={(key) => listHref('/journey', view, { pick: key })} />
        </>
      )}
      {map.journeys.map((journey) => (
        <JourneyColumns
          key={journey.key}
          {...{ journey, map, lens, pick, topics, locale }}
          links={mapLinks(view, narrowing.where)}
          against={names.against}
          sides={asked.beside ? names : null}
          isOtherCustomers={asked.beside !== null && asked.beside !== 'period'}
        />
      ))}
      {lens !== 'standard' && map.journeys.length > 0 && <LensTable {...{ lens, touchpoints, questions, locale }} />}
      {map.journeys.length > 0 && (
        <p className={lensClasses.note}>{asked.against.isWithin ? t('notTested') : t('compared', { count: map.compared })}</p>
      )}
    </>
  )
}
