import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Term } from '@/components/ui/term'
import { groupOf } from '@/domain/analysis/lens'
import { localDay } from '@/domain/analysis/local-day'
import { isFailure } from '@/domain/errors'
import { findSavedViews } from '@/pipeline/analyze/find-saved-views'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { getTaggedQuestions } from '@/pipeline/analyze/get-tagged-questions'
import { getTopTopics } from '@/pipeline/analyze/get-top-topics'
import { CompareFilter } from '../../_filters/compare-filter'
import { ConditionFilter } from '../../_filters/condition-filter'
import { FilterBar } from '../../_filters/filter-bar'
import { FilterNotice } from '../../_filters/filter-notice'
import filters from '../../_filters/filters.module.css'
import { PeriodFilter } from '../../_filters/period-filter'
import { SavedViews } from '../../_filters/saved-views'
import { loadMap } from '../../_filters/search-params'
import { segmentName, sidesInWords } from './against-words'
import classes from './journey.module.css'
import { JourneyColumns } from './journey-columns'
import lensClasses from './lens.module.css'
import { LensBar } from './lens-bar'
import { LensTable } from './lens-table'
import { mapLinks } from './map-links'
import { MapTools } from './map-tools'
import { readMapView } from './read-map-view'

type MapPageProps = {
  member: { organizationId: string; organizationKey: string; memberId: string; timeZone: string }
  mayEdit: boolean
  asked: SearchParams
}

/** The journey map as it is read: narrowed like every screen, and set against another period or other customers. */
export const MapPage = async ({ member, mayEdit, asked: parameters }: MapPageProps) => {
  const { organizationId, timeZone, memberId } = member
  const [t, words, format, locale] = await Promise.all([
    getTranslations('journey'),
    getTranslations('filters'),
    getFormatter(),
    getLocale(),
  ])
  const view = loadMap(parameters)
  const asked = readMapView(view, localDay(new Date(), timeZone))
  const { narrowing, period, comparedWith, lens } = asked
  const [options, views] = await Promise.all([getFilterOptions(organizationId), findSavedViews({ organizationId, memberId })])
  const edit = (label: string) =>
    mayEdit && (
      <Link prefetch={false} href={listHref('/journey', { edit: '1', journey: view.journey }, {})} className={classes.action}>
        {label}
      </Link>
    )
  const header = (
    <PageHeader
      title={t('title')}
      lead={t.rich('lead', {
        touchpoint: (chunks) => <Term word="touchpoint">{chunks}</Term>,
        standard: (chunks) => <Term word="standard">{chunks}</Term>,
      })}
    >
      <FilterBar
        options={options}
        first={<PeriodFilter from={period.from} to={period.to} isCustom={view.period === 'custom'} />}
        more={
          <ConditionFilter organizationId={organizationId} where={narrowing.where} beside={<SavedViews screen="journey" />} />
        }
      >
        <CompareFilter from={comparedWith.from} to={comparedWith.to} isCustom={view.compare === 'custom'} />
      </FilterBar>
    </PageHeader>
  )
  const map =
    asked.failure ??
    (await getJourneyMap({
      organizationId,
      now: { narrowing, period },
      against: asked.against,
      measure: view.measure ?? undefined,
    }))
  const questions = lens === 'standard' ? [] : await getTaggedQuestions({ organizationId, ...narrowing, period }, lens)
  const failure = isFailure(map) ? map : isFailure(questions) ? questions : null
  if (isFailure(map) || isFailure(questions) || failure)
    return (
      <div>
        {header}
        {failure && <FilterNotice failure={failure} without={listHref('/journey', view, { where: null, besideWhere: null })} />}
      </div>
    )
  const names = sidesInWords(t, format, asked, segmentName(views, view.besideWhere))
  const touchpoints = map.journeys.flatMap(({ stages }) => stages.flatMap((stage) => stage.touchpoints))
  // A group that is gone under other filters picks nothing out.
  const pick = touchpoints.some((touchpoint) => groupOf(lens, touchpoint) === asked.pick) ? asked.pick : null
  const isAnswered = touchpoints.some(({ score }) => score)
  const topics = isAnswered ? getTopTopics({ organizationId, ...narrowing, timeZone, period }) : Promise.resolve(new Map())
  return (
    <div>
      {header}
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
    </div>
  )
}
