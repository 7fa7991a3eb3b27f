'use client'

import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { roles } from '@/domain/vocabulary'
import { locales } from '@/i18n/locales'
import type { MemberRow } from '@/pipeline/design/find-people'
import classes from '../_components/people.module.css'

type Given = { email: string; name: string; role: string; locale: string; alertsPerDay: number | null }

type MemberFormProps = {
  /** undefined to invite somebody */
  member?: MemberRow
  isPending: boolean
  onSave: (given: Given) => void
  onCancel: () => void
}

/** Who somebody is and what they may do. An invited person gives their own name. */
export const MemberForm = ({ member, isPending, onSave, onCancel }: MemberFormProps) => {
  const t = useTranslations('people')
  const roleNames = useTranslations('roles')
  const locale = useLocale()
  const [given, setGiven] = useState<Given>({
    email: member?.email ?? '',
    name: member?.name ?? '',
    role: member?.role ?? 'owner',
    locale,
    alertsPerDay: member?.alertsPerDay ?? null,
  })
  const role = roles.find((one) => one === given.role)
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(given)
      }}
    >
      {member ? (
        <TextInput
          label={t('column.name')}
          value={given.name}
          onChange={(event) => setGiven({ ...given, name: event.currentTarget.value })}
          required
          withAsterisk={false}
          maxLength={200}
          data-autofocus
        />
      ) : (
        <TextInput
          label={t('column.email')}
          type="email"
          value={given.email}
          onChange={(event) => setGiven({ ...given, email: event.currentTarget.value })}
          required
          withAsterisk={false}
          data-autofocus
        />
      )}
      <NativeSelect
        label={t('column.role')}
        value={given.role}
        onChange={(event) => setGiven({ ...given, role: event.currentTarget.value })}
        data={roles.map((value) => ({ value, label: roleNames(value) }))}
        {...(role ? { description: t(`may.${role}`) } : {})}
      />
      {member && (
        <NumberInput
          label={t('alertsPerDay')}
          description={t('alertsPerDayHint')}
          placeholder={t('hoursOfOrganization')}
          value={given.alertsPerDay ?? ''}
          min={1}
          max={1000}
          allowDecimal={false}
          onChange={(value) => setGiven({ ...given, alertsPerDay: typeof value === 'number' ? value : null })}
        />
      )}
      {!member && (
        <NativeSelect
          label={t('language')}
          value={given.locale}
          onChange={(event) => setGiven({ ...given, locale: event.currentTarget.value })}
          data={Object.entries(locales).map(([value, label]) => ({ value, label }))}
        />
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={isPending}>
          {member ? t('save') : t('sendInvite')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
