import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { localDay } from '@/domain/analysis/local-day'
import { lastDays, previousPeriod } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import { headlineMetrics } from '@/domain/score/metric-kind'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { SettingsTabs } from '../_components/settings-tabs'
import classes from './_metric/metric.module.css'
import { MetricTable } from './_metric/metric-table'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('settings'))('part.metrics') })

/** What the organization measures by, each with its number of the last 30 days. */
export default async function MetricsPage() {
  const { organizationId, timeZone, role } = await requirePermission('settings.read')
  const [t, settings, { standard, own }] = await Promise.all([
    getTranslations('metricEditor'),
    getTranslations('settings'),
    getDefinitions(organizationId),
  ])
  const period = lastDays(localDay(new Date(), timeZone), 30)
  const read = async (keys: readonly string[]) => {
    const views = await Promise.all(
      keys.map((key) => getMetric({ organizationId, key, period, comparedWith: previousPeriod(period) })),
    )
    return views.map((view, at) => ({ key: keys[at] ?? '', view: isFailure(view) ? null : view }))
  }
  const [ofTheField, ofTheirOwn] = await Promise.all([read(headlineMetrics), read(Object.keys(own))])
  const rows = (found: typeof ofTheField) =>
    found.flatMap(({ key, view }) => {
      const defined = own[key] ?? standard[key as 'nps']
      return defined ? [{ defined, view }] : []
    })
  const mayWrite = can(role, 'programme.write')
  const toNew = mayWrite && (
    <ButtonLink href="/settings/metrics/new" size="xs">
      {t('new')}
    </ButtonLink>
  )
  return (
    <div>
      <PageHeader title={settings('title')} lead={t('lead')} />
      <SettingsTabs current="metrics" />
      <div className={classes.cards}>
        <Card title={t('standard')} isFlush>
          <MetricTable label={t('standard')} rows={rows(ofTheField)} />
        </Card>
        <Card title={t('own')} isFlush aside={toNew}>
          {ofTheirOwn.length === 0 ? (
            <Empty title={t('none')}>{t('noneHint')}</Empty>
          ) : (
            <MetricTable label={t('own')} rows={rows(ofTheirOwn)} />
          )}
        </Card>
      </div>
    </div>
  )
}
