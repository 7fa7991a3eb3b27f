import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { getSettings } from '@/pipeline/operate/get-settings'
import { ApiKeyTable } from './_components/api-key-table'
import { HoursCard } from './_components/hours-card'
import { OrganizationCard } from './_components/organization-card'
import classes from './_components/settings.module.css'
import { SettingsTabs } from './_components/settings-tabs'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('settings'))('title') })

export default async function SettingsPage() {
  const { organizationId, role } = await requirePermission('settings.read')
  const mayCreateKeys = can(role, 'keys.write')
  const [t, locale, settings] = await Promise.all([
    getTranslations('settings'),
    getLocale(),
    getSettings(organizationId, mayCreateKeys),
  ])
  return (
    <div>
      <PageHeader title={t('title')} lead={t.rich('lead', { code: (words) => <code className={classes.code}>{words}</code> })} />
      <SettingsTabs current="organization" />
      <div className={classes.grid}>
        <OrganizationCard organization={settings.organization} locale={locale} />
        <HoursCard organization={settings.organization} locale={locale} />
        {mayCreateKeys && (
          <Card title={t('keys')} isFlush className={classes.full}>
            <ApiKeyTable keys={settings.keys} />
          </Card>
        )}
      </div>
    </div>
  )
}
