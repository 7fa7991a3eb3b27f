'use client'

import { Button, PasswordInput, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import classes from '../_entrance/entrance.module.css'
import { signIn } from './actions'

/** A plain form with a server action: it works before its script has loaded, with Enter and with password managers. */
export const SignInForm = ({ next }: { next: string }) => {
  const t = useTranslations('signIn')
  const [state, submit, isPending] = useActionState(signIn, null)
  return (
    <form action={submit} className={classes.form}>
      {state && (
        <p role="alert" className={classes.problem}>
          {state.error === 'too_many_attempts' ? t('too_many_attempts', { minutes: state.minutes }) : t(state.error)}
        </p>
      )}
      <input type="hidden" name="next" value={next} />
      <TextInput
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        inputMode="email"
        defaultValue={state?.email ?? ''}
        required
        withAsterisk={false}
        autoFocus
        size="md"
      />
      <PasswordInput
        name="password"
        label={t('password')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        size="md"
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      />
      <Button type="submit" size="md" loading={isPending} mt={4}>
        {t('submit')}
      </Button>
      <Link prefetch={false} href="/password/forgot">
        {t('forgot')}
      </Link>
    </form>
  )
}
