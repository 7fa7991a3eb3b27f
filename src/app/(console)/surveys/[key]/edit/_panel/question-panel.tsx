'use client'

import { ActionIcon, Checkbox, NativeSelect } from '@mantine/core'
import { Copy, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { dimensions, modules } from '@/domain/experience'
import type { Question } from '@/domain/survey/definition'
import { pageOf } from '@/domain/survey/edit/places'
import { KindIcon } from '../_outline/kind-icon'
import { useCommands } from '../_outline/use-commands'
import { useAt, useEditorState } from '../_store/use-editor'
import { ConditionField } from './condition-field'
import { KeyField } from './key-field'
import { KindSettings } from './kind-settings'
import classes from './panel.module.css'
import { TextField } from './text-field'
import { useField } from './use-field'
import { useKeyFromText } from './use-key-from-text'

const roles = ['outcome', 'driver', 'reason'] as const

/** Everything about one question. */
export const QuestionPanel = ({ questionKey }: { questionKey: string }) => {
  const t = useTranslations('editor.panel')
  const kinds = useTranslations('survey.kind')
  const dimensionWords = useTranslations('dimensions')
  const moduleWords = useTranslations('editor.module')
  const roleWords = useTranslations('editor.role')
  const place = ['question', questionKey] as const
  const question = useAt<Question>(place)
  const isShuffled = useEditorState(({ session }) => pageOf(session.draft, questionKey)?.randomize === true)
  const { set, type, error } = useField(place)
  const nameKey = useKeyFromText(place)
  const commands = useCommands()
  if (!question) return null
  return (
    <>
      <header className={classes.head}>
        <KindIcon kind={question.kind} />
        <h2>{kinds(question.kind)}</h2>
        <ActionIcon variant="subtle" color="gray" aria-label={t('duplicate')} onClick={() => commands.duplicate(place)}>
          <Copy size={16} strokeWidth={1.5} />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('remove')} onClick={() => commands.remove(place)}>
          <Trash2 size={16} strokeWidth={1.5} />
        </ActionIcon>
      </header>
      {error('kind') && <p className={classes.error}>{error('kind')}</p>}
      <TextField
        label={t('text')}
        name="text"
        size="md"
        value={question.text}
        onChange={(text) => type('text')(text ?? '')}
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
          <div className={classes.triple}>
            <NativeSelect
              size="sm"
              label={t('role')}
              value={question.role ?? ''}
              onChange={(event) => set('role')(event.currentTarget.value || undefined)}
              data={[{ value: '', label: t('none') }, ...roles.map((value) => ({ value, label: roleWords(value) }))]}
            />
            <NativeSelect
              size="sm"
              label={t('dimension')}
              value={question.dimension ?? ''}
              onChange={(event) => set('dimension')(event.currentTarget.value || undefined)}
              data={[{ value: '', label: t('none') }, ...dimensions.map((value) => ({ value, label: dimensionWords(value) }))]}
            />
            <NativeSelect
              size="sm"
              label={t('module')}
              value={question.module ?? ''}
              onChange={(event) => set('module')(event.currentTarget.value || undefined)}
              data={[{ value: '', label: t('none') }, ...modules.map((value) => ({ value, label: moduleWords(value) }))]}
            />
          </div>
        )}
        <KeyField place={place} />
      </section>
    </>
  )
}
