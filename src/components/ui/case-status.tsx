import { useTranslations } from 'next-intl'
import type { CaseStatus } from '@/domain/case/case'
import classes from './case-status.module.css'

const steps: Record<CaseStatus, number> = {
  open: 0,
  acknowledged: 1,
  in_progress: 2,
  waiting: 2,
  resolved: 3,
  verified: 4,
  closed: 4,
}

/** A case's state in a word, with a small ring that fills on the way to done. */
export const CaseStatusTag = ({ status }: { status: CaseStatus }) => {
  const t = useTranslations('caseStatus')
  return (
    <span className={classes.tag} data-status={status}>
      <svg viewBox="0 0 14 14" width="13" height="13" aria-hidden="true">
        <circle cx="7" cy="7" r="5.5" className={classes.rim} />
        <circle
          cx="7"
          cy="7"
          r="5.5"
          className={classes.done}
          pathLength="4"
          strokeDasharray={`${steps[status]} 4`}
          transform="rotate(-90 7 7)"
        />
      </svg>
      {t(status)}
    </span>
  )
}
