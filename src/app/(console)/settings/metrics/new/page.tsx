import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePermission } from '@/auth/session'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { locales } from '@/i18n/locales'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { getMetricChoices } from '@/pipeline/design/get-metric-choices'
import { ClientWords } from '../../../_shell/client-words'
import { MetricEditor } from '../_metric/metric-editor'
import { partChoices } from '../_metric/part-choices'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('metricEditor'))('new') })

export default async function NewMetricPage() {
  const { organizationId } = await requirePermission('programme.write')
  const [definitions, choices, locale] = await Promise.all([
    getDefinitions(organizationId),
    getMetricChoices(organizationId),
    getLocale(),
  ])
  const [t, settings, words] = await Promise.all([
    getTranslations('metricEditor'),
    getTranslations('settings'),
    getTranslations('definitions'),
  ])
  return (
    <ClientWords of={['metricEditor']}>
      <PageHeader back={{ href: '/settings/metrics', label: settings('part.metrics') }} title={t('new')} />
      {choices.questions.length === 0 ? (
        <Empty title={t('noQuestions')}>{t('noQuestionsHint')}</Empty>
      ) : (
        <MetricEditor
          choices={choices}
          parts={partChoices(definitions, words('sentiment'), locale)}
          locales={Object.keys(locales)}
        />
      )}
    </ClientWords>
  )
}
