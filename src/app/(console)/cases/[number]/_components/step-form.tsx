'use client'

import { Button, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { type FormEvent, startTransition } from 'react'
import type { CaseStepType } from '@/domain/case/step'
import classes from './case-actions.module.css'
import { needsText, stepFields } from './next-step'
import type { StepChoices } from './step-choices'
import {
  CauseField,
  FixedField,
  MailField,
  MentionsField,
  OtherField,
  OwnerField,
  RecoveryField,
  ResponsesField,
} from './step-fields'

type StepFormProps = {
  type: CaseStepType
  number: number
  seen: number
  choices: StepChoices
  action: (form: FormData) => void
  isPending: boolean
  onCancel: () => void
}

/** What a step needs to be told, and nothing else. */
export const StepForm = ({ type, number, seen, choices, action, isPending, onCancel }: StepFormProps) => {
  const t = useTranslations('caseActions')
  const fields = stepFields[type]
  const isImpossible = (type === 'mail' && choices.noMail !== null) || (type === 'split' && choices.responses.length < 2)
  // A form that React submits is emptied afterwards, also where the step was refused.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    startTransition(() => action(form))
  }
  return (
    <form onSubmit={submit} className={classes.form}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="seen" value={seen} />
      {fields.includes('owner') && <OwnerField {...choices} />}
      {fields.includes('rootCause') && <CauseField {...choices} />}
      {fields.includes('fixed') && <FixedField />}
      {fields.includes('recovery') && <RecoveryField {...choices} />}
      {fields.includes('mail') && <MailField {...choices} />}
      {fields.includes('other') && <OtherField type={type} {...choices} />}
      {fields.includes('responses') && <ResponsesField {...choices} />}
      {fields.includes('text') && (
        <Textarea
          name="text"
          label={t(`text.${type as 'note'}`)}
          required={needsText(type)}
          withAsterisk={false}
          maxLength={5000}
          minRows={3}
          autosize
          autoFocus={fields[0] === 'text'}
        />
      )}
      {fields.includes('mentions') && <MentionsField {...choices} />}
      <div className={classes.formButtons}>
        {!isImpossible && (
          <Button type="submit" loading={isPending}>
            {t(`submit.${type as 'note'}`)}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
