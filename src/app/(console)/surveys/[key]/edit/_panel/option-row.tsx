'use client'

import { ActionIcon, TextInput } from '@mantine/core'
import { ArrowDown, ArrowUp, Settings2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, memo, useCallback, useMemo, useState } from 'react'
import type { Option, QuestionKind } from '@/domain/survey/definition'
import { moveStep, remove } from '@/domain/survey/edit/rearrange'
import { useEditor } from '../_store/use-editor'
import { OptionSettings } from './option-settings'
import classes from './panel.module.css'
import { TextField } from './text-field'
import { useField } from './use-field'
import { useKeyFromText } from './use-key-from-text'

type OptionRowProps = {
  questionKey: string
  kind: QuestionKind
  isShuffled: boolean
  part: 'option' | 'row' | 'column'
  item: Option
  index: number
  count: number
  onEnter: (index: number) => void
  /** what a clipboard of several lines brought; whether it was taken */
  onPaste: (text: string, index: number) => boolean
  onGone: (index: number) => void
}

/** One option. Enter begins the next, Alt with arrows moves it, Backspace in an empty one takes it away. */
export const OptionRow = memo((props: OptionRowProps) => {
  const { questionKey, kind, isShuffled, part, item, index, count, onEnter, onPaste, onGone } = props
  const t = useTranslations('editor.options')
  const editor = useEditor()
  const place = useMemo(() => [part, questionKey, item.key] as const, [part, questionKey, item.key])
  const { type, error } = useField(place)
  const write = type('text')
  const writeText = useCallback((text: unknown) => write(text ?? ''), [write])
  const nameKey = useKeyFromText(place)
  const [isOpen, setIsOpen] = useState(false)
  const step = (direction: -1 | 1): void => void editor.perform(moveStep(editor.get().session.draft, place, direction))
  const takeAway = (): void => {
    editor.perform(remove(editor.get().session.draft, place))
    onGone(index)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target as HTMLElement).matches('textarea') || event.nativeEvent.isComposing) return
    const isEmpty = (event.target as HTMLTextAreaElement).value === ''
    const work = {
      Enter: event.shiftKey || event.altKey ? undefined : () => onEnter(index),
      Backspace: isEmpty && count > 1 ? takeAway : undefined,
      ArrowUp: event.altKey ? () => step(-1) : undefined,
      ArrowDown: event.altKey ? () => step(1) : undefined,
    }[event.key]
    if (!work) return
    event.preventDefault()
    work()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its fields leave
    <div
      className={classes.option}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) nameKey()
      }}
      onPaste={(event) => {
        const text = event.clipboardData.getData('text/plain')
        if (!/[\n\t]/.test(text.trim()) || !(event.target as HTMLElement).matches('textarea')) return
        if (onPaste(text, index)) event.preventDefault()
      }}
    >
      <div className={classes.optionLine}>
        <div className={classes.grow}>
          <TextField
            label={t(`one.${part}`, { number: index + 1 })}
            isLabelled={false}
            value={item.text}
            onChange={writeText}
            error={error('text') ?? error('key') ?? error('showIf')}
          />
          {'image' in item && (
            <TextInput
              size="sm"
              mt={4}
              aria-label={t('image', { number: index + 1 })}
              placeholder="https://"
              value={String(item.image)}
              onChange={(event) => type('image')(event.currentTarget.value)}
              error={error('image')}
            />
          )}
        </div>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === 0}
          aria-label={t('up', { number: index + 1 })}
          onClick={() => step(-1)}
        >
          <ArrowUp size={15} strokeWidth={1.5} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={index === count - 1}
          aria-label={t('down', { number: index + 1 })}
          onClick={() => step(1)}
        >
          <ArrowDown size={15} strokeWidth={1.5} />
        </ActionIcon>
        {part !== 'column' && (
          <ActionIcon
            variant={isOpen || item.showIf || item.anchored ? 'light' : 'subtle'}
            color="gray"
            aria-expanded={isOpen}
            aria-label={t('settings', { number: index + 1 })}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Settings2 size={15} strokeWidth={1.5} />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" aria-label={t('remove', { number: index + 1 })} onClick={takeAway}>
          <X size={15} strokeWidth={1.5} />
        </ActionIcon>
      </div>
      {isOpen && <OptionSettings kind={kind} isShuffled={isShuffled} place={place} item={item} />}
    </div>
  )
})
