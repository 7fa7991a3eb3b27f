import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { localize } from '@/domain/localized'
import { findDashboards, findRoleDashboards } from '@/pipeline/analyze/find-dashboards'
import { ClientWords } from '../_shell/client-words'
import { DashboardList } from './_list/dashboard-list'
import { NewDashboard } from './_list/new-dashboard'
import { RoleDefaults } from './_list/role-defaults'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('dashboards'))('title') })

/** The member's own dashboards and those that others share. */
export default async function DashboardsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const member = await requirePermission('analysis.read')
  const [t, locale, dashboards, defaults, asked] = await Promise.all([
    getTranslations('dashboards'),
    getLocale(),
    findDashboards(member),
    findRoleDashboards(member.organizationId),
    searchParams,
  ])
  const mayTidy = can(member.role, 'programme.write')
  const named = dashboards.map(({ name, ...one }) => ({ ...one, name: localize(name, locale), texts: name }))
  const shared = named.filter(({ isShared }) => isShared).map(({ id, name }) => ({ id, name }))
  return (
    <ClientWords of={['dashboards', 'dashboardEdit']}>
      <PageHeader title={t('title')} lead={t('lead')}>
        <NewDashboard isAsked={asked.new !== undefined} />
      </PageHeader>
      <DashboardList dashboards={named} defaults={defaults} mayTidy={mayTidy} />
      {dashboards.length === 0 && (
        <Card>
          <Empty title={t('none')}>{t('noneHint')}</Empty>
        </Card>
      )}
      {mayTidy && <RoleDefaults shared={shared} defaults={defaults} />}
    </ClientWords>
  )
}
