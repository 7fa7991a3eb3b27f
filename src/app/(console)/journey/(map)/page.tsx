import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { localDay } from '@/domain/analysis/local-day'
import { resolvePeriod } from '@/domain/analysis/period'
import { localize } from '@/domain/localized'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { PeriodFilter } from '../../_filters/period-filter'
import { loadView } from '../../_filters/search-params'
import { JourneyColumns } from './journey-columns'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('journey'))('title') })

export default async function JourneyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { organizationId, timeZone } = await requirePermission('programme.read')
  const [t, locale, view] = await Promise.all([getTranslations('journey'), getLocale(), loadView(searchParams)])
  const period = resolvePeriod(view, localDay(new Date(), timeZone))
  const journeys = await getJourneyMap(organizationId, period)
  return (
    <div>
      <PageHeader title={t('title')} lead={t('lead')}>
        <PeriodFilter from={period.from} to={period.to} isCustom={view.period === 'custom'} />
      </PageHeader>
      {journeys.length === 0 && (
        <Card>
          <Empty title={t('none')}>{t('noneHint')}</Empty>
        </Card>
      )}
      {journeys.map((journey) => (
        <JourneyColumns key={journey.key} journey={journey} name={localize(journey.name, locale)} locale={locale} />
      ))}
    </div>
  )
}
