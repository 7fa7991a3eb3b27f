'use client'

import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { fieldProps, NewPassword } from '../../_entrance/new-password'
import { choose } from './actions'

export const ChooseForm = ({ token, email, isInvite }: { token: string; email: string; isInvite: boolean }) => {
  const t = useTranslations('password')
  const [state, submit, isPending] = useActionState(choose, null)
  return (
    <NewPassword
      action={submit}
      isPending={isPending}
      token={token}
      hint={isInvite ? t('inviteHint', { email }) : t('chooseHint', { email })}
      problem={state ? t(state.error) : undefined}
      submit={t('submit')}
      autoFocus={!isInvite}
    >
      {/* For password managers: whose password it is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {isInvite && (
        <TextInput {...fieldProps} name="name" label={t('name')} autoComplete="name" defaultValue={state?.name ?? ''} autoFocus />
      )}
    </NewPassword>
  )
}
