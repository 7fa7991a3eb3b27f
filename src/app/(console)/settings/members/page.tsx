import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { roles } from '@/domain/vocabulary'
import { findPeople } from '@/pipeline/design/find-people'
import classes from '../_components/people.module.css'
import { SettingsTabs } from '../_components/settings-tabs'
import { MemberList } from './member-list'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('people'))('members') })

export default async function MembersPage() {
  const { organizationId, role, memberId } = await requirePermission('settings.read')
  const [t, roleNames, settings, locale, timeZone, people] = await Promise.all([
    getTranslations('people'),
    getTranslations('roles'),
    getTranslations('settings'),
    getLocale(),
    getTimeZone(),
    findPeople(organizationId),
  ])
  return (
    <div>
      <PageHeader title={settings('title')} />
      <SettingsTabs current="members" />
      <MemberList people={people} own={memberId} mayWrite={can(role, 'members.write')} locale={locale} timeZone={timeZone} />
      <Card title={t('rolesTitle')} className={classes.roles}>
        <dl>
          {roles.map((one) => (
            <div key={one}>
              <dt>{roleNames(one)}</dt>
              <dd>{t(`may.${one}`)}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </div>
  )
}
