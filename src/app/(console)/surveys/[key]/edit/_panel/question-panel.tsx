'use client'

import { ActionIcon, Checkbox } from '@mantine/core'
import { Copy, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import type { Question } from '@/domain/survey/definition'
import { pageOf } from '@/domain/survey/edit/places'
import { useCommands } from '../_outline/use-commands'
import { useAt, useEditorState } from '../_store/use-editor'
import { ChangeKind } from './change-kind'
import { ClashNotice } from './clash-notice'
import { ConditionField } from './condition-field'
import { KeyField } from './key-field'
import { KindSettings } from './kind-settings'
import { MeaningFields } from './meaning-fields'
import classes from './panel.module.css'
import { TextField } from './text-field'
import { useField } from './use-field'
import { useKeyFromText } from './use-key-from-text'

/** Everything about one question. */
export const QuestionPanel = ({ questionKey }: { questionKey: string }) => {
  const t = useTranslations('editor.panel')
  const place = useMemo(() => ['question', questionKey] as const, [questionKey])
  const question = useAt<Question>(place)
  const isShuffled = useEditorState(({ session }) => pageOf(session.draft, questionKey)?.randomize === true)
  const { set, type, error } = useField(place)
  const nameKey = useKeyFromText(place)
  const commands = useCommands()
  const write = type('text')
  const writeText = useCallback((text: unknown) => write(text ?? ''), [write])
  if (!question) return null
  return (
    <>
      <header className={classes.head}>
        <ChangeKind question={question} />
        <ActionIcon variant="subtle" color="gray" aria-label={t('duplicate')} onClick={() => commands.duplicate(place)}>
          <Copy size={16} strokeWidth={1.5} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('remove')} onClick={() => commands.remove(place)}>
          <Trash2 size={16} strokeWidth={1.5} />
        </ActionIcon>
      </header>
      <ClashNotice questionKey={questionKey} />
      <TextField
        label={t('text')}
        name="text"
        size="md"
        value={question.text}
        onChange={writeText}
        onBlur={nameKey}
        error={error('text')}
      />
      <TextField label={t('hint')} name="hint" value={question.hint} onChange={type('hint')} error={error('hint')} />
      {question.kind !== 'statement' && (
        <Checkbox
          size="sm"
          label={t('required')}
          checked={question.required === true}
          onChange={(event) => set('required')(event.currentTarget.checked || undefined)}
          error={error('required')}
        />
      )}
      <KindSettings question={question} />
      <section className={classes.section} aria-label={t('logic')}>
        <ConditionField
          label={t('showIf')}
          always={t('always')}
          value={question.showIf}
          onChange={set('showIf')}
          at={place}
          error={error('showIf')}
        />
        {isShuffled && (
          <Checkbox
            size="sm"
            label={t('anchored')}
            checked={question.anchored === true}
            onChange={(event) => set('anchored')(event.currentTarget.checked || undefined)}
          />
        )}
      </section>
      <section className={classes.section} aria-label={t('meaning')}>
        {question.kind !== 'statement' && (
          <MeaningFields questionKey={questionKey} role={question.role} dimension={question.dimension} module={question.module} />
        )}
        <KeyField place={place} />
      </section>
    </>
  )
}
