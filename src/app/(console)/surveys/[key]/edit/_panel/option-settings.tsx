'use client'

import { Checkbox } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Option, QuestionKind } from '@/domain/survey/definition'
import { ConditionField } from './condition-field'
import { KeyField } from './key-field'
import classes from './panel.module.css'
import { useField } from './use-field'

type OptionSettingsProps = {
  kind: QuestionKind
  isShuffled: boolean
  place: readonly ['option' | 'row' | 'column', string, string]
  item: Option
}

/** What else an option can be: alone, in its place, shown to some. */
export const OptionSettings = ({ kind, isShuffled, place, item }: OptionSettingsProps) => {
  const t = useTranslations('editor.options')
  const { set, error } = useField(place)
  return (
    <div className={classes.optionSettings}>
      {kind === 'multi_choice' && (
        <Checkbox
          size="sm"
          label={t('exclusive')}
          checked={(item as { exclusive?: boolean }).exclusive === true}
          onChange={(event) => set('exclusive')(event.currentTarget.checked || undefined)}
        />
      )}
      {isShuffled && (
        <Checkbox
          size="sm"
          label={t('anchored')}
          checked={item.anchored === true}
          onChange={(event) => set('anchored')(event.currentTarget.checked || undefined)}
        />
      )}
      <ConditionField
        label={t('showIf')}
        always={t('always')}
        value={item.showIf}
        onChange={set('showIf')}
        at={['question', place[1]]}
        error={error('showIf')}
      />
      <KeyField place={place} />
    </div>
  )
}
