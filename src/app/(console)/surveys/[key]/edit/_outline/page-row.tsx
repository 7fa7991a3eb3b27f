'use client'

import { CornerDownRight, GripVertical } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { memo } from 'react'
import { localize } from '@/domain/localized'
import type { KeyedPage } from '@/domain/survey/edit/operation'
import { hasProblem } from '../_store/problems-at'
import { useEditor, useEditorState } from '../_store/use-editor'
import classes from './outline.module.css'
import { QuestionRow } from './question-row'

type PageRowProps = { page: KeyedPage; number: number; isSelected: boolean; selectedQuestion: string | undefined }

/** A page with its questions under it. */
export const PageRow = memo(({ page, number, isSelected, selectedQuestion }: PageRowProps) => {
  const t = useTranslations('editor.outline')
  const editor = useEditor()
  const locale = useEditorState((state) => state.locale)
  const reader = useLocale()
  const isFaulty = useEditorState(({ problems }) => hasProblem(problems, 'page', page.key))
  const title = localize(page.title, locale, reader)
  const hasLogic = page.showIf !== undefined || (page.jumps?.length ?? 0) > 0
  return (
    <>
      <div
        role="treeitem"
        aria-level={1}
        aria-expanded
        aria-selected={isSelected}
        tabIndex={isSelected ? 0 : -1}
        className={`${classes.row} ${classes.page}`}
        data-place={`page:${page.key}`}
        onClick={() => editor.select(['page', page.key])}
        onDoubleClick={() => editor.open(['page', page.key])}
        onKeyDown={() => undefined}
      >
        <span className={classes.grip} data-grip aria-hidden>
          <GripVertical size={14} strokeWidth={1.5} />
        </span>
        <span className={classes.text}>
          {t('page', { number })}
          {title && <span className={classes.title}> {title}</span>}
          {page.questions.length === 0 && <span className={classes.title}> {t('empty')}</span>}
        </span>
        {hasLogic && (
          <CornerDownRight size={14} strokeWidth={1.5} role="img" aria-label={t('hasLogic')} className={classes.sign} />
        )}
        {isFaulty && <span className={classes.problem} role="img" aria-label={t('hasProblem')} />}
      </div>
      {page.questions.map((question) => (
        <QuestionRow
          key={question.key}
          question={question}
          locale={locale}
          reader={reader}
          isSelected={selectedQuestion === question.key}
        />
      ))}
    </>
  )
})
