'use client'

import { ActionIcon, NativeSelect, TextInput } from '@mantine/core'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Leaf, Operator } from '@/domain/condition/condition'
import { ConditionValueInput } from './condition-value-input'
import classes from './conditions.module.css'
import { choiceOf, type FieldChoice, needsValue, operatorsFor, withField, withOperator, withValue } from './field-choice'

type ConditionLineProps = {
  leaf: Leaf
  number: number
  fields: readonly FieldChoice[]
  onChange: (leaf: Leaf) => void
  onRemove: () => void
}

const grouped = (fields: readonly FieldChoice[]) =>
  [...new Set(fields.map(({ group }) => group))].map((group) => ({
    group,
    items: fields.filter((choice) => choice.group === group).map(({ field, label }) => ({ value: field, label })),
  }))

/** `field`, operator, value. */
export const ConditionLine = ({ leaf, number, fields, onChange, onRemove }: ConditionLineProps) => {
  const t = useTranslations('conditionEditor')
  const known = choiceOf(fields, leaf.field)
  const choice: FieldChoice = known ?? { field: leaf.field, label: leaf.field, group: '', type: 'text' }
  const isNamed = choice.field.endsWith('.')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend of its own for each line
    <div role="group" aria-label={t('line', { number })} className={classes.line}>
      <NativeSelect
        size="sm"
        className={classes.field}
        aria-label={t('field')}
        value={choice.field}
        onChange={(event) => {
          const next = choiceOf(fields, event.currentTarget.value)
          if (next) onChange(withField(leaf, next))
        }}
        data={[...(known ? [] : [{ value: leaf.field, label: leaf.field }]), ...grouped(fields)]}
      />
      {isNamed && (
        <TextInput
          size="sm"
          className={classes.name}
          aria-label={t('name')}
          placeholder={t('name')}
          maxLength={64}
          value={leaf.field.slice(choice.field.length)}
          onChange={(event) => onChange({ ...leaf, field: choice.field + event.currentTarget.value.trim() })}
        />
      )}
      <NativeSelect
        size="sm"
        className={classes.operator}
        aria-label={t('operator')}
        value={leaf.op}
        onChange={(event) => onChange(withOperator(leaf, event.currentTarget.value as Operator))}
        data={operatorsFor(choice.type, leaf.op).map((op) => ({
          value: op,
          label: t(`op.${op}`),
        }))}
      />
      {needsValue(leaf.op) && (
        <ConditionValueInput choice={choice} leaf={leaf} onChange={(value) => onChange(withValue(leaf, value))} />
      )}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={classes.remove}
        aria-label={t('remove', { number })}
        onClick={onRemove}
      >
        <X size={16} strokeWidth={1.5} />
      </ActionIcon>
    </div>
  )
}
