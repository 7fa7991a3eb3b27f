import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { numberCell, Table } from '@/components/ui/table'
import { localize } from '@/domain/localized'
import type { Load } from '@/pipeline/act/find-cases'

type LoadCardProps = { load: readonly Load[]; current: Readonly<Record<string, string | null>>; locale: string }

/** Who has how much to do. */
export const LoadCard = ({ load, current, locale }: LoadCardProps) => {
  const t = useTranslations('cases')
  if (load.length === 0) return null
  const head = (['owner', 'open', 'overdue'] as const).map((key) => ({ key, label: t(`load.${key}`), isNumber: key !== 'owner' }))
  return (
    <Card title={t('load.title')} isFlush>
      <Table label={t('load.title')} head={head}>
        {load.map(({ owner, name, open, overdue }) => (
          <tr key={owner}>
            <td>
              <Link prefetch={false} href={listHref('/cases', current, { owner, view: null, cursor: null })}>
                {name ? localize(name, locale) : t('noOwner')}
              </Link>
            </td>
            <td className={numberCell}>{open}</td>
            <td className={numberCell}>{overdue}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
