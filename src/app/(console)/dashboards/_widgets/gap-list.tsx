import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import type { MeasuredGap } from '@/pipeline/analyze/get-experience-gap'
import { Span } from '../../analysis/gap/_components/gap-span'
import { useGapWords } from '../../analysis/gap/_components/use-gap-words'
import classes from './widgets.module.css'

export const GapList = ({ gaps, locale }: { gaps: readonly MeasuredGap[]; locale: string }) => {
  const t = useTranslations('gap')
  const { nameOf, signed, spread } = useGapWords(locale)
  const head = [
    { key: 'dimension', label: t('dimension') },
    { key: 'span', label: <span title={t('span')}>1–10</span> },
    { key: 'satisfaction', label: t('satisfaction') },
  ]
  return (
    <Table label={t('compare')} head={head}>
      {gaps.map((gap) => (
        <tr key={gap.question}>
          <td>{nameOf(gap)}</td>
          <td className={classes.bar}>
            <Span gap={gap} />
          </td>
          <td>
            <strong>{signed(gap.satisfaction.value)}</strong>{' '}
            <small>
              {spread(gap.satisfaction)} <i>n</i> {new Intl.NumberFormat(locale).format(gap.n)}
            </small>
          </td>
        </tr>
      ))}
    </Table>
  )
}
