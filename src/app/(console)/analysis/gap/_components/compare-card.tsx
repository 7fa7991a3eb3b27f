import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { numberCell, Table } from '@/components/ui/table'
import type { MeasuredGap } from '@/pipeline/analyze/get-experience-gap'
import classes from './gap.module.css'
import { GapExport } from './gap-export'
import { Span } from './gap-span'
import { Step } from './step'
import { useGapWords } from './use-gap-words'

/** Steps one and two: experience against expectation, weighted by importance; the worst first. */
export const CompareCard = ({ gaps, locale }: { gaps: readonly MeasuredGap[]; locale: string }) => {
  const t = useTranslations('gap')
  const { nameOf, figure, signed, spread } = useGapWords(locale)
  const head = [
    { key: 'dimension', label: t('dimension') },
    { key: 'span', label: <span>1–10</span> },
    { key: 'experience', label: t('experience'), isNumber: true },
    { key: 'expectation', label: t('expectation'), isNumber: true },
    { key: 'satisfaction', label: t('satisfaction'), isNumber: true },
    { key: 'importance', label: t('importance'), isNumber: true },
    { key: 'weighted', label: t('weighted'), isNumber: true },
    { key: 'n', label: 'n', isNumber: true },
  ]
  return (
    <Card title={<Step number="1–2">{t('compare')}</Step>} aside={<GapExport gaps={gaps} locale={locale} />} isFlush>
      <p className={classes.lead}>
        {t('compareText')} {t('span')}
      </p>
      <Table label={t('compare')} head={head} isList>
        {gaps.map((gap) => (
          <tr key={gap.question}>
            <td>{nameOf(gap)}</td>
            <td className={classes.spanCell}>
              <Span gap={gap} />
            </td>
            <td className={numberCell}>{figure(gap.experience)}</td>
            <td className={numberCell}>{figure(gap.expectation)}</td>
            <td className={numberCell}>
              <strong>{signed(gap.satisfaction.value)}</strong> <small>{spread(gap.satisfaction)}</small>
            </td>
            <td className={numberCell}>{figure(gap.importance)}</td>
            <td className={numberCell}>
              <strong>{signed(gap.weighted)}</strong>
            </td>
            <td className={numberCell}>{new Intl.NumberFormat(locale).format(gap.n)}</td>
          </tr>
        ))}
      </Table>
    </Card>
  )
}
