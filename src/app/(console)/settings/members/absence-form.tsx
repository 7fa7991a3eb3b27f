'use client'

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { MemberRow } from '@/pipeline/design/find-people'
import classes from '../_components/people.module.css'

type Absence = { from: string; to: string; deputy: string }

type AbsenceFormProps = {
  member: MemberRow
  others: readonly MemberRow[]
  timeZone: string
  isPending: boolean
  onSave: (absence: Absence | null) => void
  onCancel: () => void
}

/** A day as its field writes it, in the organization's time zone. */
const dayIn = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)

/** When somebody isn't there, and who gets meanwhile what they would get. */
export const AbsenceForm = ({ member, others, timeZone, isPending, onSave, onCancel }: AbsenceFormProps) => {
  const t = useTranslations('people')
  const { away } = member
  const [given, setGiven] = useState<Absence>({
    from: dayIn(away?.from ?? new Date(), timeZone),
    // It ends with the beginning of the day after its last one.
    to: dayIn(away ? new Date(away.until.getTime() - 1) : new Date(), timeZone),
    deputy: away?.deputy?.email ?? '',
  })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(given)
      }}
    >
      <p>{t('awayHint', { name: member.name })}</p>
      <TextInput
        type="date"
        label={t('awayFrom')}
        value={given.from}
        onChange={(event) => setGiven({ ...given, from: event.currentTarget.value })}
        required
        withAsterisk={false}
        data-autofocus
      />
      <TextInput
        type="date"
        label={t('awayTo')}
        value={given.to}
        min={given.from}
        onChange={(event) => setGiven({ ...given, to: event.currentTarget.value })}
        required
        withAsterisk={false}
      />
      <NativeSelect
        label={t('deputy')}
        description={t('deputyHint')}
        value={given.deputy}
        onChange={(event) => setGiven({ ...given, deputy: event.currentTarget.value })}
        data={[{ value: '', label: t('noDeputy') }, ...others.map(({ email, name }) => ({ value: email, label: name }))]}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={isPending}>
          {t('save')}
        </Button>
        {away && (
          <Button variant="default" loading={isPending} onClick={() => onSave(null)}>
            {t('back')}
          </Button>
        )}
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
