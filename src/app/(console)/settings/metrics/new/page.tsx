import type { Metadata } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale, getMessages, getTranslations } from 'next-intl/server'
import { requirePermission } from '@/auth/session'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { clientMessages } from '@/i18n/client-messages'
import { locales } from '@/i18n/locales'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { getMetricChoices } from '@/pipeline/design/get-metric-choices'
import { MetricEditor } from '../_metric/metric-editor'
import { partChoices } from '../_metric/part-choices'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('metricEditor'))('new') })

export default async function NewMetricPage() {
  const { organizationId, timeZone } = await requirePermission('programme.write')
  const [definitions, choices, locale, messages] = await Promise.all([
    getDefinitions(organizationId),
    getMetricChoices(organizationId),
    getLocale(),
    getMessages(),
  ])
  const [t, settings, words] = await Promise.all([
    getTranslations('metricEditor'),
    getTranslations('settings'),
    getTranslations('definitions'),
  ])
  return (
    <NextIntlClientProvider timeZone={timeZone} messages={clientMessages(messages, ['metricEditor'])}>
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
    </NextIntlClientProvider>
  )
}
