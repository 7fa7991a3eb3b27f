import { useTranslations } from 'next-intl'
import { changeWord, markOfChange } from '@/components/format/change-word'
import { Card } from '@/components/ui/card'
import { Mark } from '@/components/ui/mark'
import { numberCell, Table } from '@/components/ui/table'
import type { MeasuredGap } from '@/pipeline/analyze/get-experience-gap'
import classes from './gap.module.css'
import { Step } from './step'
import { useGapWords } from './use-gap-words'

/** Step seven: what has become of the gaps since the period before. */
export const AgainCard = ({ gaps, locale }: { gaps: readonly MeasuredGap[]; locale: string }) => {
  const t = useTranslations('gap')
  const metrics = useTranslations('metrics')
  const { nameOf, signed, spread } = useGapWords(locale)
  const measured = gaps.filter(({ before }) => before)
  const head = [
    { key: 'dimension', label: t('dimension') },
    { key: 'before', label: t('before'), isNumber: true },
    { key: 'now', label: t('now'), isNumber: true },
    { key: 'change', label: t('change'), isNumber: true },
  ]
  return (
    <Card title={<Step number="7">{t('again')}</Step>} isFlush>
      <p className={classes.lead}>{measured.length > 0 ? t('againText') : t('againNone')}</p>
      {measured.length > 0 && (
        <Table label={t('again')} head={head}>
          {measured.map((gap) => (
            <tr key={gap.question}>
              <td>{nameOf(gap)}</td>
              <td className={numberCell}>
                {gap.before && signed(gap.before.satisfaction.value)}{' '}
                <small>{gap.before && spread(gap.before.satisfaction)}</small>
              </td>
              <td className={numberCell}>
                {signed(gap.satisfaction.value)} <small>{spread(gap.satisfaction)}</small>
              </td>
              <td className={numberCell}>
                {gap.change && (
                  <>
                    <Mark {...markOfChange(gap.change, 'more')} label={metrics(`change.${changeWord(gap.change, 'more')}`)} />{' '}
                    <strong>{signed(gap.change.difference)}</strong>
                  </>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Card>
  )
}
