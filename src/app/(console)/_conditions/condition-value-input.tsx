'use client'

import { MultiSelect, NativeSelect, NumberInput, TagsInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ConditionValue, Leaf } from '@/domain/condition/condition'
import classes from './conditions.module.css'
import { type FieldChoice, isListOperator, listOf } from './field-choice'

type ConditionValueInputProps = {
  choice: FieldChoice
  leaf: Leaf
  onChange: (value: ConditionValue | undefined) => void
}

const toNumber = (text: string): string | number => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text)

/** What a field is compared with: a number, one or several of its choices, words. */
export const ConditionValueInput = ({ choice, leaf: { op, value }, onChange }: ConditionValueInputProps) => {
  const t = useTranslations('conditionEditor')
  // A line that was just added isn't called wrong before anyone could finish it.
  const [wasLeft, setWasLeft] = useState(false)
  const shared = {
    size: 'sm',
    className: classes.value,
    'aria-label': t('value'),
    placeholder: t('valueHint'),
    onBlur: () => setWasLeft(true),
  } as const
  const isMissing = value === undefined || (Array.isArray(value) && value.length === 0)
  const missing = isMissing && wasLeft ? t('valueMissing') : undefined
  const texts = listOf(value).map(String)
  const strayed = texts.filter((text) => !choice.choices?.some((one) => one.value === text))
  if (isListOperator(op) && choice.choices)
    return (
      <MultiSelect
        {...shared}
        data={[...choice.choices, ...strayed.map((text) => ({ value: text, label: text }))]}
        value={texts}
        onChange={onChange}
        {...(texts.length > 0 ? { placeholder: '' } : {})}
        error={missing}
        searchable
      />
    )
  if (isListOperator(op))
    return (
      <TagsInput
        {...shared}
        value={texts}
        onChange={(list) => onChange(choice.type === 'number' ? list.map(toNumber) : list)}
        {...(texts.length > 0 ? { placeholder: '' } : { placeholder: t('listHint') })}
        error={missing}
      />
    )
  if (choice.type === 'number')
    return (
      <NumberInput
        {...shared}
        value={typeof value === 'number' || typeof value === 'string' ? value : ''}
        onChange={(given) => onChange(given === '' ? undefined : toNumber(String(given)))}
        {...(choice.min === undefined ? {} : { min: choice.min })}
        {...(choice.max === undefined ? {} : { max: choice.max })}
        clampBehavior="none"
        error={missing}
      />
    )
  const options =
    choice.type === 'boolean' ? (['true', 'false'] as const).map((one) => ({ value: one, label: t(one) })) : choice.choices
  if (options)
    return (
      <NativeSelect
        {...shared}
        value={texts[0] ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value
          onChange(choice.type === 'boolean' ? chosen === 'true' : chosen)
        }}
        data={[
          { value: '', label: t('valueHint'), disabled: true },
          ...options,
          ...(choice.type === 'boolean' ? [] : strayed.map((text) => ({ value: text, label: text }))),
        ]}
        error={missing}
      />
    )
  return (
    <TextInput
      {...shared}
      value={texts[0] ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      maxLength={1000}
      error={missing}
    />
  )
}
