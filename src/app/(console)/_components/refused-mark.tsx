'use client'

import { Button } from '@mantine/core'
import { MailX } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { clearRefused } from '../deliveries/actions'
import classes from './refused-mark.module.css'

export type Refused = { since: string; status: string | null; reason: string }

type RefusedMarkProps = { address: string; refused: Refused; mayClear: boolean }

/** That an address takes no mail, since when and why; and, for those who may, that it is to be tried again. */
export const RefusedMark = ({ address, refused: { since, status, reason }, mayClear }: RefusedMarkProps) => {
  const t = useTranslations('refused')
  const format = useFormatter()
  const [problem, submit, isPending] = useActionState(clearRefused, null)
  return (
    <div className={classes.refused}>
      <span className={classes.head}>
        <MailX size={14} strokeWidth={1.75} aria-hidden />
        {t('since', { at: format.dateTime(new Date(since), { dateStyle: 'medium' }) })}
      </span>
      <span className={classes.reason}>{reason || (status ? t('status', { status }) : t('noReason'))}</span>
      {mayClear && (
        <form action={submit}>
          <input type="hidden" name="address" value={address} />
          <Button type="submit" size="compact-xs" variant="default" loading={isPending}>
            {t('clear')}
          </Button>
          <span role="status">{problem && t(`problem.${problem}`)}</span>
        </form>
      )}
    </div>
  )
}
