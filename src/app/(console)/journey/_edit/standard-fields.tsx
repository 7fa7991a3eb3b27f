'use client'

import { NativeSelect, NumberInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useDefinitionOf } from '@/components/ui/definitions'
import { Term } from '@/components/ui/term'
import { useMetricChoices } from '@/components/ui/use-metric-choices'
import { localize } from '@/domain/localized'
import { betterOf } from '@/domain/metric/better'
import type { DesignSurvey } from '@/pipeline/design/get-journey-design'
import classes from './edit.module.css'

/** A standard as it is typed: the target in the unit that people use, so 80 for a CSAT of 0.8. */
export type StandardDraft = { metric: string; target: number | string; responseHours: number | string }

const named = ['nps', 'csat', 'ces', 'sentiment'] as const

type StandardFieldsProps = {
  value: StandardDraft
  onChange: (value: StandardDraft) => void
  surveys: readonly DesignSurvey[]
  isTargetMissing: boolean
}

/** What the touchpoint promises: on which metric, how much, and how soon its cases are answered. */
export const StandardFields = ({ value, onChange, surveys, isTargetMissing }: StandardFieldsProps) => {
  const t = useTranslations('journeyEdit')
  const { all, own } = useMetricChoices(t('ownMetrics'), named)
  const definitionOf = useDefinitionOf()
  const locale = useLocale()
  const isMetric = (key: string): boolean => named.includes(key as 'nps') || own.includes(key)
  const questions = new Map(
    surveys.flatMap((survey) =>
      survey.metrics.filter(({ key }) => !isMetric(key)).map(({ key, text }) => [key, localize(text, locale)]),
    ),
  )
  if (value.metric !== '' && !isMetric(value.metric) && !questions.has(value.metric)) questions.set(value.metric, value.metric)
  const unitOf = (metric: string) => {
    const definition = definitionOf(metric)?.definition
    if (definition && 'of' in definition) return definition.of
    return named.find((key) => key === metric) ?? 'mean'
  }
  return (
    <fieldset className={classes.group}>
      <legend>
        <Term word="standard">{t('standard')}</Term>
      </legend>
      <NativeSelect
        label={t('metric')}
        value={value.metric}
        onChange={(event) => onChange({ ...value, metric: event.currentTarget.value })}
        data={[
          { value: '', label: t('noStandard') },
          ...all,
          ...(questions.size > 0
            ? [{ group: t('questions'), items: [...questions].map(([key, text]) => ({ value: key, label: text.slice(0, 80) })) }]
            : []),
        ]}
      />
      {value.metric !== '' && (
        <>
          <NumberInput
            label={t(betterOf(definitionOf(value.metric)?.definition) === 'less' ? 'targetAtMost' : 'target')}
            description={t(`unit.${unitOf(value.metric)}`)}
            value={value.target}
            onChange={(target) => onChange({ ...value, target })}
            hideControls
            decimalScale={3}
            {...(isTargetMissing ? { error: t('targetMissing') } : {})}
          />
          <NumberInput
            label={t('responseHours')}
            description={t('responseHoursHint')}
            value={value.responseHours}
            onChange={(responseHours) => onChange({ ...value, responseHours })}
            min={0}
            max={8760}
            hideControls
            decimalScale={2}
          />
        </>
      )}
    </fieldset>
  )
}
