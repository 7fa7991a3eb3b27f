import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Empty } from '@/components/ui/empty'
import { Moment } from '@/components/ui/moment'
import { mutedCell, Table } from '@/components/ui/table'
import type { SettingsView } from '@/pipeline/operate/get-settings'

export const ApiKeyTable = ({ keys }: { keys: SettingsView['keys'] }) => {
  const t = useTranslations('settings')
  const roles = useTranslations('roles')
  const rich = { code: (words: ReactNode) => <code>{words}</code> }
  if (keys.length === 0) return <Empty title={t('noKeys')}>{t.rich('noKeysHint', rich)}</Empty>
  const head = (['name', 'prefix', 'role', 'created', 'used', 'state'] as const).map((key) => ({ key, label: t(key) }))
  return (
    <Table label={t('keys')} head={head} isList>
      {keys.map((key) => (
        <tr key={key.id}>
          <td>{key.name}</td>
          <td>
            <code>{key.prefix}…</code>
          </td>
          <td>{roles.has(key.role as 'admin') ? roles(key.role as 'admin') : key.role}</td>
          <td className={mutedCell}>
            <Moment at={key.createdAt} as="day" />
          </td>
          <td className={mutedCell}>{key.lastUsedAt ? <Moment at={key.lastUsedAt} as="relative" /> : t('neverUsed')}</td>
          <td className={mutedCell}>{key.revokedAt ? t('revoked') : t('valid')}</td>
        </tr>
      ))}
    </Table>
  )
}
