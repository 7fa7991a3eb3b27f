'use client'

import { useTranslations } from 'next-intl'
import type { StepResult } from '../actions'
import classes from './case-actions.module.css'

/** What came of the last step, in a sentence: also who was faster, and with what. */
export const StepResultLine = ({ result }: { result: StepResult | null }) => {
  const t = useTranslations('caseActions')
  const say = (): string | null => {
    if (!result) return null
    if ('done' in result) return t(`done.${result.done as 'note'}`)
    if (!('by' in result)) return t(`problem.${result.problem}`)
    const name = `faster.${result.what as 'take'}` as const
    return `${t.has(name) ? t(name, { by: result.by }) : t('faster.other', { by: result.by })} ${t('fasterHint')}`
  }
  return (
    <p role="status" className={classes.result} data-problem={result && 'problem' in result ? true : undefined}>
      {say()}
    </p>
  )
}
