import { EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import classes from './hidden-number.module.css'

/** In the place of a number of too few anonymous answers: that it is kept back, and why. Never a nought, never an error. */
export const HiddenNumber = ({ least }: { least: number }) => {
  const t = useTranslations('metrics')
  return (
    <span className={classes.hidden} title={t('hiddenHint', { least })}>
      <EyeOff size={14} strokeWidth={1.5} aria-hidden />
      <span>{t('hidden', { least })}</span>
    </span>
  )
}

/** Beside a number that leaves some anonymous answers out. */
export const Withheld = ({ least }: { least: number }) => {
  const t = useTranslations('metrics')
  return (
    <span className={classes.withheld} role="img" aria-label={t('withheld', { least })} title={t('withheld', { least })}>
      <EyeOff size={13} strokeWidth={1.5} aria-hidden />
    </span>
  )
}
