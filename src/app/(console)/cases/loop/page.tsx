import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { createLoader, parseAsString, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { localDay } from '@/domain/analysis/local-day'
import { resolvePeriod } from '@/domain/analysis/period'
import { localize } from '@/domain/localized'
import { getCaseChoices } from '@/pipeline/act/get-case-choices'
import { getCaseOptions } from '@/pipeline/act/get-case-options'
import { getLoop } from '@/pipeline/analyze/get-loop'
import { FilterSelect } from '../../_filters/filter-select'
import classesOfFilters from '../../_filters/filters.module.css'
import { PeriodFilter } from '../../_filters/period-filter'
import { daysParsers } from '../../_filters/search-params'
import { CausesCard } from './_components/causes-card'
import { AgeCard, CountsCard } from './_components/counts-card'
import { GroupsCard } from './_components/groups-card'
import { boards, LeadersCard } from './_components/leaders-card'
import classes from './_components/loop.module.css'
import { NextScoresCard } from './_components/next-scores-card'
import { TimesCard } from './_components/times-card'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('loop'))('title') })

const loadLoop = createLoader({
  ...daysParsers,
  period: daysParsers.period.withDefault('30d'),
  touchpoint: parseAsString,
  board: parseAsStringLiteral(boards).withDefault('recovery'),
})

/** How well the loop closes: how fast, within the standard or not, mended or not, and by whom. */
export default async function LoopPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId, timeZone } = await requirePermission('analysis.read')
  const [t, cases, locale, search] = await Promise.all([
    getTranslations('loop'),
    getTranslations('cases'),
    getLocale(),
    loadLoop(searchParams),
  ])
  const now = new Date()
  const period = resolvePeriod(search, localDay(now, timeZone))
  // PostgreSQL has no text with a NUL in it, so no touchpoint has such a key.
  const touchpoint = search.touchpoint?.replaceAll('\u0000', '') || undefined
  const [loop, choices, { rootCauses }] = await Promise.all([
    getLoop({ organizationId, period, touchpoint, now }),
    getCaseChoices(organizationId),
    getCaseOptions(organizationId),
  ])
  const current = { ...search, period: search.period === '30d' ? null : search.period, board: null }
  const places = choices.touchpoints.map(({ key, name }) => ({ value: key, label: localize(name, locale) }))
  return (
    <div>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: '/cases', label: cases('title') }}>
        <div className={classesOfFilters.bar}>
          <PeriodFilter from={period.from} to={period.to} isCustom={search.period === 'custom'} />
          <FilterSelect name="touchpoint" label={cases('touchpoint')} all={cases('allTouchpoints')} choices={places} />
        </div>
      </PageHeader>
      {loop.isCut && <p className={classes.notice}>{t('cut', { count: loop.cases })}</p>}
      {loop.cases === 0 && 'n' in loop.recovery && loop.recovery.n === 0 ? (
        <Empty title={t('none')}>{t('noneHint')}</Empty>
      ) : (
        <div className={classes.stack}>
          <TimesCard times={loop.times} />
          <div className={classes.pair}>
            <CountsCard loop={loop} />
            <AgeCard loop={loop} />
          </div>
          <GroupsCard
            title={t('byOwner')}
            hint={t('byOwnerHint')}
            groups={loop.owners.map((group) => ({
              ...group,
              id: `${group.owner.kind}:${group.owner.key}`,
              name: group.owner.kind === 'none' ? cases('noOwner') : localize(group.owner.name, locale),
            }))}
          />
          <GroupsCard
            title={t('byTouchpoint')}
            groups={loop.touchpoints.map((group) => ({
              ...group,
              id: group.touchpoint.key,
              name: localize(group.touchpoint.name, locale),
            }))}
          />
          <div className={classes.pair}>
            <LeadersCard board={search.board} leaderboard={loop.leaderboards[search.board]} current={current} />
            <CausesCard
              causes={loop.rootCauses.map(({ rootCause, recovery }) => ({
                key: rootCause,
                name: localize(rootCauses[rootCause]?.name ?? rootCause, locale),
                recovery,
              }))}
            />
          </div>
          {loop.nextScores ? <NextScoresCard scores={loop.nextScores} /> : <p className={classes.notice}>{t('nextTooSlow')}</p>}
        </div>
      )}
    </div>
  )
}
