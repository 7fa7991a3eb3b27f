'use client'

import { useTranslations } from 'next-intl'
import type { CaseStep } from '@/domain/case/step'
import classes from './case-list.module.css'
import type { BulkSaying, useBulk } from './use-bulk'

type BulkSaidProps = { said: BulkSaying | undefined } & Pick<ReturnType<typeof useBulk>, 'undo' | 'isPending'>

/** What came of each case: how many changed, which didn't and why, and the way back. */
export const BulkSaid = ({ said, undo, isPending }: BulkSaidProps) => {
  const t = useTranslations('caseQueue')
  const actions = useTranslations('caseActions')
  if (!said) return <div role="status" className={classes.said} />
  if ('problem' in said)
    return (
      <div role="status" className={classes.said}>
        {actions(`problem.${said.problem}`)}
      </div>
    )
  const done = said.outcomes.filter((one) => 'undo' in one)
  const refused = said.outcomes.flatMap((one) => ('error' in one ? [one] : []))
  const back = done.flatMap(({ number, ...one }) => ('undo' in one && one.undo ? [{ number, step: one.undo as CaseStep }] : []))
  return (
    <div role="status" className={classes.said}>
      {done.length > 0 && (
        <p>
          {t(said.isUndo ? 'undone' : 'done', { count: done.length })}{' '}
          {back.length > 0 && !said.isUndo && (
            <button type="button" disabled={isPending} onClick={() => undo(back)}>
              {t('undo')}
            </button>
          )}
        </p>
      )}
      {refused.length > 0 && (
        <p>{t('refused', { count: refused.length, numbers: refused.map(({ number }) => `#${number}`).join(', ') })}</p>
      )}
    </div>
  )
}
