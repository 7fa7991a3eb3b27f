'use client'

import { NativeSelect, NumberInput, SegmentedControl } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useDefinitionOf } from '@/components/ui/definitions'
import { useMetricChoices } from '@/components/ui/use-metric-choices'
import { type About, type AboutKind, namedMetric } from '@/domain/alert/about'
import { betterOf } from '@/domain/metric/better'
import classes from './rule.module.css'
import { aboutKinds, newAbout } from './rule-draft'

type AboutFieldsProps = {
  about: About | undefined
  onChange: (about: About | undefined) => void
  /** what is wrong with the metric that is watched */
  metricError: string | undefined
}

/** The numbers that a kind takes, each with the smallest and the largest that it may be. */
const numbersOf: Record<AboutKind, readonly { name: string; min: number; max: number }[]> = {
  no_answer: [{ name: 'days', min: 1, max: 60 }],
  shift: [
    { name: 'least', min: 30, max: 1_000_000 },
    { name: 'againHours', min: 1, max: 8760 },
  ],
  standard_missed: [
    { name: 'days', min: 1, max: 366 },
    { name: 'least', min: 10, max: 1_000_000 },
    { name: 'againHours', min: 1, max: 8760 },
  ],
  overdue_share: [
    { name: 'percent', min: 0, max: 99 },
    { name: 'days', min: 1, max: 366 },
    { name: 'least', min: 1, max: 1_000_000 },
    { name: 'againHours', min: 1, max: 8760 },
  ],
  dead_deliveries: [
    { name: 'least', min: 1, max: 1_000_000 },
    { name: 'hours', min: 1, max: 720 },
    { name: 'againHours', min: 1, max: 8760 },
  ],
}

/** What a rule is about: single answers, or something that no single answer tells; with its own few numbers. */
export const AboutFields = ({ about, onChange, metricError }: AboutFieldsProps) => {
  const t = useTranslations('ruleEditor')
  const metrics = useMetricChoices(t('ownMetrics'))
  const definitionOf = useDefinitionOf()
  const named = about && namedMetric(about)
  const set = (part: object) => about && onChange({ ...about, ...part } as About)
  return (
    <>
      <NativeSelect
        label={t('about')}
        description={about ? t(`aboutHint.${about.kind}`) : undefined}
        value={about?.kind ?? ''}
        onChange={({ currentTarget: { value } }) => {
          const kind = aboutKinds.find((one) => one === value)
          onChange(kind && newAbout[kind])
        }}
        data={[
          { value: '', label: t('aboutKind.response') },
          ...aboutKinds.map((kind) => ({ value: kind, label: t(`aboutKind.${kind}`) })),
        ]}
      />
      {about?.kind === 'shift' && (
        <div className={classes.numbers}>
          <NativeSelect
            label={t('metric')}
            value={about.metric ?? ''}
            onChange={({ currentTarget: { value } }) => {
              const { metric: _, ...others } = about
              onChange(value === '' ? others : { ...others, metric: value })
            }}
            data={[{ value: '', label: t('ownMetric') }, ...metrics.all]}
            error={metricError}
          />
          <div className={classes.field}>
            <span className={classes.label} id="rule-direction">
              {t('direction')}
            </span>
            <SegmentedControl
              aria-labelledby="rule-direction"
              value={about.direction}
              onChange={(direction) => set({ direction })}
              data={(['worse', 'either'] as const).map((value) => ({ value, label: t(`directions.${value}`) }))}
            />
          </div>
        </div>
      )}
      {about?.kind === 'shift' && about.direction === 'worse' && (
        <p className={classes.hint}>{t(`worseIs.${named ? betterOf(definitionOf(named)?.definition) : 'shown'}`)}</p>
      )}
      {about && (
        <div className={classes.numbers}>
          {numbersOf[about.kind].map(({ name, min, max }) => (
            <NumberInput
              key={name}
              label={t(`number.${about.kind}.${name}` as 'number.no_answer.days')}
              min={min}
              max={max}
              allowDecimal={false}
              hideControls
              value={(about as Record<string, unknown>)[name] as number}
              onChange={(value) => typeof value === 'number' && set({ [name]: Math.min(max, Math.max(min, value)) })}
            />
          ))}
        </div>
      )}
    </>
  )
}
