import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { gapRange } from '@/domain/survey/question'
import type { MeasuredGap } from '@/pipeline/analyze/get-experience-gap'
import type { loadView } from '../../../_filters/search-params'
import classes from './gap.module.css'
import { Step } from './step'
import { useGapWords } from './use-gap-words'

/** What else the address says, and goes on saying. */
const kept = ['period', 'from', 'to', 'survey'] as const

type IdealCardProps = {
  gaps: readonly MeasuredGap[]
  ideals: Readonly<Record<string, number>>
  view: Awaited<ReturnType<typeof loadView>>
  locale: string
}

/** Step four: how far from where each dimension should stand. The ideals go into the address, so that they can be shared. */
export const IdealCard = ({ gaps, ideals, view, locale }: IdealCardProps) => {
  const t = useTranslations('gap')
  const { nameOf, figure, signed } = useGapWords(locale)
  return (
    <Card title={<Step number="4">{t('ideal')}</Step>}>
      <p className={classes.text}>{t('idealText')}</p>
      <form action="/analysis/gap" className={classes.ideals}>
        {kept.map((name) => view[name] && <input key={name} type="hidden" name={name} value={view[name]} />)}
        {gaps.map((gap) => (
          <label key={gap.question} className={classes.idealRow}>
            <span>{nameOf(gap)}</span>
            <input
              type="number"
              name={`ideal.${gap.question}`}
              min={gapRange.low}
              max={gapRange.high}
              step="0.1"
              defaultValue={ideals[gap.question] ?? ''}
              placeholder={figure(gap.ideal)}
            />
            <output>{gap.toIdeal === 0 ? t('atIdeal') : signed(gap.toIdeal)}</output>
          </label>
        ))}
        <button type="submit">{t('idealApply')}</button>
      </form>
    </Card>
  )
}
