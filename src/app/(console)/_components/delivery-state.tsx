import { Ban, Check, Clock, Mailbox, RotateCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import classes from './delivery-state.module.css'

const icons = { pending: Clock, sending: Clock, sent: Check, retrying: RotateCw, dead: Ban } as const

/** How far a message got; "captured" and "past" ones never left, and say so. */
export const DeliveryState = ({ status, mode }: { status: string; mode: string | null }) => {
  const t = useTranslations('deliveries')
  const key = status as keyof typeof icons
  const isKept = status === 'sent' && (mode === 'captured' || mode === 'past')
  const Icon = isKept ? Mailbox : (icons[key] ?? Clock)
  return (
    <span className={classes.state} data-status={isKept ? 'kept' : status} title={isKept ? t(`modeHint.${mode}`) : undefined}>
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {isKept ? t(`mode.${mode}`) : key in icons ? t(`is.${key}`) : status}
    </span>
  )
}
