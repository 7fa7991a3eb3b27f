import type { Localized } from '@/domain/localized'
import { takenIn } from '@/domain/survey/edit/blank'
import { isProvisional, makeKey } from '@/domain/survey/edit/make-key'
import type { Place } from '@/domain/survey/edit/operation'
import { findAt, findQuestion, itemsOf, listOf } from '@/domain/survey/edit/places'
import { renameKey } from '@/domain/survey/edit/rename'
import { textIn } from '@/domain/survey/edit/write-text'
import { afterPress } from '../_store/after-press'
import { useEditor } from '../_store/use-editor'

type Named = readonly ['question', string] | readonly ['option' | 'row' | 'column', string, string]

/** Once a text is written, a key that was only told from the kind becomes a readable one. Published keys stay. */
export const useKeyFromText = (place: Named) => {
  const editor = useEditor()
  const nameKey = (): void => {
    const { draft } = editor.get().session
    const key = place[place.length - 1] as string
    const holder = findAt(draft, place as Place)
    const locale = draft.locales.find((one) => textIn(holder?.text as Localized, one, draft.locales).trim() !== '')
    const text = locale ? textIn(holder?.text as Localized, locale, draft.locales) : ''
    if (!text || !isProvisional(key) || editor.publishedKeys.has(place[1])) return
    const isQuestion = place.length === 2
    const list = listOf(draft, place)
    const items = list ? (itemsOf(draft, list) ?? []) : []
    const isTaken = isQuestion ? takenIn(draft, editor.publishedKeys) : (one: string) => items.some((item) => item.key === one)
    const fallback = isQuestion ? (findQuestion(draft, key)?.kind ?? 'question') : place[0]
    const made = makeKey(text, fallback, (one) => one !== key && isTaken(one))
    if (made === key || made === fallback) return
    const renamed = [...place.slice(0, -1), made] as unknown as Place
    const isSelected = isQuestion && editor.get().selection[1] === key
    const mark = `${place.join('/')}.text`
    editor.perform(renameKey(draft, place, made), {
      mark,
      isPart: true,
      focus: renamed,
      follow: isSelected ? renamed : undefined,
    })
  }
  return (): void => afterPress(nameKey)
}
