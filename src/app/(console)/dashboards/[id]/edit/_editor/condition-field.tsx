'use client'

import { Button, Loader } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Condition } from '@/domain/condition/condition'
import { readCondition } from '@/domain/condition/read-condition'
import { writeCondition } from '@/domain/condition/write-condition'
import { useConditionWords } from '../../../../_components/use-condition-words'
import { ConditionEditor } from '../../../../_conditions/condition-editor'
import type { FieldChoice } from '../../../../_conditions/field-choice'
import { readFilterFields } from '../../../../_filters/actions'
import { isFinished } from '../../../../_filters/is-finished'
import classes from './editor.module.css'

type ConditionFieldProps = {
  where: string | undefined
  onChange: (where: string | undefined) => void
  onReady: (isReady: boolean) => void
}

/** A condition of the widget's own, in the one grammar; what can be asked is fetched when somebody begins. */
export const ConditionField = ({ where, onChange, onReady }: ConditionFieldProps) => {
  const t = useTranslations('dashboardEdit')
  const words = useTranslations('filters')
  const read = where === undefined ? null : readCondition(where)
  const [draft, setDraft] = useState<Condition | undefined>(read && 'value' in read ? read.value : undefined)
  const [fields, setFields] = useState<readonly FieldChoice[] | null | 'loading'>()
  const say = useConditionWords(undefined, Array.isArray(fields) ? fields : [])
  const open = () => {
    setFields('loading')
    void readFilterFields().then(setFields, () => setFields(null))
  }
  const change = (next: Condition | undefined) => {
    setDraft(next)
    const isReady = next === undefined || isFinished(next)
    onReady(isReady)
    if (isReady) onChange(next && writeCondition(next))
  }
  if (fields === 'loading') return <Loader size="sm" aria-label={words('loading')} />
  if (fields === null) return <p role="alert">{words('noFields')}</p>
  if (fields === undefined)
    return (
      <div>
        {draft && <p className={classes.said}>{words('onlyWhere', { condition: say(draft) })}</p>}
        <Button variant="default" size="xs" onClick={open}>
          {t(draft ? 'changeCondition' : 'addCondition')}
        </Button>
      </div>
    )
  return <ConditionEditor value={draft} onChange={change} fields={fields as FieldChoice[]} label={words('conditions')} />
}
