import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { MeasuredGap } from '@/pipeline/analyze/get-experience-gap'
import { isCertain } from './act-card'
import classes from './gap.module.css'
import { Step } from './step'
import { useGapWords } from './use-gap-words'

/** Step three: the one dimension to begin with, or that there is none. */
export const KeyCard = ({ gaps, locale }: { gaps: readonly MeasuredGap[]; locale: string }) => {
  const t = useTranslations('gap')
  const { nameOf, figure, signed } = useGapWords(locale)
  const key = gaps.find(({ isKey }) => isKey)
  return (
    <Card title={<Step number="3">{t('key')}</Step>}>
      {key ? (
        <>
          <p className={classes.key}>{nameOf(key)}</p>
          <p>
            {t('keyText', {
              experience: figure(key.experience),
              expectation: figure(key.expectation),
              satisfaction: signed(key.satisfaction.value),
              importance: figure(key.importance),
              weighted: signed(key.weighted),
            })}
          </p>
          {!isCertain(key) && <p className={classes.quiet}>{t('keyDoubt')}</p>}
        </>
      ) : (
        <p>{t('keyNone')}</p>
      )}
    </Card>
  )
}
