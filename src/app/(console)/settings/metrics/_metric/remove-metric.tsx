'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { type MetricProblem, removeMetric } from '../actions'
import classes from './metric.module.css'
import { MetricProblems } from './metric-problems'

/** Takes a metric away, after a question. */
export const RemoveMetric = ({ metric }: { metric: string }) => {
  const t = useTranslations('metricEditor')
  const router = useRouter()
  const [isAsked, setAsked] = useState(false)
  const [isRemoving, startRemoving] = useTransition()
  const [problem, setProblem] = useState<MetricProblem>()
  const remove = () =>
    startRemoving(async () => {
      const result = await removeMetric(metric)
      if ('problem' in result) setProblem(result)
      else router.push('/settings/metrics')
    })
  return (
    <div>
      {isAsked ? (
        <div className={classes.buttons}>
          <span>{t('removeAsk')}</span>
          <Button size="xs" color="red" loading={isRemoving} onClick={remove}>
            {t('remove')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setAsked(false)}>
            {t('keep')}
          </Button>
        </div>
      ) : (
        <Button variant="subtle" color="gray" onClick={() => setAsked(true)}>
          {t('remove')}
        </Button>
      )}
      <div role="status">{problem && <MetricProblems problem={problem} />}</div>
    </div>
  )
}
