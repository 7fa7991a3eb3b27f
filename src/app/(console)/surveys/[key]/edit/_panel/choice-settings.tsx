'use client'

import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Question } from '@/domain/survey/definition'
import { NumberField } from './number-field'
import { OptionList } from './option-list'
import classes from './panel.module.css'
import { TextField } from './text-field'
import { useField } from './use-field'

type WithOptions = Extract<Question, { options: unknown }>

/** What is chosen from, and how. */
export const ChoiceSettings = ({ question }: { question: WithOptions }) => {
  const t = useTranslations('editor.settings')
  const { set, type, error } = useField(['question', question.key])
  const number = (name: string) => ({ onChange: type(name), error: error(name) })
  const mayHaveOther = question.kind === 'single_choice' || question.kind === 'dropdown' || question.kind === 'multi_choice'
  return (
    <>
      <OptionList question={question} part="option" items={question.options} />
      <div className={classes.checks}>
        {mayHaveOther && (
          <Checkbox
            size="sm"
            label={t('other')}
            checked={question.other === true}
            onChange={(event) => set('other')(event.currentTarget.checked || undefined)}
          />
        )}
        <Checkbox
          size="sm"
          label={t('randomize')}
          checked={question.randomize === true}
          onChange={(event) => set('randomize')(event.currentTarget.checked || undefined)}
        />
      </div>
      {question.kind === 'multi_choice' && (
        <div className={classes.pair}>
          <NumberField label={t('least')} value={question.minimum} {...number('minimum')} min={0} />
          <NumberField label={t('most')} value={question.maximum} {...number('maximum')} min={1} />
        </div>
      )}
      {question.kind === 'ranking' && (
        <NumberField
          label={t('top')}
          value={question.top}
          {...number('top')}
          min={1}
          placeholder={String(question.options.length)}
        />
      )}
      {question.kind === 'constant_sum' && (
        <div className={classes.pair}>
          <NumberField label={t('total')} value={question.total} {...number('total')} min={1} isNeeded />
          <TextField label={t('unit')} value={question.unit} onChange={type('unit')} error={error('unit')} maxLength={40} />
        </div>
      )}
    </>
  )
}
