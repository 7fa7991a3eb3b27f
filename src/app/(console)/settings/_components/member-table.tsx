import { useTranslations } from 'next-intl'
import { mutedCell, Table } from '@/components/ui/table'
import { localize } from '@/domain/localized'
import type { SettingsView } from '@/pipeline/operate/get-settings'

export const MemberTable = ({ members, locale }: { members: SettingsView['members']; locale: string }) => {
  const t = useTranslations('settings')
  const roles = useTranslations('roles')
  const head = (['name', 'email', 'role', 'teams', 'signIn'] as const).map((key) => ({ key, label: t(key) }))
  return (
    <Table label={t('members')} head={head}>
      {members.map((member) => (
        <tr key={member.id}>
          <td>{member.name}</td>
          <td className={mutedCell}>{member.email}</td>
          <td>{roles.has(member.role as 'admin') ? roles(member.role as 'admin') : member.role}</td>
          <td>{member.teams.map((team) => localize(team, locale)).join(', ')}</td>
          <td className={mutedCell}>{member.isActive ? (member.hasPassword ? t('canSignIn') : t('mailOnly')) : t('inactive')}</td>
        </tr>
      ))}
    </Table>
  )
}
