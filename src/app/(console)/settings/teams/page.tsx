import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { findPeople, localesOfNames } from '@/pipeline/design/find-people'
import { getSettings } from '@/pipeline/operate/get-settings'
import { SettingsTabs } from '../_components/settings-tabs'
import { TeamList } from './team-list'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('people'))('teams') })

export default async function TeamsPage() {
  const { organizationId, role } = await requirePermission('settings.read')
  const [settings, people, { organization }] = await Promise.all([
    getTranslations('settings'),
    findPeople(organizationId),
    getSettings(organizationId, false),
  ])
  const locales = localesOfNames(organization.locale, [organization.name, ...people.teams.map(({ name }) => name)])
  return (
    <div>
      <PageHeader title={settings('title')} />
      <SettingsTabs current="teams" />
      <TeamList people={people} locales={locales} mayWrite={can(role, 'members.write')} />
    </div>
  )
}
