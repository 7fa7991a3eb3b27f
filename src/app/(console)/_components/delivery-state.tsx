import { Ban, Check, Clock, Mailbox, MailX, RotateCw, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import classes from './delivery-state.module.css'

const icons = { pending: Clock, sending: Clock, sent: Check, retrying: RotateCw, dead: Ban, suppressed: MailX } as const

type DeliveryStateProps = { status: string; mode: string | null /** that it left, and came back */; isBack?: boolean }

/** How far a message got; "captured" and "past" ones never left, and say so. */
export const DeliveryState = ({ status, mode, isBack = false }: DeliveryStateProps) => {
  const t = useTranslations('deliveries')
  const key = status as keyof typeof icons
  const isKept = status === 'sent' && (mode === 'captured' || mode === 'past')
  const Icon = isBack ? Undo2 : isKept ? Mailbox : (icons[key] ?? Clock)
  return (
    <span
      className={classes.state}
      data-status={isBack ? 'back' : isKept ? 'kept' : status}
      title={isKept ? t(`modeHint.${mode}`) : undefined}
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      {isBack ? t('cameBack') : isKept ? t(`mode.${mode}`) : key in icons ? t(`is.${key}`) : status}
    </span>
  )
}
