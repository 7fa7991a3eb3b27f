'use client'

import { useTranslations } from 'next-intl'
import classes from './cases.module.css'
import type { Saying } from './use-saving'

/** What came of the last change, in a sentence. */
export const SayingLine = ({ said }: { said: Saying | null }) => {
  const t = useTranslations('caseSettings')
  return (
    <p role="status" className={classes.said} data-problem={said && 'problem' in said ? true : undefined}>
      {said && ('problem' in said ? t(`problem.${said.problem}`) : said.done)}
      {said && 'problem' in said && said.detail && <span lang="en"> ({said.detail})</span>}
    </p>
  )
}
