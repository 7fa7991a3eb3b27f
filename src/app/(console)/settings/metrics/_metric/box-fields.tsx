'use client'

import { NumberInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { standardScales } from '@/domain/metric/definition'
import type { HeadlineMetric } from '@/domain/score/metric-kind'
import classes from './metric.module.css'
import type { MetricDraft } from './metric-draft'

type BoxFieldsProps = { metric: HeadlineMetric; draft: MetricDraft; set: (part: Partial<MetricDraft>) => void }

/** Which answers of a standard scale are positive, and which negative. */
export const BoxFields = ({ metric, draft, set }: BoxFieldsProps) => {
  const t = useTranslations('metricEditor')
  const { from, to } = standardScales[metric]
  const { positiveFrom, negativeTo } = draft
  const whole = (value: number | string): number | null => (typeof value === 'number' ? value : null)
  return (
    <>
      <div className={classes.pair}>
        <NumberInput
          label={t('positiveStandard')}
          value={positiveFrom ?? ''}
          min={Math.max(from + 1, (negativeTo ?? from) + 1)}
          max={to}
          allowDecimal={false}
          onChange={(value) => set({ positiveFrom: whole(value) })}
        />
        <NumberInput
          label={t('negativeStandard')}
          value={negativeTo ?? ''}
          min={from}
          max={Math.min(to - 1, (positiveFrom ?? to) - 1)}
          allowDecimal={false}
          onChange={(value) => set({ negativeTo: whole(value) })}
        />
      </div>
      <p className={classes.hint}>
        {t('scale', { from, to })} {t('between')}
      </p>
    </>
  )
}
