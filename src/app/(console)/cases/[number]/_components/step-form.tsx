'use client'

import { Button, NativeSelect, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { rootCauses } from '@/domain/case/root-causes'
import type { CaseStepType } from '@/domain/case/step'
import type { OwnerChoice } from './case-actions'
import classes from './case-actions.module.css'
import { needsText, stepFields } from './next-step'

type StepFormProps = {
  type: CaseStepType
  number: number
  owner: string
  owners: readonly OwnerChoice[]
  action: (form: FormData) => void
  isPending: boolean
  onCancel: () => void
}

/** What a step needs to be told, and nothing else. */
export const StepForm = ({ type, number, owner, owners, action, isPending, onCancel }: StepFormProps) => {
  const t = useTranslations('caseActions')
  const fields = stepFields[type]
  const groups = [
    { group: t('members'), items: owners.filter(({ isTeam }) => !isTeam).map(({ value, label }) => ({ value, label })) },
    { group: t('teams'), items: owners.filter(({ isTeam }) => isTeam).map(({ value, label }) => ({ value, label })) },
  ].filter(({ items }) => items.length > 0)
  return (
    <form action={action} className={classes.form}>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="type" value={type} />
      {fields.includes('owner') && (
        <NativeSelect name="owner" label={t('owner')} defaultValue={owner} data={groups} required withAsterisk={false} />
      )}
      {fields.includes('rootCause') && (
        <NativeSelect
          name="rootCause"
          label={t('rootCause')}
          required
          withAsterisk={false}
          defaultValue=""
          data={[
            { value: '', label: t('choose'), disabled: true },
            ...rootCauses.map((value) => ({ value, label: t(`cause.${value}`) })),
          ]}
        />
      )}
      {fields.includes('fixed') && (
        <fieldset className={classes.choice}>
          <legend>{t('isFixed')}</legend>
          <label>
            <input type="radio" name="fixed" value="yes" required /> {t('fixedYes')}
          </label>
          <label>
            <input type="radio" name="fixed" value="no" /> {t('fixedNo')}
          </label>
        </fieldset>
      )}
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
      <div className={classes.formButtons}>
        <Button type="submit" loading={isPending}>
          {t(`submit.${type as 'note'}`)}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
