import { useTranslations } from 'next-intl'
import { languageName } from '@/components/format/language-name'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { localize } from '@/domain/localized'
import type { SettingsView } from '@/pipeline/operate/get-settings'

export const OrganizationCard = ({ organization, locale }: { organization: SettingsView['organization']; locale: string }) => {
  const t = useTranslations('settings')
  return (
    <Card title={t('organization')}>
      <Facts
        facts={[
          { name: t('name'), value: localize(organization.name, locale) },
          { name: t('key'), value: organization.key },
          { name: t('language'), value: languageName(organization.locale, locale) },
          { name: t('timeZone'), value: organization.timeZone },
          { name: t('anonymity'), value: t('anonymityOf', { least: organization.anonymityThreshold }) },
        ]}
      />
    </Card>
  )
}
