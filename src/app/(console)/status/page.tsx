import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { createLoader, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { Suspense } from 'react'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tab-links'
import type { LatencyWindow } from '@/domain/analysis/latency-window'
import { findTroubledRules } from '@/pipeline/alert/find-troubled-rules'
import { getSystemStatus } from '@/pipeline/operate/get-system-status'
import { getLatestRebuild } from '@/pipeline/operate/rebuild-rollups'
import { LiveRefresh } from '../_live/live-refresh'
import { DueWorkCard } from './_components/due-work-card'
import { LatencyCard } from './_components/latency-card'
import { LatencyLedger } from './_components/latency-ledger'
import { QueueTable } from './_components/queue-table'
import { RecountCard } from './_components/recount-card'
import classes from './_components/status.module.css'
import { TroubledRules } from './_components/troubled-rules'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('status'))('title') })

const hours = { '24h': 24, '7d': 168 } as const satisfies Record<string, LatencyWindow>
const loadSearch = createLoader({ window: parseAsStringLiteral(['24h', '7d']).withDefault('24h') })

export default async function StatusPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId, role } = await requirePermission('operations.read')
  const [t, locale, { window }] = await Promise.all([getTranslations('status'), getLocale(), loadSearch(searchParams)])
  const now = new Date()
  const [system, recount, troubled] = await Promise.all([
    getSystemStatus(organizationId, now),
    getLatestRebuild(organizationId),
    findTroubledRules(organizationId),
  ])
  return (
    <div>
      <PageHeader title={t('title')} beside={<LiveRefresh types={['response', 'delivery', 'case']} />} lead={t('lead')} />
      <TabLinks
        label={t('window')}
        tabs={[
          { href: '/status', label: t('last24h'), isCurrent: window === '24h' },
          { href: '/status?window=7d', label: t('last7d'), isCurrent: window === '7d' },
        ]}
      />
      <div className={classes.stack}>
        <TroubledRules rules={troubled} locale={locale} />
        <LatencyCard organizationId={organizationId} hours={hours[window]} now={now} />
        <Card title={t('byDay')} aside={t('byDayAside')} isFlush>
          <Suspense fallback={<p className={classes.waiting}>{t('counting')}</p>}>
            <LatencyLedger organizationId={organizationId} now={now} />
          </Suspense>
        </Card>
        <div className={classes.pair}>
          <DueWorkCard system={system} locale={locale} />
          <Card title={t('versions')}>
            <Facts
              facts={[
                { name: 'Earshot', value: system.versions.earshot },
                { name: 'Node.js', value: system.versions.node },
                { name: 'PostgreSQL', value: system.versions.postgresql },
                { name: t('queue'), value: t(`backend.${system.queueBackend}`) },
                { name: t('mail'), value: t(`mails.${system.mail}`) },
              ]}
            />
          </Card>
        </div>
        <RecountCard latest={recount} mayRebuild={can(role, 'rollups.rebuild')} />
        <Card title={t('queues')} aside={t('queuesAside')} isFlush>
          <QueueTable queues={system.queues} locale={locale} />
        </Card>
      </div>
    </div>
  )
}
