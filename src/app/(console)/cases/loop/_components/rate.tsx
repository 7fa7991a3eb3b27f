import { useTranslations } from 'next-intl'
import { Estimate } from '@/components/ui/estimate'
import type { Rate, Suppressed } from '@/domain/case/loop'
import classes from './loop.module.css'

/** A share with its interval and n; or that there are too few to be shown. */
export const RateCell = ({ rate }: { rate: Rate | Suppressed }) => {
  const t = useTranslations('loop')
  if ('suppressed' in rate)
    return (
      <span className={classes.muted} title={t('suppressedHint')}>
        {t('suppressed')}
      </span>
    )
  if (rate.n === 0) return <span className={classes.muted}>–</span>
  const { n, value = null, low = null, high = null } = rate
  return <Estimate kind="csat" summary={{ n, value, low, high }} />
}
