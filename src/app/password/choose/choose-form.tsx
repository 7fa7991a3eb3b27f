'use client'

import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import classes from '../../_entrance/entrance.module.css'
import { choose } from './actions'

const common = { required: true, withAsterisk: false, size: 'md' } as const

export const ChooseForm = ({ token, email, isInvite }: { token: string; email: string; isInvite: boolean }) => {
  const t = useTranslations('password')
  const [state, submit, isPending] = useActionState(choose, null)
  const toggle = { 'aria-label': t('showPassword') }
  return (
    <form action={submit} className={classes.form}>
      <p className={classes.hint}>{isInvite ? t('inviteHint', { email }) : t('chooseHint', { email })}</p>
      {state && (
        <p role="alert" className={classes.problem}>
          {t(state.error)}
        </p>
      )}
      <input type="hidden" name="token" value={token} />
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {isInvite && (
        <TextInput {...common} name="name" label={t('name')} autoComplete="name" defaultValue={state?.name ?? ''} autoFocus />
      )}
      <PasswordInput
        {...common}
        name="password"
        label={t('password')}
        description={t('rule')}
        autoComplete="new-password"
        minLength={10}
        autoFocus={!isInvite}
        visibilityToggleButtonProps={toggle}
      />
      <PasswordInput
        {...common}
        name="again"
        label={t('again')}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
      />
      <Button type="submit" size="md" loading={isPending} mt={4}>
        {t('submit')}
      </Button>
    </form>
  )
}
