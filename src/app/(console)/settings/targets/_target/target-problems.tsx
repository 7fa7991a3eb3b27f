'use client'

import { useTranslations } from 'next-intl'
import type { TargetProblem } from '../actions'
import classes from './target.module.css'

/** Why something wasn't done, and where. */
export const TargetProblems = ({ problem: { problem, issues } }: { problem: TargetProblem }) => {
  const t = useTranslations('targets')
  return (
    <>
      <p className={classes.problem}>{t(`problem.${problem}`)}</p>
      {issues && (
        <ul lang="en">
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
