'use client'

import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { fieldProps, NewPassword } from '../_entrance/new-password'
import { setUp } from './actions'

export const SetUpForm = ({ token }: { token: string }) => {
  const t = useTranslations('setUp')
  const [state, submit, isPending] = useActionState(setUp, null)
  return (
    <NewPassword
      action={submit}
      isPending={isPending}
      token={token}
      hint={t('hint')}
      problem={state ? t(state.error) : undefined}
      submit={t('submit')}
    >
      <TextInput {...fieldProps} name="name" label={t('name')} autoComplete="name" defaultValue={state?.name ?? ''} autoFocus />
      <TextInput
        {...fieldProps}
        name="email"
        type="email"
        label={t('email')}
        autoComplete="username"
        defaultValue={state?.email ?? ''}
      />
    </NewPassword>
  )
}
