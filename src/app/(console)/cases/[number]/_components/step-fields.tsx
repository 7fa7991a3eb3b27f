'use client'

import { Checkbox, MultiSelect, NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { CaseStepType } from '@/domain/case/step'
import classes from './case-actions.module.css'
import type { StepChoices } from './step-choices'

export const OwnerField = ({ owner, owners }: Pick<StepChoices, 'owner' | 'owners'>) => {
  const t = useTranslations('caseActions')
  const groups = [
    { group: t('members'), items: owners.filter(({ isTeam }) => !isTeam).map(({ value, label }) => ({ value, label })) },
    { group: t('teams'), items: owners.filter(({ isTeam }) => isTeam).map(({ value, label }) => ({ value, label })) },
  ].filter(({ items }) => items.length > 0)
  return <NativeSelect name="owner" label={t('owner')} defaultValue={owner} data={groups} required withAsterisk={false} />
}

export const CauseField = ({ causes }: Pick<StepChoices, 'causes'>) => {
  const t = useTranslations('caseActions')
  return (
    <NativeSelect
      name="rootCause"
      label={t('rootCause')}
      required
      withAsterisk={false}
      defaultValue=""
      data={[{ value: '', label: t('choose'), disabled: true }, ...causes]}
    />
  )
}

export const FixedField = () => {
  const t = useTranslations('caseActions')
  return (
    <fieldset className={classes.choice}>
      <legend>{t('isFixed')}</legend>
      <label>
        <input type="radio" name="fixed" value="yes" required /> {t('fixedYes')}
      </label>
      <label>
        <input type="radio" name="fixed" value="no" /> {t('fixedNo')}
      </label>
    </fieldset>
  )
}

/** Colleagues who get the note by mail. */
export const MentionsField = ({ owners }: Pick<StepChoices, 'owners'>) => {
  const t = useTranslations('caseActions')
  const [chosen, setChosen] = useState<string[]>([])
  return (
    <>
      <MultiSelect
        label={t('mentions')}
        description={t('mentionsHint')}
        data={owners.filter(({ isTeam }) => !isTeam).map(({ value, label }) => ({ value, label }))}
        value={chosen}
        onChange={setChosen}
        maxValues={20}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('cancel') }}
      />
      {chosen.map((email) => (
        <input key={email} type="hidden" name="mentions" value={email} />
      ))}
    </>
  )
}

/** What was done for the customer and what it cost; the usual cost stands there already. */
export const RecoveryField = ({ recoveries }: Pick<StepChoices, 'recoveries'>) => {
  const t = useTranslations('caseActions')
  const usual = (key: string | undefined) => recoveries.find(({ value }) => value === key)
  const [action, setAction] = useState(recoveries[0]?.value)
  const [amount, setAmount] = useState<number | string>(
    (usual(action)?.amountCents ?? '') === '' ? '' : Number(usual(action)?.amountCents) / 100,
  )
  const [currency, setCurrency] = useState(usual(action)?.currency ?? 'CNY')
  const choose = (key: string) => {
    setAction(key)
    const known = usual(key)
    setAmount(known?.amountCents == null ? '' : known.amountCents / 100)
    if (known?.currency) setCurrency(known.currency)
  }
  return (
    <>
      <NativeSelect
        name="action"
        label={t('recovery')}
        data={recoveries.map(({ value, label }) => ({ value, label }))}
        value={action ?? ''}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <div className={classes.pair}>
        <NumberInput
          label={t('cost')}
          name="amount"
          min={0}
          max={10_000_000}
          decimalScale={2}
          hideControls
          value={amount}
          onChange={setAmount}
        />
        <TextInput
          label={t('currency')}
          name="currency"
          maxLength={3}
          pattern="[A-Za-z]{3}"
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
        />
      </div>
    </>
  )
}

/** A mail to the customer, from a template or from nothing; it leaves as it stands here. */
export const MailField = ({ mails, noMail }: Pick<StepChoices, 'mails' | 'noMail'>) => {
  const t = useTranslations('caseActions')
  const [subject, setSubject] = useState(mails[0]?.subject ?? '')
  const [text, setText] = useState(mails[0]?.text ?? '')
  if (noMail) return <p>{t(`noMail.${noMail}`)}</p>
  const choose = (key: string) => {
    const template = mails.find(({ value }) => value === key)
    setSubject(template?.subject ?? '')
    setText(template?.text ?? '')
  }
  return (
    <>
      <NativeSelect
        label={t('template')}
        data={[...mails.map(({ value, label }) => ({ value, label })), { value: '', label: t('noTemplate') }]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <TextInput
        name="subject"
        label={t('subject')}
        required
        withAsterisk={false}
        maxLength={200}
        value={subject}
        onChange={(event) => setSubject(event.currentTarget.value)}
      />
      <Textarea
        name="text"
        label={t('text.mail')}
        required
        withAsterisk={false}
        maxLength={5000}
        minRows={6}
        autosize
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </>
  )
}

/** Another case: one of those that have to do with this one, or any by its number. */
export const OtherField = ({ type, others, linked }: Pick<StepChoices, 'others' | 'linked'> & { type: CaseStepType }) => {
  const t = useTranslations('caseActions')
  const known = type === 'unlink' ? linked : [...linked, ...others]
  const [number, setNumber] = useState(known[0]?.value ?? '')
  return (
    <>
      {known.length > 0 && (
        <NativeSelect
          label={t('related')}
          data={[...known, ...(type === 'unlink' ? [] : [{ value: '', label: t('anyCase') }])]}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
      )}
      <TextInput
        name="other"
        label={t(`other.${type as 'link'}`)}
        inputMode="numeric"
        pattern="[0-9]{1,9}"
        required
        withAsterisk={false}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
    </>
  )
}

/** The answers that become a case of their own. */
export const ResponsesField = ({ responses }: Pick<StepChoices, 'responses'>) => {
  const t = useTranslations('caseActions')
  if (responses.length < 2) return <p>{t('oneResponse')}</p>
  return (
    <fieldset className={classes.choice}>
      <legend>{t('splitOff')}</legend>
      {responses.map(({ value, label }) => (
        <Checkbox key={value} name="responses" value={value} label={label} />
      ))}
    </fieldset>
  )
}
