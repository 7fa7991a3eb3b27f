import { Ban, Check, CircleSlash, KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { TargetView } from '@/pipeline/design/find-targets'
import classes from './target.module.css'

/** Why it takes no messages; null where it does. */
export const troubleOf = ({ disabledReason, isReadable }: Pick<TargetView, 'disabledReason' | 'isReadable'>) =>
  disabledReason ?? (isReadable ? null : 'unreadable')

/** Whether it takes messages, and if not, why. */
export const TargetState = ({ reason }: { reason: ReturnType<typeof troubleOf> }) => {
  const t = useTranslations('targets')
  const Icon = reason === null ? Check : reason === 'hand' ? CircleSlash : reason === 'unreadable' ? KeyRound : Ban
  return (
    <span className={classes.state} data-off={reason ?? undefined}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {t(`state.${reason ?? 'on'}`)}
    </span>
  )
}
