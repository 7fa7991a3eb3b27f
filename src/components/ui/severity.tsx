import { ChevronDown, ChevronsUp, ChevronUp, Equal, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Severity } from '@/domain/schemas'
import classes from './severity.module.css'

const icons: Record<Severity, LucideIcon> = { low: ChevronDown, medium: Equal, high: ChevronUp, critical: ChevronsUp }

export const SeverityTag = ({ severity }: { severity: Severity }) => {
  const t = useTranslations('severity')
  const Icon = icons[severity]
  return (
    <span className={classes.tag} data-severity={severity}>
      <Icon size={14} strokeWidth={2.25} aria-hidden />
      {t(severity)}
    </span>
  )
}
