'use client'

import { CloseButton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import classes from './notice-bar.module.css'
import type { Notice } from './use-edits'

type NoticeBarProps = { notice: Notice | null; onUndo: (applyId: string) => void; onClose: () => void }

/** Stands at the foot of the window until it is closed or something else was done: nobody has to hurry to take a change back. */
export const NoticeBar = ({ notice, onUndo, onClose }: NoticeBarProps) => {
  const t = useTranslations('journeyEdit')
  return (
    <div className={classes.notices} role="status">
      {notice && (
        <div className={classes.notice} data-problem={'problem' in notice || undefined}>
          {'problem' in notice ? (
            <div>
              <p>{t(`problem.${notice.problem}`)}</p>
              {notice.issues && notice.problem !== 'conflict' && (
                <ul lang="en" className={classes.issues}>
                  {notice.issues.slice(0, 5).map(({ path, message }) => (
                    <li key={`${path} ${message}`}>
                      <code>{path}</code> {message}
                    </li>
                  ))}
                </ul>
              )}
            </div>
          ) : (
            <p>{notice.done}</p>
          )}
          {'applyId' in notice && notice.applyId && (
            <button type="button" className={classes.undo} onClick={() => onUndo(notice.applyId ?? '')}>
              {t('undo')}
            </button>
          )}
          <CloseButton size="sm" aria-label={t('close')} onClick={onClose} />
        </div>
      )}
    </div>
  )
}
