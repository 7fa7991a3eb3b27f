'use client'

import { CornerDownRight, GripVertical } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { localize } from '@/domain/localized'
import type { Question } from '@/domain/survey/definition'
import { hasProblem } from '../_store/problems-at'
import { useEditor, useEditorState } from '../_store/use-editor'
import { KindIcon } from './kind-icon'
import classes from './outline.module.css'

type QuestionRowProps = { question: Question; locale: string; reader: string; isSelected: boolean }

export const QuestionRow = memo(({ question, locale, reader, isSelected }: QuestionRowProps) => {
  const t = useTranslations('editor.outline')
  const kinds = useTranslations('survey.kind')
  const editor = useEditor()
  const { key, kind } = question
  const isFaulty = useEditorState(({ problems }) => hasProblem(problems, 'question', key))
  const text = localize(question.text, locale, reader)
  return (
    <div
      role="treeitem"
      aria-level={2}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      className={`${classes.row} ${classes.question}`}
      data-place={`question:${key}`}
      onClick={() => editor.select(['question', key])}
      onDoubleClick={() => editor.open(['question', key])}
      onKeyDown={() => undefined}
    >
      <span className={classes.grip} data-grip aria-hidden>
        <GripVertical size={14} strokeWidth={1.5} />
      </span>
      <KindIcon kind={kind} label={kinds(kind)} />
      <span className={classes.text} data-untitled={text === '' || undefined}>
        {text || t('untitled', { kind: kinds(kind) })}
        {question.required && (
          <span aria-label={t('required')} role="img" className={classes.required}>
            {' '}
            *
          </span>
        )}
      </span>
      {question.showIf && (
        <CornerDownRight size={14} strokeWidth={1.5} role="img" aria-label={t('hasLogic')} className={classes.sign} />
      )}
      {isFaulty && <span className={classes.problem} role="img" aria-label={t('hasProblem')} />}
    </div>
  )
})
