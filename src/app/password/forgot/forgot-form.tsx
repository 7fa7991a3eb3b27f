'use client'

import { Button, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import classes from '../../_entrance/entrance.module.css'
import { forgot } from './actions'

export const ForgotForm = () => {
  const t = useTranslations('password')
  const [state, submit, isPending] = useActionState(forgot, null)
  if (state?.said === 'sent')
    return (
      <div className={classes.form}>
        <p role="status">{t('sent', { email: state.email })}</p>
        <Link prefetch={false} href="/sign-in">
          {t('toSignIn')}
        </Link>
      </div>
    )
  return (
    <form action={submit} className={classes.form}>
      <p className={classes.hint}>{t('forgotHint')}</p>
      {state && (
        <p role="alert" className={classes.problem}>
          {t(state.said)}
        </p>
      )}
      <TextInput
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        defaultValue={state?.email ?? ''}
        required
        withAsterisk={false}
        autoFocus
        size="md"
      />
      <Button type="submit" size="md" loading={isPending} mt={4}>
        {t('send')}
      </Button>
      <Link prefetch={false} href="/sign-in">
        {t('toSignIn')}
      </Link>
    </form>
  )
}
