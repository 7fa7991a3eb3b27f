'use client'

import { useTranslations } from 'next-intl'
import type { RuleProblem } from '../actions'
import classes from './rule.module.css'

/** Why a rule isn't saved, and where. */
export const RuleProblems = ({ problem: { problem, issues } }: { problem: RuleProblem }) => {
  const t = useTranslations('ruleEditor')
  return (
    <>
      <p className={classes.problem}>{t(`problem.${problem}`)}</p>
      {issues && (
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
