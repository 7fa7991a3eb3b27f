'use client'

import { useTranslations } from 'next-intl'
import classes from './people.module.css'
import type { Said as Words } from './use-member-action'

/** What came of the last change, in a sentence. */
export const Said = ({ said }: { said: Words | null }) => {
  const t = useTranslations('people')
  return (
    <p role="status" className={classes.said} data-problem={said && 'problem' in said ? true : undefined}>
      {said && ('problem' in said ? t(`problem.${said.problem}`) : said.done)}
      {said && 'problem' in said && said.detail && <span lang="en"> ({said.detail})</span>}
    </p>
  )
}
