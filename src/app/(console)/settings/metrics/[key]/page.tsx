import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { DefinitionWords } from '@/components/ui/definition-words'
import { PageHeader } from '@/components/ui/page-header'
import { findDefined, isHeadlineMetric } from '@/domain/metric/definition'
import { nameOf } from '@/domain/metric/tell-definition'
import { locales } from '@/i18n/locales'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { getMetricChoices } from '@/pipeline/design/get-metric-choices'
import { getMetricVersions } from '@/pipeline/design/get-metric-versions'
import { ClientWords } from '../../../_shell/client-words'
import { MetricEditor } from '../_metric/metric-editor'
import { MetricHistory } from '../_metric/metric-history'
import { partChoices } from '../_metric/part-choices'
import { RemoveMetric } from '../_metric/remove-metric'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('settings'))('part.metrics') })

/** One metric: what it counts, what it counted before, and the way to change it. */
export default async function MetricPage({ params }: { params: Promise<{ key: string }> }) {
  const { organizationId, role } = await requirePermission('settings.read')
  const { key } = await params
  const [definitions, versions, locale] = await Promise.all([
    getDefinitions(organizationId),
    getMetricVersions(organizationId, key),
    getLocale(),
  ])
  const found = findDefined(definitions, key)
  if (!found) notFound()
  const [t, settings, words] = await Promise.all([
    getTranslations('metricEditor'),
    getTranslations('settings'),
    getTranslations('definitions'),
  ])
  const mayWrite = can(role, 'programme.write')
  const history = <MetricHistory metric={key} versions={versions} />
  const others = { ...definitions, own: Object.fromEntries(Object.entries(definitions.own).filter(([one]) => one !== key)) }
  return (
    <ClientWords of={['metricEditor']}>
      <PageHeader
        back={{ href: '/settings/metrics', label: settings('part.metrics') }}
        title={nameOf(key, found.definition, locale)}
      >
        <ButtonLink variant="default" href={`/analysis/metrics/${key}`}>
          {t('toNumber')}
        </ButtonLink>
        {mayWrite && !isHeadlineMetric(key) && <RemoveMetric metric={key} />}
      </PageHeader>
      {mayWrite ? (
        <MetricEditor
          key={found.version}
          stored={{ key, version: found.version, definition: found.definition }}
          choices={await getMetricChoices(organizationId)}
          parts={partChoices(others, words('sentiment'), locale)}
          locales={Object.keys(locales)}
          aside={history}
        />
      ) : (
        <>
          <Card title={t('definition')}>
            <DefinitionWords defined={found} />
          </Card>
          {history}
        </>
      )}
    </ClientWords>
  )
}
