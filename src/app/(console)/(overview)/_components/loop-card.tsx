import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { formatDuration } from '@/components/format/format-duration'
import { formatMetric, formatSpread } from '@/components/format/format-metric'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import type { Loop } from '@/pipeline/analyze/get-loop-figures'
import classes from './overview.module.css'

type LoopCardProps = {
  loop: Loop
  title?: ReactNode
  /** whether the screen around it is: these numbers are everybody's all the same, and say so */
  isNarrowed: boolean
}

/** Whether the loop closes: what is open, and how fast people hear of it and answer. */
export const LoopCard = ({ loop, title, isNarrowed }: LoopCardProps) => {
  const t = useTranslations('overview')
  const locale = useLocale()
  const duration = (seconds: number | null) => (seconds === null ? null : formatDuration(seconds * 1000, locale))
  const { recovery } = loop
  return (
    <Card title={title ?? t('loop')} aside={isNarrowed && t('loopOfAll')} className={classes.headline}>
      <p className={classes.loopNumber}>
        <Link prefetch={false} href="/cases">
          <strong>{loop.open}</strong> {t('openCases', { count: loop.open })}
        </Link>
      </p>
      <p className={classes.loopDue}>
        <span>{t('dueToday', { count: loop.dueToday })}</span>
        <Link prefetch={false} href="/cases?view=overdue" data-late={loop.overdue > 0 || undefined}>
          {t('overdue', { count: loop.overdue })}
        </Link>
      </p>
      <Facts
        facts={[
          { name: t('toAlert'), value: duration(loop.toAlertSeconds) ?? '–' },
          { name: t('toAcknowledge'), value: duration(loop.toAcknowledgeSeconds) ?? '–' },
          {
            name: t('recovered'),
            value: recovery ? `${formatMetric('csat', recovery.value, locale)} ${formatSpread('csat', recovery, locale)}` : null,
          },
        ]}
      />
    </Card>
  )
}
