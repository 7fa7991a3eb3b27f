import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { createLoader, parseAsString, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { isFailure } from '@/domain/errors'
import { findCustomers } from '@/pipeline/analyze/find-customers'
import { getMoney } from '@/pipeline/analyze/get-money'
import { FilterNotice } from '../../_filters/filter-notice'
import { FilterSelect } from '../../_filters/filter-select'
import filters from '../../_filters/filters.module.css'
import { LiveRefresh } from '../../_live/live-refresh'
import { CustomerSearch } from './customer-search'
import { CustomerTable } from './customer-table'
import { MoneyCards } from './money-cards'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('customers'))('title') })

const shows = ['atRisk', 'recovered', 'unhappy', 'openCase'] as const
const sorts = ['active', 'value'] as const
const spans = ['30', '90', '365'] as const

const loadSearch = createLoader({
  q: parseAsString,
  show: parseAsStringLiteral(shows),
  sort: parseAsStringLiteral(sorts).withDefault('active'),
  days: parseAsStringLiteral(spans).withDefault('90'),
  cursor: parseAsString,
})

export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId } = await requirePermission('customers.read')
  const [t, search] = await Promise.all([getTranslations('customers'), loadSearch(searchParams)])
  const { q, show, sort, days, cursor } = search
  const now = new Date()
  const since = new Date(now.getTime() - Number(days) * 86_400_000)
  const asked = {
    organizationId,
    limit: 50,
    order: sort,
    text: q,
    cursor,
    hasOpenCase: show === 'openCase',
    isUnhappy: show === 'unhappy',
    atRiskSince: show === 'atRisk' ? since : undefined,
    recoveredSince: show === 'recovered' ? since : undefined,
  }
  const [found, money] = await Promise.all([findCustomers(asked, now), getMoney(organizationId, since)])
  const current = { q, show, sort: sort === 'active' ? null : sort, days: days === '90' ? null : days, cursor }
  const behind = (which: string) => listHref('/customers', current, { q: null, cursor: null, show: which, sort: 'value' })
  const isAsked = Boolean(q || show)
  return (
    <div>
      <PageHeader title={t('title')} beside={!cursor && <LiveRefresh types={['response', 'case']} />}>
        <div className={filters.bar}>
          <CustomerSearch label={t('search')} />
          <FilterSelect
            name="show"
            label={t('show')}
            all={t('everybody')}
            choices={shows.map((value) => ({ value, label: t(`only.${value}`) }))}
          />
          <FilterSelect
            name="days"
            label={t('period')}
            fallback="90"
            choices={spans.map((value) => ({ value, label: t('days', { days: Number(value) }) }))}
          />
          <FilterSelect
            name="sort"
            label={t('sort')}
            fallback="active"
            choices={sorts.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
        </div>
      </PageHeader>
      {!isFailure(money) && (
        <MoneyCards money={money} days={Number(days)} hrefs={{ atRisk: behind('atRisk'), recovered: behind('recovered') }} />
      )}
      {isFailure(found) ? (
        <FilterNotice failure={found} without="/customers" />
      ) : (
        <>
          <Card isFlush>
            {found.items.length > 0 ? (
              <CustomerTable customers={found.items} />
            ) : (
              <Empty title={isAsked ? t('noneFit') : t('none')}>{isAsked ? t('noneFitHint') : t('noneHint')}</Empty>
            )}
          </Card>
          <Pager
            first={cursor ? listHref('/customers', current, { cursor: null }) : null}
            next={found.nextCursor ? listHref('/customers', current, { cursor: found.nextCursor }) : null}
          />
        </>
      )}
    </div>
  )
}
