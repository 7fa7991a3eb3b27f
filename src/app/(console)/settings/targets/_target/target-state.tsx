import { Ban, Check, CircleSlash } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { TargetView } from '@/pipeline/design/find-targets'
import classes from './target.module.css'

/** Whether it takes messages, and if not, why. */
export const TargetState = ({ reason }: { reason: TargetView['disabledReason'] }) => {
  const t = useTranslations('targets')
  const Icon = reason === null ? Check : reason === 'hand' ? CircleSlash : Ban
  return (
    <span className={classes.state} data-off={reason ?? undefined}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {t(`state.${reason ?? 'on'}`)}
    </span>
  )
}
