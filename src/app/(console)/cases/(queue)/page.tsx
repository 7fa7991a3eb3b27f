import type { Metadata } from 'next'
import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { TabLinks } from '@/components/ui/tab-links'
import { localize } from '@/domain/localized'
import { countCases, countLoad, findCases } from '@/pipeline/act/find-cases'
import { getCaseChoices } from '@/pipeline/act/get-case-choices'
import { getRootCauses } from '@/pipeline/act/get-root-causes'
import { SelectionProvider } from '../../_components/selection'
import { LiveRefresh } from '../../_live/live-refresh'
import { BulkBar } from './bulk-bar'
import { CaseList } from './case-list'
import classes from './case-list.module.css'
import { CausesCard } from './causes-card'
import { LoadCard } from './load-card'
import { QueueFilters } from './queue-filters'
import { loadQueue, toSearch, views } from './read-queue'
import { RowKeys } from './row-keys'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('cases'))('title') })

const reportDays = 90

const narrowing = ['status', 'severity', 'touchpoint', 'owner', 'due', 'cause', 'q'] as const

export default async function CasesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const member = await requirePermission('cases.read')
  const { organizationId, memberId, role } = member
  const [t, locale, search] = await Promise.all([getTranslations('cases'), getLocale(), loadQueue(searchParams)])
  const now = new Date()
  const { view, cursor } = search
  const isDone = view === 'done'
  const [counts, load, choices, causes, page] = await Promise.all([
    countCases(organizationId, memberId, now),
    countLoad(organizationId, now),
    getCaseChoices(organizationId),
    isDone
      ? getRootCauses(organizationId, new Date(now.getTime() - reportDays * 86_400_000), search.touchpoint ?? undefined)
      : null,
    findCases(toSearch(search, member, now)),
  ])
  const current = { ...search, view: view === 'open' ? null : view }
  const isNarrowed = narrowing.some((name) => search[name])
  const mayAct = can(role, 'cases.act')
  const loopLink = can(role, 'analysis.read') && (
    <Link prefetch={false} href="/cases/loop">
      {t('loop')}
    </Link>
  )
  const owners = choices.owners.map(({ value, name, isTeam }) => ({ value, label: localize(name, locale), isTeam }))
  return (
    <div>
      <PageHeader title={t('title')} beside={!cursor && <LiveRefresh types={['case']} />} lead={loopLink}>
        <QueueFilters choices={choices} locale={locale} isDone={isDone} />
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
      <SelectionProvider ids={page.items.map(({ number }) => String(number))}>
        <Card isFlush>
          {mayAct && page.items.length > 0 && <BulkBar owners={owners} />}
          {page.items.length > 0 ? (
            <CaseList cases={page.items} locale={locale} mayAct={mayAct} />
          ) : (
            <Empty title={isNarrowed ? t('noneFit') : t(`none.${view}`)}>{isNarrowed ? t('noneFitHint') : t('noneHint')}</Empty>
          )}
        </Card>
        <RowKeys />
      </SelectionProvider>
      <Pager
        first={cursor ? listHref('/cases', current, { cursor: null }) : null}
        next={page.nextCursor ? listHref('/cases', current, { cursor: page.nextCursor }) : null}
      />
      <div className={classes.below}>
        {causes ? (
          <CausesCard {...causes} current={current} locale={locale} />
        ) : (
          <LoadCard load={load} current={current} locale={locale} />
        )}
      </div>
    </div>
  )
}
