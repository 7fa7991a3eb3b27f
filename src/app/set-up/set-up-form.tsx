'use client'

import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import classes from '../_entrance/entrance.module.css'
import { setUp } from './actions'

const common = { required: true, withAsterisk: false, size: 'md' } as const

export const SetUpForm = ({ token }: { token: string }) => {
  const t = useTranslations('setUp')
  const [state, submit, isPending] = useActionState(setUp, null)
  const toggle = { 'aria-label': t('showPassword') }
  return (
    <form action={submit} className={classes.form}>
      <p className={classes.hint}>{t('hint')}</p>
      {state && (
        <p role="alert" className={classes.problem}>
          {t(state.error)}
        </p>
      )}
      <input type="hidden" name="token" value={token} />
      <TextInput {...common} name="name" label={t('name')} autoComplete="name" defaultValue={state?.name ?? ''} autoFocus />
      <TextInput
        {...common}
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        defaultValue={state?.email ?? ''}
      />
      <PasswordInput
        {...common}
        name="password"
        label={t('password')}
        description={t('rule')}
        autoComplete="new-password"
        minLength={10}
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
