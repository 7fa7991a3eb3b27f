'use client'

import { Button, NativeSelect, VisuallyHidden } from '@mantine/core'
import { ListPlus, Plus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { isGroup, type Join, joins, type Outline, type OutlinePart } from '@/domain/condition/outline'
import { ConditionLine } from './condition-line'
import classes from './conditions.module.css'
import { type FieldChoice, newLine } from './field-choice'

/** Deeper groups can be written in a file, and are shown and edited here, but nobody is led to make them. */
const deepest = 3

type ConditionGroupProps = {
  outline: Outline
  onChange: (outline: Outline) => void
  onRemove?: () => void
  fields: readonly FieldChoice[]
  label: string
  depth?: number
}

export const ConditionGroup = ({ outline, onChange, onRemove, fields, label, depth = 1 }: ConditionGroupProps) => {
  const t = useTranslations('conditionEditor')
  const add = useRef<HTMLButtonElement>(null)
  const { join, parts } = outline
  const replace = (index: number, part: OutlinePart) => onChange({ join, parts: parts.with(index, part) })
  const remove = (index: number) => {
    onChange({ join, parts: parts.toSpliced(index, 1) })
    add.current?.focus()
  }
  const append = (part: OutlinePart) => onChange({ join, parts: [...parts, part] })
  const [first] = fields
  return (
    <fieldset className={classes.group} data-depth={depth}>
      <VisuallyHidden component="legend">{label}</VisuallyHidden>
      {(parts.length > 1 || depth > 1 || join === 'none' || join === 'not_all') && (
        <div className={classes.join}>
          <NativeSelect
            size="xs"
            aria-label={t('join', { label })}
            value={join}
            onChange={(event) => onChange({ join: event.currentTarget.value as Join, parts })}
            data={joins.map((value) => ({ value, label: t(`joins.${value}`) }))}
          />
          {onRemove && (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              leftSection={<X size={14} strokeWidth={1.5} />}
              onClick={onRemove}
            >
              {t('removeGroup')}
            </Button>
          )}
        </div>
      )}
      {parts.map((part, index) =>
        isGroup(part) ? (
          <ConditionGroup
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place, and hold no state
            key={index}
            outline={part}
            onChange={(next) => replace(index, next)}
            onRemove={() => remove(index)}
            fields={fields}
            label={t('group', { number: index + 1 })}
            depth={depth + 1}
          />
        ) : (
          <ConditionLine
            // biome-ignore lint/suspicious/noArrayIndexKey: as above
            key={index}
            leaf={part}
            number={index + 1}
            fields={fields}
            onChange={(leaf) => replace(index, leaf)}
            onRemove={() => remove(index)}
          />
        ),
      )}
      {first && (
        <div className={classes.add}>
          <Button
            ref={add}
            size="compact-sm"
            variant="subtle"
            leftSection={<Plus size={15} strokeWidth={1.5} />}
            onClick={() => append(newLine(first))}
          >
            {t('add')}
          </Button>
          {depth < deepest && parts.length > 0 && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              leftSection={<ListPlus size={15} strokeWidth={1.5} />}
              onClick={() => append({ join: join === 'any' ? 'all' : 'any', parts: [newLine(first)] })}
            >
              {t('addGroup')}
            </Button>
          )}
        </div>
      )}
    </fieldset>
  )
}
