'use client'

import { Button } from '@mantine/core'
import { ClipboardPaste, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo, useRef, useState } from 'react'
import { freeKey } from '@/domain/free-key'
import type { Localized } from '@/domain/localized'
import type { Option, Question } from '@/domain/survey/definition'
import type { Item, Operation } from '@/domain/survey/edit/operation'
import { pasteOptions } from '@/domain/survey/edit/paste-options'
import { itemsOf } from '@/domain/survey/edit/places'
import { useEditor } from '../_store/use-editor'
import { OptionRow } from './option-row'
import classes from './panel.module.css'
import { PasteOptions } from './paste-options'
import { useField } from './use-field'

type OptionListProps = { question: Question; part: 'option' | 'row' | 'column'; items: readonly Option[] }

/** Options, rows or columns: written one a line, pasted from a spreadsheet, moved by keyboard. */
export const OptionList = ({ question, part, items }: OptionListProps) => {
  const t = useTranslations('editor.options')
  const editor = useEditor()
  const frame = useRef<HTMLDivElement>(null)
  const [isPasting, setIsPasting] = useState(false)
  const { error } = useField(['question', question.key])
  const { key: questionKey, kind } = question
  // The rows get the very same functions each time, so that typing in one draws only that one anew: they read the list as it is then.
  const { addAfter, paste, focusOn } = useMemo(() => {
    const list = [`${part}s` as const, questionKey] as const
    const itemsNow = (): readonly Item[] => itemsOf(editor.get().session.draft, list) ?? []
    const focusOn = (index: number): void => {
      requestAnimationFrame(() => {
        frame.current?.querySelectorAll<HTMLElement>('textarea')[index]?.focus()
      })
    }
    const shaped = (item: Item): Item => (kind === 'image_choice' ? { image: '', ...item } : item)
    const addAfter = (index: number): void => {
      const items = itemsNow()
      const key = freeKey(part, (one) => items.some((item) => item.key === one))
      const after = items[index]?.key ?? items.at(-1)?.key ?? null
      editor.perform([{ do: 'insert', in: list, after, item: shaped({ key, text: '' }) }])
      focusOn(index < 0 ? items.length : index + 1)
    }
    const paste = (text: string, behind: number): boolean => {
      const items = itemsNow()
      const { draft } = editor.get().session
      const taken = items.map(({ key }) => key)
      const { locale } = editor.get()
      const pasted = pasteOptions(text, { locales: draft.locales, locale, fallback: part, taken }).map(shaped)
      // An option that is still empty gives its place to what is pasted into it.
      const empty = items[behind]
      const words = empty?.text as Localized | undefined
      const isEmpty = words !== undefined && (typeof words === 'string' ? words === '' : Object.keys(words).length === 0)
      const operations: Operation[] = pasted.map((item, at) => ({
        do: 'insert',
        in: list,
        after: (at === 0 ? (items[behind]?.key ?? items.at(-1)?.key) : pasted[at - 1]?.key) ?? null,
        item,
      }))
      const after = behind > 0 ? (items[behind - 1]?.key ?? null) : null
      const removal: Operation[] = empty && isEmpty ? [{ do: 'remove', in: list, after, item: empty }] : []
      if (!editor.perform([...operations, ...removal])) return false
      editor.say({ about: 'pasted', count: pasted.length })
      return true
    }
    return { addAfter, paste, focusOn }
  }, [editor, questionKey, kind, part])
  const onGone = useCallback((index: number) => focusOn(Math.max(0, index - 1)), [focusOn])
  const isShuffled = 'randomize' in question && question.randomize === true
  return (
    <fieldset className={classes.options} data-name={`${part}s`}>
      <legend className={classes.label}>{t(`title.${part}`)}</legend>
      {error(`${part}s`) && <p className={classes.error}>{error(`${part}s`)}</p>}
      <div ref={frame} className={classes.optionRows}>
        {items.map((item, index) => (
          <OptionRow
            key={item.key}
            questionKey={questionKey}
            kind={kind}
            isShuffled={isShuffled}
            part={part}
            item={item}
            index={index}
            count={items.length}
            onEnter={addAfter}
            onPaste={paste}
            onGone={onGone}
          />
        ))}
      </div>
      <div className={classes.row}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<Plus size={15} strokeWidth={1.5} />}
          onClick={() => addAfter(-1)}
        >
          {t(`add.${part}`)}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          leftSection={<ClipboardPaste size={15} strokeWidth={1.5} />}
          onClick={() => setIsPasting(!isPasting)}
          aria-expanded={isPasting}
        >
          {t('paste')}
        </Button>
      </div>
      {isPasting && (
        <PasteOptions
          onPaste={(text) => {
            if (paste(text, -1)) setIsPasting(false)
          }}
        />
      )}
    </fieldset>
  )
}
