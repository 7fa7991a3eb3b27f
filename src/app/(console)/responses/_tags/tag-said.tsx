'use client'

import { useTranslations } from 'next-intl'
import classes from './tags.module.css'
import type { useTagging } from './use-tagging'

/** What came of a change of tags, in words, with the way back. */
export const TagSaid = ({ said, undo, isPending }: Pick<ReturnType<typeof useTagging>, 'said' | 'undo' | 'isPending'>) => {
  const t = useTranslations('tags')
  return (
    <div role="status" className={classes.said}>
      {said && 'problem' in said && <p>{t(`problem.${said.problem}`)}</p>}
      {said && 'undone' in said && <p>{t('undone', { count: said.undone })}</p>}
      {said && 'changed' in said && (
        <p>
          {t(said.kind === 'add' ? 'added' : 'removed', { name: said.name, count: said.changed })} {said.hasMore && t('hasMore')}{' '}
          {said.changeId && (
            <button type="button" disabled={isPending} onClick={() => undo(said.changeId ?? '')}>
              {t('undo')}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
