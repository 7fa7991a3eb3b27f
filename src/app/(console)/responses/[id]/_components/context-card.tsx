import { useLocale, useTranslations } from 'next-intl'
import { channelLabel } from '@/components/format/channel-label'
import { languageName } from '@/components/format/language-name'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { qualityFlags } from '@/domain/response/quality'
import type { ResponseDetail } from '@/pipeline/analyze/get-response'

/** Where and how it was answered, and what the embedding page or the invitation told about it. */
export const ContextCard = ({ response }: { response: ResponseDetail }) => {
  const t = useTranslations('response')
  const channels = useTranslations('channels')
  const statuses = useTranslations('responses')
  const locale = useLocale()
  const language = response.locale && languageName(response.locale, locale)
  return (
    <Card title={t('context')}>
      <Facts
        facts={[
          { name: t('status'), value: statuses(`is.${response.status as 'partial'}`) },
          { name: t('channel'), value: channelLabel(channels, response.channel) },
          { name: t('source'), value: response.source },
          { name: t('language'), value: language },
          { name: t('revision'), value: response.revision },
          ...Object.entries(response.context).map(([name, value]) => ({
            name,
            value: typeof value === 'string' ? value : JSON.stringify(value),
          })),
          {
            name: t('quality'),
            value: response.quality
              .map((flag) => (qualityFlags.some((one) => one === flag) ? t(`flag.${flag as 'honeypot'}`) : flag))
              .join(', '),
          },
          { name: t('id'), value: response.id },
        ]}
      />
    </Card>
  )
}
