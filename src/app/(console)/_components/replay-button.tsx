'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { replay } from '../deliveries/actions'
import classes from './delivery-state.module.css'

/** Has a dead message tried again; says so when it can't be. */
export const ReplayButton = ({ id }: { id: string }) => {
  const t = useTranslations('deliveryActions')
  const [problem, submit, isPending] = useActionState(replay, null)
  return (
    <form action={submit} className={classes.replay}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit" size="compact-sm" variant="default" loading={isPending}>
        {t('replay')}
      </Button>
      <span role="status">{problem && t(`problem.${problem}`)}</span>
    </form>
  )
}
