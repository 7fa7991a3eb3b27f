'use client'

import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Condition } from '@/domain/condition/condition'
import { useConditionWords } from '../_components/use-condition-words'
import type { FieldChoice } from '../_conditions/field-choice'
import classes from './filters.module.css'
import { useConditionFilter } from './use-condition-filter'

const partsOf = (condition: Condition): readonly Condition[] => ('all' in condition ? condition.all : [condition])

/** What is filtered by, a sentence each, to be taken away one by one. */
export const ConditionChips = ({ where, fields }: { where: Condition; fields: readonly FieldChoice[] }) => {
  const t = useTranslations('filters')
  const words = useConditionWords(undefined, fields)
  const { filterBy, isPending } = useConditionFilter()
  const parts = partsOf(where)
  const without = (index: number): Condition | undefined => {
    const left = parts.toSpliced(index, 1)
    return left.length > 1 ? { all: left } : left[0]
  }
  return (
    <ul className={classes.chips} aria-label={t('conditions')} data-pending={isPending || undefined}>
      {parts.map((part, index) => {
        const said = words(part)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same may be asked twice, and chips hold no state
          <li key={index} className={classes.chip}>
            <span>{said}</span>
            <button type="button" aria-label={t('removeCondition', { condition: said })} onClick={() => filterBy(without(index))}>
              <X size={14} strokeWidth={1.5} aria-hidden />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
