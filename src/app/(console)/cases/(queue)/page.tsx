import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { createLoader, parseAsString, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { TabLinks } from '@/components/ui/tab-links'
import { localize } from '@/domain/localized'
import { countCases, doneStatuses, findCases, runningStatuses } from '@/pipeline/act/find-cases'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { FilterSelect } from '../../_filters/filter-select'
import filters from '../../_filters/filters.module.css'
import { LiveRefresh } from '../../_live/live-refresh'
import { CaseList } from './case-list'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('cases'))('title') })

const views = ['open', 'mine', 'overdue', 'done'] as const
const severities = ['critical', 'high', 'medium', 'low'] as const

const loadSearch = createLoader({
  view: parseAsStringLiteral(views).withDefault('open'),
  status: parseAsStringLiteral([...runningStatuses, ...doneStatuses]),
  severity: parseAsStringLiteral(severities),
  touchpoint: parseAsString,
  cursor: parseAsString,
})

export default async function CasesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId, memberId } = await requirePermission('cases.read')
  const [t, statusName, severityName, locale, search] = await Promise.all([
    getTranslations('cases'),
    getTranslations('caseStatus'),
    getTranslations('severity'),
    getLocale(),
    loadSearch(searchParams),
  ])
  const now = new Date()
  const { view, status, severity, touchpoint, cursor } = search
  const [counts, options, page] = await Promise.all([
    countCases(organizationId, memberId, now),
    getFilterOptions(organizationId),
    findCases({
      organizationId,
      limit: 50,
      isDone: view === 'done',
      status: status ?? undefined,
      severity: severity ?? undefined,
      touchpoint: touchpoint ?? undefined,
      ownerMemberId: view === 'mine' ? memberId : undefined,
      overdueAt: view === 'overdue' ? now : undefined,
      cursor,
    }),
  ])
  const current = { ...search, view: view === 'open' ? null : view }
  const isNarrowed = Boolean(status || severity || touchpoint)
  return (
    <div>
      <PageHeader title={t('title')}>
        {!cursor && <LiveRefresh types={['case']} />}
        <div className={filters.bar}>
          <FilterSelect
            name="status"
            label={t('status')}
            all={t('allStatuses')}
            choices={(view === 'done' ? doneStatuses : runningStatuses).map((value) => ({ value, label: statusName(value) }))}
          />
          <FilterSelect
            name="severity"
            label={t('severity')}
            all={t('allSeverities')}
            choices={severities.map((value) => ({ value, label: severityName(value) }))}
          />
          {options.touchpoints.length > 1 && (
            <FilterSelect
              name="touchpoint"
              label={t('touchpoint')}
              all={t('allTouchpoints')}
              choices={options.touchpoints.map(({ key, name }) => ({ value: key, label: localize(name, locale) }))}
            />
          )}
        </div>
      </PageHeader>
      <TabLinks
        label={t('views')}
        tabs={views.map((key) => ({
          href: listHref('/cases', current, { view: key === 'open' ? null : key, cursor: null, status: null }),
          label: t(`view.${key}`),
          count: counts[key],
          isCurrent: key === view,
        }))}
      />
      <Card isFlush>
        {page.items.length > 0 ? (
          <CaseList cases={page.items} locale={locale} />
        ) : (
          <Empty title={isNarrowed ? t('noneFit') : t(`none.${view}`)}>{isNarrowed ? t('noneFitHint') : t('noneHint')}</Empty>
        )}
      </Card>
      <Pager
        first={cursor ? listHref('/cases', current, { cursor: null }) : null}
        next={page.nextCursor ? listHref('/cases', current, { cursor: page.nextCursor }) : null}
      />
    </div>
  )
}
