'use client'

import { Button } from '@mantine/core'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Notice } from '../_store/editor-state'
import { useEditor, useEditorState } from '../_store/use-editor'
import { usePlaceWords } from './use-place-words'
import { useProblemWords } from './use-problem-words'
import classes from './workbench.module.css'

/** In ms. */
const shownFor = 6000

const useNoticeWords = () => {
  const t = useTranslations('editor.notice')
  const problemWords = useProblemWords()
  const placeWords = usePlaceWords()
  const editor = useEditor()
  return (notice: Notice): string => {
    switch (notice.about) {
      case 'broken': {
        const { draft } = editor.get().session
        const list = notice.problems.map((problem) => `${placeWords(draft, problem.place)}: ${problemWords(problem)}`)
        return t('broken', { count: list.length, list: list.join(' · ') })
      }
      case 'moved':
        return t('moved', { position: notice.position, count: notice.count })
      case 'removed':
      case 'added':
      case 'duplicated':
      case 'turned':
        return t(notice.about, { text: notice.text })
      case 'pasted':
        return t('pasted', { count: notice.count })
      default:
        return t(notice.about)
    }
  }
}

/** What an edit did, for eyes and for screen readers; what may be regretted can be undone from here. */
export const Notices = () => {
  const t = useTranslations('editor.notice')
  const editor = useEditor()
  const current = useEditorState((state) => state.notice)
  const words = useNoticeWords()
  const [seen, setSeen] = useState(0)
  const number = current?.number ?? 0
  const about = current?.notice.about
  useEffect(() => {
    if (number === 0 || about === 'broken') return
    const timer = setTimeout(() => setSeen(number), shownFor)
    return () => clearTimeout(timer)
  }, [number, about])
  const isShown = current !== undefined && number > seen
  const canUndo = about === 'removed' || about === 'turned' || about === 'broken'
  return (
    <div className={classes.notices}>
      <div role="status" aria-live="polite" className={isShown ? classes.notice : classes.unseen}>
        <span>{current && words(current.notice)}</span>
        {isShown && canUndo && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => {
              setSeen(number)
              editor.undo()
            }}
          >
            {t('undo')}
          </Button>
        )}
        {isShown && (
          <button type="button" className={classes.dismiss} aria-label={t('dismiss')} onClick={() => setSeen(number)}>
            <X size={15} strokeWidth={1.5} aria-hidden />
          </button>
        )}
      </div>
    </div>
  )
}
