import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { listHref } from '@/components/format/list-href'
import { metricName } from '@/components/format/metric-name'
import { chooseMeasure, journeyMeasures } from '@/domain/analysis/journey-measure'
import { lenses } from '@/domain/analysis/lens'
import { ownOnScreen } from '@/domain/metric/definition'
import { findSavedViews } from '@/pipeline/analyze/find-saved-views'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import type { JourneyMap } from '@/pipeline/analyze/get-journey-map'
import { FilterSelect } from '../../_filters/filter-select'
import { type BesideChoice, BesideSelect } from './beside-select'
import { curveRows } from './curve-rows'
import classes from './journey.module.css'
import { MapExport } from './map-export'
import { measureName } from './measure-name'
import type { MapAddress, MapAsked } from './read-map-view'

type Member = { organizationId: string; memberId: string; organizationKey: string }
type MapToolsProps = { member: Member; map: JourneyMap; view: MapAddress; asked: MapAsked; edit: ReactNode }

/** What can stand beside the map: the compared period, those whom its conditions leave out, and every segment that is kept. */
export const readBesideChoices = async (
  { organizationId, memberId }: Pick<Member, 'organizationId' | 'memberId'>,
  isNarrowed: boolean,
): Promise<BesideChoice[]> => {
  const [t, views] = await Promise.all([getTranslations('journey'), findSavedViews({ organizationId, memberId })])
  const fixed = isNarrowed ? (['period', 'rest', 'everybody'] as const) : (['period'] as const)
  return [
    ...fixed.map((beside) => ({ beside, where: null, label: t(`besides.${beside}`) })),
    ...views
      .filter(({ kind }) => kind === 'segment')
      .flatMap(({ name, parameters: { where } }) =>
        where ? [{ beside: 'segment', where, label: t('besideSegment', { name }) }] : [],
      ),
  ]
}

/** How the map is drawn, seen and set beside something else; and the way out of here as a file. */
export const MapTools = async ({ member, map, view, asked, edit }: MapToolsProps) => {
  const [t, charts, metrics, locale, definitions] = await Promise.all([
    getTranslations('journey'),
    getTranslations('charts'),
    getTranslations('metrics'),
    getLocale(),
    getDefinitions(member.organizationId),
  ])
  const columns = [
    ...[t('title'), t('stage'), measureName(map.measure, metrics, locale), charts('low'), charts('high'), 'n'],
    ...[t('touchpoints'), charts('before'), 'n'],
  ]
  const choices = await readBesideChoices(member, asked.narrowing.where !== undefined)
  const current = asked.beside && {
    beside: asked.beside,
    where: asked.beside === 'segment' ? view.besideWhere : null,
    label: t('besideUnnamed'),
  }
  const usual = chooseMeasure(undefined, map.coverage)
  return (
    <div className={classes.tools}>
      <FilterSelect
        name="measure"
        label={t('curve')}
        fallback={usual}
        choices={[
          ...journeyMeasures.map((value) => ({
            value,
            label: t('curveIn', { measure: metrics(`name.${value}`), count: map.coverage[value] }),
          })),
          ...ownOnScreen(definitions).map((value) => ({
            value,
            label: metricName(metrics, value, definitions.own[value]?.definition, locale),
          })),
        ]}
      />
      <FilterSelect
        name="lens"
        label={t('lens')}
        fallback="standard"
        choices={lenses.map((value) => ({ value, label: t(`lenses.${value}`) }))}
        forgets={['pick']}
      />
      <BesideSelect
        label={t('beside')}
        none={t('besideNone')}
        segmentsLabel={t('segments')}
        choices={choices}
        current={current}
      />
      <MapExport
        href={listHref('/journey/export', view, {})}
        title={`${member.organizationKey}-journey-${locale}`}
        table={curveRows(map.journeys, columns, locale)}
      />
      {edit}
    </div>
  )
}
