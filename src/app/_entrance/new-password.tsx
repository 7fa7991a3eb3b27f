'use client'

import { Button, PasswordInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import classes from './entrance.module.css'

export const fieldProps = { required: true, withAsterisk: false, size: 'md' } as const

type NewPasswordProps = {
  action: (data: FormData) => void
  isPending: boolean
  token: string
  hint: string
  problem: string | undefined
  submit: string
  /** what else is asked for, above the password */
  children: ReactNode
  autoFocus?: boolean
}

/** The form behind a link that lets somebody choose a password: the password twice, and what belongs to it. */
export const NewPassword = ({
  action,
  isPending,
  token,
  hint,
  problem,
  submit,
  children,
  autoFocus = false,
}: NewPasswordProps) => {
  const t = useTranslations('password')
  const toggle = { 'aria-label': t('showPassword') }
  const common = { ...fieldProps, autoComplete: 'new-password', visibilityToggleButtonProps: toggle }
  return (
    <form action={action} className={classes.form}>
      <p className={classes.hint}>{hint}</p>
      {problem && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
      <input type="hidden" name="token" value={token} />
      {children}
      <PasswordInput
        {...common}
        name="password"
        label={t('password')}
        description={t('rule')}
        minLength={10}
        autoFocus={autoFocus}
      />
      <PasswordInput {...common} name="again" label={t('again')} />
      <Button type="submit" size="md" loading={isPending} mt={4}>
        {submit}
      </Button>
    </form>
  )
}
