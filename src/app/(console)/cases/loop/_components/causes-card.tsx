import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { numberCell, Table } from '@/components/ui/table'
import type { Rate, Suppressed } from '@/domain/case/loop'
import { RateCell } from './rate'

/** How many were mended, by what had gone wrong. */
export const CausesCard = ({ causes }: { causes: readonly { key: string; name: string; recovery: Rate | Suppressed }[] }) => {
  const t = useTranslations('loop')
  if (causes.length === 0) return null
  const head = [
    { key: 'cause', label: t('cause') },
    { key: 'recovered', label: t('recovered'), isNumber: true },
  ]
  return (
    <Card title={t('byCause')} isFlush>
      <Table label={t('byCause')} head={head}>
        {causes.map(({ key, name, recovery }) => (
          <tr key={key}>
            <td>{name}</td>
            <td className={numberCell}>
              <RateCell rate={recovery} />
            </td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
