'use client'

import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { contactFields, fileTypes, type Question } from '@/domain/survey/definition'
import { ChoiceSettings } from './choice-settings'
import { EndsFields } from './ends-fields'
import { NumberField } from './number-field'
import { OptionList } from './option-list'
import classes from './panel.module.css'
import { SeveralField } from './several-field'
import { TextField } from './text-field'
import { useField } from './use-field'

const megabyte = 1024 * 1024

/** What stands elsewhere in the panel and not here. */
const elsewhere = ['text', 'hint', 'showIf', 'anchored', 'role', 'dimension', 'module']

const isDrawnAlike = (before: { question: Question }, after: { question: Question }): boolean => {
  const [a, b] = [before.question, after.question] as unknown as Record<string, unknown>[]
  const names = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])
  const isElsewhere = (name: string): boolean =>
    elsewhere.includes(name) || (name === 'required' && after.question.kind !== 'contact')
  return [...names].every((name) => isElsewhere(name) || a?.[name] === b?.[name])
}

/** What only this kind of question has. */
export const KindSettings = memo(({ question }: { question: Question }) => {
  const t = useTranslations('editor.settings')
  const files = useTranslations('editor.fileType')
  const contacts = useTranslations('editor.contact')
  const { set, type, error } = useField(['question', question.key])
  const number = (name: string) => ({ onChange: type(name), error: error(name) })
  switch (question.kind) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'gap':
      return <EndsFields question={question} />
    case 'rating':
      return (
        <>
          <div className={classes.pair}>
            <NumberField label={t('scale')} value={question.scale} {...number('scale')} min={3} max={10} isNeeded />
            <NativeSelect
              size="sm"
              label={t('shape')}
              value={question.shape ?? 'stars'}
              onChange={(event) => set('shape')(event.currentTarget.value === 'stars' ? undefined : event.currentTarget.value)}
              data={(['stars', 'numbers', 'smileys'] as const).map((value) => ({ value, label: t(`shapes.${value}`) }))}
            />
          </div>
          <EndsFields question={question} />
        </>
      )
    case 'slider':
      return (
        <>
          <div className={classes.triple}>
            <NumberField label={t('low')} value={question.low} {...number('low')} decimals={3} isNeeded />
            <NumberField label={t('high')} value={question.high} {...number('high')} decimals={3} isNeeded />
            <NumberField label={t('step')} value={question.step} {...number('step')} decimals={3} isNeeded />
          </div>
          <EndsFields question={question} />
        </>
      )
    case 'number':
      return (
        <>
          <div className={classes.triple}>
            <NumberField label={t('minimum')} value={question.minimum} {...number('minimum')} decimals={6} />
            <NumberField label={t('maximum')} value={question.maximum} {...number('maximum')} decimals={6} />
            <NumberField
              label={t('decimals')}
              value={question.decimals}
              {...number('decimals')}
              min={0}
              max={6}
              placeholder="0"
            />
          </div>
          <TextField label={t('unit')} value={question.unit} onChange={type('unit')} error={error('unit')} maxLength={40} />
        </>
      )
    case 'matrix':
      return (
        <>
          <OptionList question={question} part="row" items={question.rows} />
          <OptionList question={question} part="column" items={question.columns} />
          <Checkbox
            size="sm"
            label={t('randomizeRows')}
            checked={question.randomize === true}
            onChange={(event) => set('randomize')(event.currentTarget.checked || undefined)}
          />
        </>
      )
    case 'single_choice':
    case 'dropdown':
    case 'multi_choice':
    case 'image_choice':
    case 'ranking':
    case 'constant_sum':
      return <ChoiceSettings question={question} />
    case 'text':
      return (
        <>
          <Checkbox
            size="sm"
            label={t('long')}
            checked={question.long === true}
            onChange={(event) => set('long')(event.currentTarget.checked || undefined)}
          />
          <div className={classes.pair}>
            <NumberField label={t('minLength')} value={question.minLength} {...number('minLength')} min={1} />
            <NumberField
              label={t('maxLength')}
              value={question.maxLength}
              {...number('maxLength')}
              min={1}
              placeholder={question.long ? '5000' : '500'}
            />
          </div>
        </>
      )
    case 'date':
      return (
        <div className={classes.pair}>
          {(['earliest', 'latest'] as const).map((name) => (
            <TextInput
              key={name}
              type="date"
              size="sm"
              label={t(name)}
              value={question[name] ?? ''}
              onChange={(event) => set(name)(event.currentTarget.value || undefined)}
              error={error(name)}
            />
          ))}
        </div>
      )
    case 'contact':
      return (
        <>
          <SeveralField
            label={t('fields')}
            all={contactFields}
            chosen={question.fields}
            say={contacts}
            onChange={set('fields')}
            error={error('fields')}
          />
          {question.required && (
            <SeveralField
              label={t('needed')}
              all={question.fields}
              chosen={question.needed ?? question.fields}
              say={contacts}
              onChange={(needed) => set('needed')(needed.length === question.fields.length ? undefined : needed)}
              error={error('needed')}
            />
          )}
        </>
      )
    case 'consent':
      return (
        <TextInput
          size="sm"
          label={t('link')}
          description={t('linkHint')}
          placeholder="https://"
          value={question.link ?? ''}
          onChange={(event) => type('link')(event.currentTarget.value || undefined)}
          error={error('link')}
        />
      )
    case 'file':
      return (
        <>
          <div className={classes.pair}>
            <NumberField label={t('files')} value={question.maximum} {...number('maximum')} min={1} max={10} isNeeded />
            <NumberField
              label={t('megabytes')}
              value={Math.round((question.maxBytes / megabyte) * 100) / 100}
              onChange={(size) => size !== undefined && type('maxBytes')(Math.round(size * megabyte))}
              error={error('maxBytes')}
              decimals={2}
              min={0.01}
              max={25}
              isNeeded
            />
          </div>
          <SeveralField
            label={t('types')}
            all={fileTypes}
            chosen={question.types}
            say={files}
            onChange={set('types')}
            error={error('types')}
          />
        </>
      )
    case 'statement':
      return null
  }
}, isDrawnAlike)
