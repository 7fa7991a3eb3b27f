'use client'

import { Button, NativeSelect } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { localize } from '@/domain/localized'
import type { MemberRow, OwnerOption } from '@/pipeline/design/find-people'
import classes from '../_components/people.module.css'

type HandOverFormProps = {
  member: MemberRow
  kind: 'handOver' | 'switchOff'
  owners: readonly OwnerOption[]
  isPending: boolean
  onSave: (to: string) => void
  onCancel: () => void
}

/** To whom somebody's touchpoints and open cases go; before they are switched off, nothing is left without an owner. */
export const HandOverForm = ({ member, kind, owners, isPending, onSave, onCancel }: HandOverFormProps) => {
  const t = useTranslations('people')
  const locale = useLocale()
  const [to, setTo] = useState('')
  const { touchpoints, openCases } = member
  const hasDuties = touchpoints + openCases > 0
  const group = (isTeam: boolean) => ({
    group: isTeam ? t('teams') : t('members'),
    items: owners.filter((one) => one.isTeam === isTeam).map(({ value, name }) => ({ value, label: localize(name, locale) })),
  })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onSave(to)
      }}
    >
      <p>
        {hasDuties
          ? t(`${kind}Hint`, { name: member.name, touchpoints, cases: openCases })
          : t('switchOffPlain', { name: member.name })}
      </p>
      {hasDuties && (
        <NativeSelect
          label={t('to')}
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          required
          withAsterisk={false}
          data={[{ value: '', label: t('choose'), disabled: true }, group(false), group(true)].filter(
            (one) => !('items' in one) || one.items.length > 0,
          )}
          data-autofocus
        />
      )}
      <div className={classes.buttons}>
        <Button type="submit" loading={isPending}>
          {t(kind)}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
