'use client'

import { useState } from 'react'
import type { Condition } from '@/domain/condition/condition'
import { fromOutline, type Outline, toOutline } from '@/domain/condition/outline'
import { ConditionGroup } from './condition-group'
import type { FieldChoice } from './field-choice'

type ConditionEditorProps = {
  value: Condition | undefined
  /** Told at every change; undefined when nothing is left. A line that isn't finished has no value yet. */
  onChange: (condition: Condition | undefined) => void
  fields: readonly FieldChoice[]
  /** what the condition decides; the group's name for screen readers */
  label: string
}

/** Edits a condition of the one grammar, wherever one stands: survey logic, rules, segments, filters. */
export const ConditionEditor = ({ value, onChange, fields, label }: ConditionEditorProps) => {
  // Groups that are still empty, or hold one line, aren't in the condition: they live here until it changes from outside.
  const [draft, setDraft] = useState(() => ({ of: JSON.stringify(value), outline: toOutline(value) }))
  const given = JSON.stringify(value)
  const outline = draft.of === given ? draft.outline : toOutline(value)
  const change = (next: Outline): void => {
    const condition = fromOutline(next)
    setDraft({ of: JSON.stringify(condition), outline: next })
    onChange(condition)
  }
  return <ConditionGroup outline={outline} onChange={change} fields={fields} label={label} />
}
