import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { listTree } from '@/domain/case/options'
import { localize } from '@/domain/localized'
import { getCaseChoices } from '@/pipeline/act/get-case-choices'
import { getCaseOptions } from '@/pipeline/act/get-case-options'
import { getRootCauses } from '@/pipeline/act/get-root-causes'
import { localesOfNames } from '@/pipeline/design/find-people'
import { getSettings } from '@/pipeline/operate/get-settings'
import { SettingsTabs } from '../_components/settings-tabs'
import { OptionLists } from './_options/option-lists'
import { PolicyCard } from './_policy/policy-card'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('settings'))('part.cases') })

const reportDays = 90

/** How cases are followed: their clocks, who is told when one runs out, and what steps choose from. */
export default async function CaseSettingsPage() {
  const { organizationId, role } = await requirePermission('settings.read')
  const since = new Date(Date.now() - reportDays * 86_400_000)
  const [settings, t, locale, options, { owners }, { organization }, { causes }] = await Promise.all([
    getTranslations('settings'),
    getTranslations('caseSettings'),
    getLocale(),
    getCaseOptions(organizationId),
    getCaseChoices(organizationId),
    getSettings(organizationId, false),
    getRootCauses(organizationId, since),
  ])
  const names = Object.values(options).flatMap((kind) => Object.values(kind).map(({ name }) => name))
  const locales = localesOfNames(organization.locale, [organization.name, ...names])
  const counts = Object.fromEntries(causes.map(({ key, count }) => [key, count]))
  return (
    <div>
      <PageHeader title={settings('title')} lead={t('lead')} />
      <SettingsTabs current="cases" />
      <PolicyCard
        policy={organization.cases}
        people={owners.map(({ value, name, isTeam }) => ({
          value: `${isTeam ? 'team' : 'member'}:${value}`,
          label: localize(name, locale),
        }))}
        locales={locales}
        mayWrite={can(role, 'settings.write')}
      />
      <OptionLists
        options={options}
        tree={listTree(options.rootCauses)}
        counts={counts}
        locales={locales}
        mayWrite={can(role, 'programme.write')}
      />
    </div>
  )
}
