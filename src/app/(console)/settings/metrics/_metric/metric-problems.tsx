'use client'

import { useTranslations } from 'next-intl'
import type { MetricProblem } from '../actions'
import classes from './metric.module.css'

/** Why a metric isn't saved, and where. */
export const MetricProblems = ({ problem: { problem, issues } }: { problem: MetricProblem }) => {
  const t = useTranslations('metricEditor')
  return (
    <>
      <p className={classes.problem}>{t(`problem.${problem}`)}</p>
      {issues && problem === 'refused' && (
        <ul>
          {issues.map(({ path, message }) => (
            <li key={`${path}${message}`}>
              {path && <code>{path}</code>} {message}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
