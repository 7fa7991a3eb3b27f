'use client'

import { Input, MultiSelect, NumberInput, SegmentedControl, Select } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import type { MetricChoices } from '@/pipeline/design/get-metric-choices'
import classes from './metric.module.css'
import type { MetricDraft } from './metric-draft'

const betters = ['more', 'less'] as const

type QuestionFieldsProps = { choices: MetricChoices; draft: MetricDraft; set: (part: Partial<MetricDraft>) => void }

/** The question of a mean or a share, where it is asked, and which answers count. */
export const QuestionFields = ({ choices, draft, set }: QuestionFieldsProps) => {
  const t = useTranslations('metricEditor')
  const locale = useLocale()
  // A mean needs numbers.
  const offered = choices.questions.filter(({ options }) => draft.of === 'share' || options === null)
  const chosen = choices.questions.find(({ question }) => question === draft.question)
  const surveyNames = choices.surveys
    .filter(({ key }) => chosen?.surveys.includes(key))
    .map(({ key, title }) => ({ value: key, label: localize(title, locale) }))
  const choose = (question: string | null) => {
    const next = choices.questions.find((one) => one.question === question)
    set({ question: question ?? '', scale: next?.scale ?? null, surveys: [], options: [], positiveFrom: next?.scale?.to ?? null })
  }
  return (
    <>
      <Select
        label={t('question')}
        searchable
        allowDeselect={false}
        data={offered.map(({ question, text, part }) => ({
          value: question,
          label: `${localize(text, locale)}${part ? ` · ${localize(part, locale)}` : ''} (${question})`,
        }))}
        value={draft.question}
        onChange={choose}
      />
      {chosen && chosen.options === null && (
        <p className={classes.hint}>{chosen.scale ? t('scale', chosen.scale) : t('noScale')}</p>
      )}
      {surveyNames.length > 1 && (
        <MultiSelect
          label={t('surveys')}
          description={t('surveysHint')}
          data={surveyNames}
          value={draft.surveys}
          onChange={(surveys) => set({ surveys })}
        />
      )}
      {draft.of === 'share' && chosen?.options && (
        <MultiSelect
          label={t('options')}
          data={chosen.options.map(({ key, text }) => ({ value: key, label: localize(text, locale) }))}
          value={draft.options}
          onChange={(options) => set({ options })}
        />
      )}
      {draft.of === 'share' && chosen?.options === null && (
        <NumberInput
          label={t('positiveFrom')}
          className={classes.short ?? ''}
          value={draft.positiveFrom ?? ''}
          onChange={(value) => set({ positiveFrom: typeof value === 'number' ? value : null })}
        />
      )}
      <Input.Wrapper label={t('better')} description={t('betterHint')} labelElement="div">
        <SegmentedControl
          aria-label={t('better')}
          className={classes.choice ?? ''}
          data={betters.map((value) => ({ value, label: t(`betterName.${value}`) }))}
          value={draft.better}
          onChange={(better) => set({ better })}
        />
      </Input.Wrapper>
    </>
  )
}
