import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { createLoader, parseAsString, type SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { isFailure } from '@/domain/errors'
import { getCustomer } from '@/pipeline/analyze/get-customer'
import columns from '../../_components/columns.module.css'
import { CustomerCard } from '../../_components/customer-card'
import { FilterNotice } from '../../_filters/filter-notice'
import { LiveRefresh } from '../../_live/live-refresh'
import { HealthReasons, HealthTag } from '../_components/health'
import { Timeline } from './_components/timeline'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('customer'))('title') })

type CustomerPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

const loadSearch = createLoader({ cursor: parseAsString })

export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const { organizationId, role } = await requirePermission('customers.read')
  const [{ id }, { cursor }] = await Promise.all([params, loadSearch(searchParams)])
  const customer = await getCustomer(organizationId, id, { cursor, now: new Date() })
  if (!customer) notFound()
  const [t, words, locale] = await Promise.all([getTranslations('customers'), getTranslations('customer'), getLocale()])
  const { timeline, health } = customer
  const path = `/customers/${id}`
  return (
    <div>
      <PageHeader
        back={{ href: '/customers', label: t('title') }}
        title={customer.name ?? customer.externalId ?? words('unnamed')}
        beside={!cursor && <LiveRefresh types={['response', 'case']} />}
        lead={health && <HealthTag level={health.level} />}
      />
      <div className={columns.columns}>
        <div className={columns.main}>
          {health && (
            <Card title={t('why')}>
              <HealthReasons health={health} />
            </Card>
          )}
          <Card title={t('timeline')} isFlush>
            {isFailure(timeline) ? (
              <FilterNotice failure={timeline} without={path} />
            ) : timeline.items.length > 0 ? (
              <Timeline entries={timeline.items} locale={locale} mayOpenDeliveries={can(role, 'deliveries.read')} />
            ) : (
              <Empty title={t('nothing')}>{t('nothingHint')}</Empty>
            )}
          </Card>
          {!isFailure(timeline) && (
            <Pager
              first={cursor ? path : null}
              next={timeline.nextCursor ? listHref(path, {}, { cursor: timeline.nextCursor }) : null}
            />
          )}
        </div>
        <div className={columns.aside}>
          <CustomerCard
            customer={{ ...customer, since: customer.createdAt.toISOString() }}
            mayContact
            mayClear={can(role, 'bounces.write')}
          />
        </div>
      </div>
    </div>
  )
}
