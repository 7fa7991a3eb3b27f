'use client'

import { Settings2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { pagesOf } from '@/domain/survey/edit/places'
import { useEditor, useEditorState } from '../_store/use-editor'
import { AddPage } from './add-page'
import { AddQuestion } from './add-question'
import classes from './outline.module.css'
import { PageRow } from './page-row'
import { useDrag } from './use-drag'
import { useOutlineKeys } from './use-outline-keys'

/** Pages and questions as a tree: one place in the tab order, arrows within. */
export const Outline = () => {
  const t = useTranslations('editor.outline')
  const editor = useEditor()
  const pages = useEditorState(({ session }) => pagesOf(session.draft))
  const selection = useEditorState((state) => state.selection)
  const outlined = useEditorState((state) => state.outlined)
  const tree = useRef<HTMLDivElement>(null)
  const onKeyDown = useOutlineKeys(tree)
  const drag = useDrag(tree)
  useEffect(() => {
    if (outlined > 0) tree.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus()
  }, [outlined])
  const followed = useEditorState((state) => state.followed)
  useEffect(() => {
    if (followed === 0) return
    // A row that got another key is another row: the focus that was on the old one would be nowhere.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body)
        tree.current?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [followed])
  const [kind, key] = selection
  const selected = kind === undefined || kind === 'quota' ? 'survey' : kind === 'page' ? `page:${key}` : `question:${key}`
  return (
    <nav className={classes.outline} aria-label={t('title')}>
      <div
        ref={tree}
        role="tree"
        aria-label={t('tree')}
        className={classes.tree}
        onKeyDown={onKeyDown}
        onPointerDown={drag.onPointerDown}
        data-dragging={drag.isDragging || undefined}
      >
        <div
          role="treeitem"
          aria-level={1}
          aria-selected={selected === 'survey'}
          tabIndex={selected === 'survey' ? 0 : -1}
          className={classes.row}
          data-place="survey"
          onClick={() => editor.select([])}
          onDoubleClick={() => editor.open([])}
          onKeyDown={() => undefined}
        >
          <Settings2 size={15} strokeWidth={1.5} aria-hidden />
          <span className={classes.text}>{t('survey')}</span>
        </div>
        {pages.map((page, index) => (
          <PageRow
            key={page.key}
            page={page}
            number={index + 1}
            isSelected={selected === `page:${page.key}`}
            selectedQuestion={page.questions.some((question) => selected === `question:${question.key}`) ? key : undefined}
          />
        ))}
      </div>
      <div className={classes.adds}>
        <AddQuestion />
        <AddPage />
      </div>
      <p className={classes.keys}>{t('keys')}</p>
    </nav>
  )
}
