import { useLocale, useTranslations } from 'next-intl'
import { formatChange, formatChangeBounds } from '@/components/format/format-metric'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { mutedCell, numberCell, Table } from '@/components/ui/table'
import type { NextScore } from '@/pipeline/analyze/get-loop'
import classes from './loop.module.css'

const Against = ({ score }: { score: NextScore }) => {
  const t = useTranslations('loop')
  const locale = useLocale()
  const { group, comparison } = score
  if (group === 'untouched') return <span className={classes.muted}>–</span>
  if (!comparison) return <span className={classes.muted}>{t('tooFewToCompare')}</span>
  return (
    <span title={t('between', formatChangeBounds('nps', comparison, locale))}>
      {formatChange('nps', comparison.difference, locale)}{' '}
      <span className={classes.muted}>{t(comparison.isSignificant ? 'clear' : 'byChance')}</span>
    </span>
  )
}

/** What detractors answered the next time, by what became of their case. */
export const NextScoresCard = ({ scores }: { scores: readonly NextScore[] }) => {
  const t = useTranslations('loop')
  const number = new Intl.NumberFormat(useLocale())
  const head = [
    { key: 'group', label: t('detractors') },
    { key: 'customers', label: t('customers'), isNumber: true },
    { key: 'next', label: t('nextNps'), isNumber: true },
    { key: 'against', label: t('against'), isNumber: true },
  ]
  return (
    <Card title={t('nextScores')} isFlush>
      <Table label={t('nextScores')} head={head}>
        {scores.map((score) => (
          <tr key={score.group}>
            <td>
              {t(`detractor.${score.group}`)}
              <div className={mutedCell}>{t(`detractorHint.${score.group}`)}</div>
            </td>
            <td className={numberCell}>{number.format(score.customers)}</td>
            <td className={numberCell}>
              <Estimate kind="nps" summary={score} />
            </td>
            <td className={numberCell}>
              <Against score={score} />
            </td>
          </tr>
        ))}
      </Table>
      <p className={classes.hint}>{t('nextScoresHint')}</p>
    </Card>
  )
}
