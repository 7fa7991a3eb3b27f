import { useLocale, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { numberCell, Table } from '@/components/ui/table'
import type { LoopReport } from '@/pipeline/analyze/get-loop'
import { RateCell } from './rate'

/** What became of the cases of the period. */
export const CountsCard = ({ loop }: { loop: LoopReport }) => {
  const t = useTranslations('loop')
  const number = new Intl.NumberFormat(useLocale())
  return (
    <Card title={t('counts')}>
      <Facts
        facts={[
          { key: 'cases', name: t('cases'), value: number.format(loop.cases) },
          { key: 'inTime', name: t('inTime'), value: <RateCell rate={loop.inTime} /> },
          { key: 'escalated', name: t('escalated'), value: <RateCell rate={loop.escalated} /> },
          { key: 'reopened', name: t('reopened'), value: <RateCell rate={loop.reopened} /> },
          { key: 'recovered', name: t('recovered'), value: <RateCell rate={loop.recovery} /> },
          { key: 'unverified', name: t('unverified'), value: number.format(loop.unverified) },
        ]}
      />
    </Card>
  )
}

/** Cases of the period that still run, by how long ago they were opened. */
export const AgeCard = ({ loop }: { loop: LoopReport }) => {
  const t = useTranslations('loop')
  const number = new Intl.NumberFormat(useLocale())
  const head = [
    { key: 'age', label: t('age') },
    { key: 'count', label: t('open'), isNumber: true },
  ]
  return (
    <Card title={t('openByAge')} aside={t('openAside', { count: loop.open })} isFlush>
      <Table label={t('openByAge')} head={head}>
        {loop.openByAge.map(({ key, count }) => (
          <tr key={key}>
            <td>{t(`ages.${key}`)}</td>
            <td className={numberCell}>{number.format(count)}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
