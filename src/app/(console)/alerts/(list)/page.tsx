import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { createLoader, parseAsString, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tab-links'
import { listRuleSummaries } from '@/pipeline/alert/find-alerts'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { FiredAlerts } from './fired-alerts'
import { RuleList } from './rule-list'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('alerts'))('title') })

const loadSearch = createLoader({
  view: parseAsStringLiteral(['fired', 'rules']).withDefault('fired'),
  severity: parseAsStringLiteral(['low', 'medium', 'high', 'critical'] as const),
  rule: parseAsString,
  cursor: parseAsString,
})

const windowMilliseconds = 30 * 86_400_000

export default async function AlertsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId } = await requirePermission('alerts.read')
  const [t, locale, search] = await Promise.all([getTranslations('alerts'), getLocale(), loadSearch(searchParams)])
  const isRules = search.view === 'rules'
  const [rules, options] = await Promise.all([
    listRuleSummaries(organizationId, new Date(Date.now() - windowMilliseconds)),
    getFilterOptions(organizationId),
  ])
  return (
    <div>
      <PageHeader title={t('title')} />
      <TabLinks
        label={t('views')}
        tabs={[
          { href: '/alerts', label: t('fired'), isCurrent: !isRules },
          { href: '/alerts?view=rules', label: t('rules'), count: rules.length, isCurrent: isRules },
        ]}
      />
      {isRules ? (
        <Card isFlush>
          <RuleList rules={rules} touchpoints={options.touchpoints} locale={locale} />
        </Card>
      ) : (
        <FiredAlerts organizationId={organizationId} rules={rules} search={search} locale={locale} />
      )}
    </div>
  )
}
