import { MailX } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { createLoader, parseAsString, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { listHref } from '@/components/format/list-href'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { Pager } from '@/components/ui/pager'
import { TabLinks } from '@/components/ui/tab-links'
import { countUnsentDeliveries, findDeliveries } from '@/pipeline/act/find-deliveries'
import { countAllRefused } from '@/pipeline/act/find-refused'
import { LiveRefresh } from '../../_live/live-refresh'
import classes from './deliveries.module.css'
import { DeliveryTable } from './delivery-table'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('deliveries'))('title') })

const groups = ['waiting', 'dead', 'suppressed', 'sent'] as const

const loadSearch = createLoader({ view: parseAsStringLiteral(groups), cursor: parseAsString, target: parseAsString })

export default async function DeliveriesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId, role } = await requirePermission('deliveries.read')
  const [t, { view, cursor, target }] = await Promise.all([getTranslations('deliveries'), loadSearch(searchParams)])
  const [counts, marked, page] = await Promise.all([
    countUnsentDeliveries(organizationId),
    countAllRefused(organizationId),
    findDeliveries({ organizationId, limit: 50, group: view ?? undefined, target, cursor }),
  ])
  const countOf = { waiting: counts.pending + counts.retrying, dead: counts.dead, suppressed: undefined, sent: undefined }
  return (
    <div>
      <PageHeader title={t('title')} beside={!cursor && <LiveRefresh types={['delivery', 'alert']} />} lead={t('lead')} />
      <TabLinks
        label={t('views')}
        tabs={[
          { href: listHref('/deliveries', { target }, {}), label: t('all'), isCurrent: view === null },
          ...groups.map((key) => ({
            href: listHref('/deliveries', { target }, { view: key }),
            label: t(`view.${key}`),
            ...(target ? {} : { count: countOf[key] }),
            isCurrent: view === key,
          })),
        ]}
      />
      {marked > 0 && !target && (
        <div className={classes.narrowed}>
          <MailX size={14} strokeWidth={1.75} aria-hidden />
          <span>{t('refusedCount', { count: marked })}</span>
          <ButtonLink href="/deliveries/refused" size="compact-sm" variant="default">
            {t('toRefused')}
          </ButtonLink>
        </div>
      )}
      {target && (
        <div className={classes.narrowed}>
          <span>{t('ofTarget', { target })}</span>
          <ButtonLink href="/deliveries" size="compact-sm" variant="default">
            {t('ofAll')}
          </ButtonLink>
        </div>
      )}
      <Card isFlush>
        {page.items.length > 0 ? (
          <DeliveryTable deliveries={page.items} mayReplay={can(role, 'deliveries.replay')} />
        ) : (
          <Empty title={view ? t(`none.${view}`) : t('none.all')}>{view ? null : t('noneHint')}</Empty>
        )}
      </Card>
      <Pager
        first={cursor ? listHref('/deliveries', { view, target }, { cursor: null }) : null}
        next={page.nextCursor ? listHref('/deliveries', { view, target }, { cursor: page.nextCursor }) : null}
      />
    </div>
  )
}
