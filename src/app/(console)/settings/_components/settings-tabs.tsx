import { useTranslations } from 'next-intl'
import { TabLinks } from '@/components/ui/tab-links'

const tabs = [
  { key: 'organization', href: '/settings' },
  { key: 'members', href: '/settings/members' },
  { key: 'teams', href: '/settings/teams' },
  { key: 'alerts', href: '/settings/alerts' },
  { key: 'cases', href: '/settings/cases' },
  { key: 'metrics', href: '/settings/metrics' },
  { key: 'targets', href: '/settings/targets' },
  { key: 'programme', href: '/settings/programme' },
] as const

export type SettingsTab = (typeof tabs)[number]['key']

/** The parts of the settings, each at its own address. */
export const SettingsTabs = ({ current }: { current: SettingsTab }) => {
  const t = useTranslations('settings')
  return (
    <TabLinks
      label={t('parts')}
      tabs={tabs.map(({ key, href }) => ({ href, label: t(`part.${key}`), isCurrent: key === current }))}
    />
  )
}
