import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { createLoader, parseAsString, parseAsStringLiteral, type SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tab-links'
import { listRuleSummaries } from '@/pipeline/alert/find-alerts'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { metricNames } from '../_rule/metric-names'
import { EndedRule } from './ended-rule'
import { FiredAlerts } from './fired-alerts'
import { RuleList } from './rule-list'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('alerts'))('title') })

const loadSearch = createLoader({
  view: parseAsStringLiteral(['fired', 'rules']).withDefault('fired'),
  severity: parseAsStringLiteral(['low', 'medium', 'high', 'critical'] as const),
  rule: parseAsString,
  ended: parseAsString,
  cursor: parseAsString,
})

const windowMilliseconds = 30 * 86_400_000

export default async function AlertsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId, role } = await requirePermission('alerts.read')
  const mayDesign = can(role, 'programme.write')
  const [t, rule, locale, search] = await Promise.all([
    getTranslations('alerts'),
    getTranslations('rules'),
    getLocale(),
    loadSearch(searchParams),
  ])
  const isRules = search.view === 'rules'
  const [rules, options, metrics] = await Promise.all([
    listRuleSummaries(organizationId, new Date(Date.now() - windowMilliseconds)),
    getFilterOptions(organizationId),
    metricNames(organizationId),
  ])
  return (
    <div>
      <PageHeader title={t('title')}>
        {mayDesign && isRules && <ButtonLink href="/alerts/new-rule">{rule('new')}</ButtonLink>}
      </PageHeader>
      <TabLinks
        label={t('views')}
        tabs={[
          { href: '/alerts', label: t('fired'), isCurrent: !isRules },
          { href: '/alerts?view=rules', label: t('rules'), count: rules.length, isCurrent: isRules },
        ]}
      />
      {isRules ? (
        <>
          {mayDesign && search.ended && <EndedRule applyId={search.ended} />}
          <Card isFlush>
            <RuleList rules={rules} names={{ touchpoints: options.touchpoints, metrics }} locale={locale} mayDesign={mayDesign} />
          </Card>
        </>
      ) : (
        <FiredAlerts organizationId={organizationId} rules={rules} search={search} locale={locale} />
      )}
    </div>
  )
}
