import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { listHref } from '@/components/format/list-href'
import { PageHeader } from '@/components/ui/page-header'
import { Term } from '@/components/ui/term'
import { localDay } from '@/domain/analysis/local-day'
import { isKeptInRollups } from '@/domain/analysis/narrowing'
import { findSavedViews } from '@/pipeline/analyze/find-saved-views'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { newReading } from '@/pipeline/analyze/new-reading'
import { CompareFilter } from '../../_filters/compare-filter'
import { ConditionFilter } from '../../_filters/condition-filter'
import { FilterBar } from '../../_filters/filter-bar'
import { FilterNotice } from '../../_filters/filter-notice'
import { LookThrough } from '../../_filters/look-through'
import { PeriodFilter } from '../../_filters/period-filter'
import { SavedViews } from '../../_filters/saved-views'
import { loadMap } from '../../_filters/search-params'
import classes from './journey.module.css'
import { MapBody } from './map-body'
import { readMapView } from './read-map-view'

type MapPageProps = {
  member: { organizationId: string; organizationKey: string; memberId: string; timeZone: string }
  mayEdit: boolean
  asked: SearchParams
}

/** The journey map as it is read: narrowed like every screen, and set against another period or other customers. */
export const MapPage = async ({ member, mayEdit, asked: parameters }: MapPageProps) => {
  const { organizationId, timeZone, memberId } = member
  const t = await getTranslations('journey')
  const view = loadMap(parameters)
  const asked = readMapView(view, localDay(new Date(), timeZone))
  const { narrowing, period, comparedWith } = asked
  const [options, views] = await Promise.all([getFilterOptions(organizationId), findSavedViews({ organizationId, memberId })])
  const edit = (label: string) =>
    mayEdit && (
      <Link prefetch={false} href={listHref('/journey', { edit: '1', journey: view.journey }, {})} className={classes.action}>
        {label}
      </Link>
    )
  const without = listHref('/journey', view, { where: null, besideWhere: null, locale: null })
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
  if (asked.failure)
    return (
      <div>
        {header}
        <FilterNotice failure={asked.failure} without={without} />
      </div>
    )
  const reading = newReading()
  const body = <MapBody {...{ member, view, asked, views, edit, reading, without }} />
  const isDaily = isKeptInRollups(narrowing) && isKeptInRollups(asked.against.narrowing)
  return (
    <div>
      {header}
      {isDaily ? (
        body
      ) : (
        <LookThrough reading={reading} asked={listHref('/journey', view, {})} cancelHref={without}>
          {body}
        </LookThrough>
      )}
    </div>
  )
}
