import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { localize } from '@/domain/localized'
import { getCaseChoices } from '@/pipeline/act/get-case-choices'
import { listAttributeNames } from '@/pipeline/design/get-rule-choices'
import { getSettings } from '@/pipeline/operate/get-settings'
import { ClientWords } from '../../_shell/client-words'
import { SettingsTabs } from '../_components/settings-tabs'
import { PolicyForm } from './policy-form'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('settings'))('part.alerts') })

/** How alerts find people: hours, the account's owner, who is told where nobody is, and how many messages a day. */
export default async function AlertSettingsPage() {
  const { organizationId, role } = await requirePermission('settings.read')
  const [settings, t, locale, { owners }, { organization }, attributes] = await Promise.all([
    getTranslations('settings'),
    getTranslations('alertSettings'),
    getLocale(),
    getCaseChoices(organizationId),
    getSettings(organizationId, false),
    listAttributeNames(organizationId),
  ])
  return (
    <ClientWords of={['alertSettings']}>
      <PageHeader title={settings('title')} lead={t('lead')} />
      <SettingsTabs current="alerts" />
      <PolicyForm
        policy={organization.alerts}
        attributes={attributes}
        people={owners.map(({ value, name, isTeam }) => ({
          value: `${isTeam ? 'team' : 'member'}:${value}`,
          label: localize(name, locale),
        }))}
        mayWrite={can(role, 'settings.write')}
      />
    </ClientWords>
  )
}
