import { useLocale, useTranslations } from 'next-intl'
import { localize } from '@/domain/localized'
import type { QuestionKind } from '@/domain/survey/definition'
import { addQuestion } from '@/domain/survey/edit/blank'
import { duplicate } from '@/domain/survey/edit/duplicate'
import type { Draft, List, Place } from '@/domain/survey/edit/operation'
import { findPage, findQuestion, itemsOf, listOf, pageOf, pagesOf } from '@/domain/survey/edit/places'
import { moveStep, moveTo, remove } from '@/domain/survey/edit/rearrange'
import { useEditor } from '../_store/use-editor'

export type Movable = readonly ['page' | 'question', string]

/** What can be done with a page or a question as a whole; each says what it did. */
export const useCommands = () => {
  const t = useTranslations('editor.outline')
  const kinds = useTranslations('survey.kind')
  const reader = useLocale()
  const editor = useEditor()
  const draft = (): Draft => editor.get().session.draft
  const nameOf = (place: Movable): string => {
    const question = place[0] === 'question' ? findQuestion(draft(), place[1]) : undefined
    if (question) return localize(question.text, editor.get().locale, reader) || t('untitled', { kind: kinds(question.kind) })
    return t('page', { number: pagesOf(draft()).findIndex(({ key }) => key === place[1]) + 1 })
  }
  const tellPosition = (place: Movable): void => {
    const list = listOf(draft(), place)
    const items = list ? (itemsOf(draft(), list) ?? []) : []
    editor.say({ about: 'moved', position: items.findIndex(({ key }) => key === place[1]) + 1, count: items.length })
  }
  /** What is selected when something goes: the one after it, or before it, or what held it. */
  const neighbour = (place: Movable): Place => {
    const list = listOf(draft(), place)
    const items = list ? (itemsOf(draft(), list) ?? []) : []
    const at = items.findIndex(({ key }) => key === place[1])
    const next = items[at + 1] ?? items[at - 1]
    if (next) return [place[0], next.key]
    const page = place[0] === 'question' ? pageOf(draft(), place[1]) : undefined
    return page ? ['page', page.key] : []
  }
  return {
    add: (kind: QuestionKind): void => {
      const { selection } = editor.get()
      const [what, key = ''] = selection
      const page = what === 'page' ? findPage(draft(), key) : (pageOf(draft(), key) ?? pagesOf(draft()).at(-1))
      if (!page) return
      const isBehind = page.questions.some((question) => question.key === key)
      const after = isBehind ? key : (page.questions.at(-1)?.key ?? null)
      const added = addQuestion(draft(), { kind, page: page.key, after, published: editor.publishedKeys })
      editor.perform(added.operations, { focus: ['question', added.key] })
      editor.open(['question', added.key], 'text')
      editor.say({ about: 'added', text: kinds(kind) })
    },
    remove: (place: Movable): void => {
      const text = nameOf(place)
      const next = neighbour(place)
      const broken = editor.get().notice?.number
      if (!editor.perform(remove(draft(), place), { focus: place })) return
      editor.select(next)
      // What the removal broke has been said already, and is more than that it happened.
      if (editor.get().notice?.number === broken) editor.say({ about: 'removed', text })
    },
    duplicate: (place: Movable): void => {
      const copy = duplicate(draft(), place, editor.publishedKeys)
      if (!copy || !editor.perform(copy.operations, { focus: place })) return
      editor.select([place[0], copy.key])
      editor.say({ about: 'duplicated', text: nameOf(place) })
    },
    step: (place: Movable, direction: -1 | 1): void => {
      const before = editor.get().notice?.number
      if (editor.perform(moveStep(draft(), place, direction), { focus: place }) && editor.get().notice?.number === before)
        tellPosition(place)
    },
    moveTo: (place: Movable, list: List, after: string | null): void => {
      const before = editor.get().notice?.number
      if (editor.perform(moveTo(draft(), place, list, after), { focus: place }) && editor.get().notice?.number === before)
        tellPosition(place)
    },
  }
}
