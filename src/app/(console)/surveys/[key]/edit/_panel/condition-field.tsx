'use client'

import { Button } from '@mantine/core'
import { CornerDownRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo, useState } from 'react'
import type { Condition } from '@/domain/condition/condition'
import type { Place } from '@/domain/survey/edit/operation'
import { ConditionEditor } from '../../../../_conditions/condition-editor'
import { useFieldChoices } from '../_logic/use-field-choices'
import { ConditionSummary } from './condition-summary'
import classes from './panel.module.css'

type ConditionFieldProps = {
  label: string
  /** what is the case without a condition */
  always: string
  value: Condition | undefined
  onChange: (condition: Condition | undefined) => void
  at: Place | 'end'
  isAfterPage?: boolean
  error?: string | undefined
}

/** Logic in place: what it says in words, and under it, once opened, the editor. */
export const ConditionField = memo(({ label, always, value, onChange, at, isAfterPage = false, error }: ConditionFieldProps) => {
  const t = useTranslations('editor.logic')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className={classes.condition} data-name="showIf">
      <div className={classes.conditionHead}>
        <span className={classes.label}>{label}</span>
        <Button size="compact-xs" variant="subtle" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t('close') : value ? t('edit') : t('add')}
        </Button>
      </div>
      <p className={classes.summary}>
        <CornerDownRight size={14} strokeWidth={1.5} aria-hidden /> {value ? <ConditionSummary value={value} /> : always}
      </p>
      {error && <p className={classes.error}>{error}</p>}
      {isOpen && <Editing {...{ label, value, onChange, at, isAfterPage }} />}
    </div>
  )
})

const Editing = ({
  label,
  value,
  onChange,
  at,
  isAfterPage,
}: Required<Pick<ConditionFieldProps, 'label' | 'onChange' | 'at' | 'isAfterPage'>> & Pick<ConditionFieldProps, 'value'>) => {
  const fields = useFieldChoices(at, isAfterPage)
  return <ConditionEditor label={label} value={value} onChange={onChange} fields={fields} />
}
