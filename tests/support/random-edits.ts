import fc from 'fast-check'
import { type Question, questionKinds, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import { applyAll } from '@/domain/survey/edit/apply'
import { addPage, addQuestion } from '@/domain/survey/edit/blank'
import { changeKind } from '@/domain/survey/edit/change-kind'
import { duplicate } from '@/domain/survey/edit/duplicate'
import type { Draft, Item, Operation, Place } from '@/domain/survey/edit/operation'
import { withPageKeys } from '@/domain/survey/edit/page-keys'
import { pasteOptions } from '@/domain/survey/edit/paste-options'
import { findAt, pagesOf } from '@/domain/survey/edit/places'
import { moveStep, moveTo, remove } from '@/domain/survey/edit/rearrange'
import { renameKey } from '@/domain/survey/edit/rename'
import { withText } from '@/domain/survey/edit/write-text'
import { allKinds } from './all-kinds'

/** What a person might do next, as far as it can be said without knowing the draft: three numbers and a word choose. */
export type Whim = { what: number; where: number; which: number; word: string }

const words = ['', 'How was it?', '您觉得怎么样？', 'Speed', '{{answer.nps}} – why?', 'nps', 'constructor', '3 stars']

/** 13 and whatever is above 16 takes something away. */
const kindsOfWhim = 18

export const whims = (size: number): fc.Arbitrary<Whim[]> =>
  fc.array(
    fc.record({ what: fc.nat(kindsOfWhim - 1), where: fc.nat(1000), which: fc.nat(1000), word: fc.constantFrom(...words) }),
    {
      minLength: size,
      maxLength: size,
    },
  )

const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(1, items.length)]

const whenOf = (question: Question, which: number): object =>
  which % 3 ? { when: { field: `answer.${question.key}`, op: 'eq', value: which } } : {}

type Entry = Readonly<Record<string, unknown>>

/** An edit of a list whose items have no keys: one is added, changed, moved or taken away. */
export const listWhim = (
  draft: Draft,
  at: Place,
  name: 'thanks' | 'jumps',
  { which, entry }: { which: number; entry: Entry },
): Operation[] => {
  const was = findAt(draft, at)?.[name] as readonly Entry[] | undefined
  const list = was ?? []
  const here = list.length > 0 ? which % list.length : 0
  const done = which % 5
  const to =
    done === 0 || list.length === 0
      ? [...list.slice(0, here), entry, ...list.slice(here)]
      : done === 1
        ? list.filter((_, index) => index !== here)
        : done === 2
          ? [...list.slice(here), ...list.slice(0, here)]
          : list.map((one, index) => (index === here ? changed(one, entry, done) : one))
  return to.length > 50 ? [] : [{ do: 'set', at, name, was, to: to.length > 0 || name === 'thanks' ? to : undefined }]
}

/** The item with another text, or with another condition. */
const changed = (item: Entry, entry: Entry, done: number): Entry => {
  if (done === 3 && entry.text)
    return { ...item, text: { ...(typeof item.text === 'object' ? item.text : {}), ...(entry.text as object) } }
  const { when: _, ...rest } = item
  return { ...rest, ...(entry.when ? { when: entry.when } : {}) }
}

/** The operations of a whim in this draft; none where it has nothing to work on. */
export const whimsically = (draft: Draft, { what, where, which, word }: Whim): Operation[] => {
  const page = pick(pagesOf(draft), where)
  const question = pick(questionsOf(draft), where)
  const locale = pick(draft.locales, which) ?? 'en'
  const isTaken = (key: string) => questionsOf(draft).some((one) => one.key === key)
  if (what === 0 || !page) return addPage(draft, page?.key ?? null).operations
  if (what === 1 || !question)
    return addQuestion(draft, {
      kind: pick(questionKinds, which) ?? 'text',
      page: page.key,
      after: page.questions.at(-1)?.key ?? null,
    }).operations
  const at = ['question', question.key] as const
  const set = (name: string, to: unknown): Operation[] => [
    { do: 'set', at, name, was: (question as unknown as Record<string, unknown>)[name], to },
  ]
  switch (what) {
    case 2:
      return set('text', withText(question.text, locale, word, draft.locales) ?? '')
    case 3:
      return question.kind === 'statement' ? [] : set('required', question.required ? undefined : true)
    case 4:
      return set('hint', withText(question.hint, locale, word, draft.locales))
    case 5:
      return set('showIf', question.showIf ? undefined : { field: `answer.${question.key}`, op: 'exists' })
    case 6:
      return remove(draft, at)
    case 7:
      return moveStep(draft, at, which % 2 ? 1 : -1)
    case 8:
      return moveTo(draft, at, ['questions', pick(pagesOf(draft), which)?.key ?? ''], null)
    case 9:
      return duplicate(draft, which % 3 ? at : ['page', page.key])?.operations ?? []
    case 10:
      return renameKey(draft, at, isTaken(`renamed_${which}`) ? question.key : `renamed_${which}`)
    case 11:
      return moveStep(draft, ['page', page.key], which % 2 ? 1 : -1)
    case 12: {
      if (!('options' in question)) return []
      const taken = question.options.map(({ key }) => key)
      const pasted = pasteOptions(`${word}\none\ntwo`, { locales: draft.locales, locale, fallback: 'option', taken })
      const shaped = question.kind === 'image_choice' ? pasted.map((one) => ({ ...one, image: '' })) : pasted
      return shaped.map(
        (item, index): Operation => ({
          do: 'insert',
          in: ['options', question.key],
          after: (index === 0 ? taken.at(-1) : shaped[index - 1]?.key) ?? null,
          item: item as Item,
        }),
      )
    }
    case 14: {
      const kind = pick(questionKinds, which) ?? 'text'
      return kind === question.kind ? [] : (changeKind(draft, question.key, { kind })?.operations ?? [])
    }
    case 15:
      return listWhim(draft, [], 'thanks', { which, entry: { text: { [locale]: word || '…' }, ...whenOf(question, which) } })
    case 16: {
      const target = pick(pagesOf(draft), which)?.key
      const jump = which % 2 || !target ? { end: 'completed' } : { page: target }
      return listWhim(draft, ['page', page.key], 'jumps', { which, entry: { ...whenOf(question, which), ...jump } })
    }
    default:
      return which % 4 ? remove(draft, at) : remove(draft, ['page', page.key])
  }
}

/** Does a list of whims, one after the other. */
export const doWhims = (draft: Draft, list: readonly Whim[]): { draft: Draft; operations: Operation[] } => {
  let current = draft
  const operations: Operation[] = []
  for (const whim of list) {
    const wanted = whimsically(current, whim)
    const applied = applyAll(current, wanted)
    if ('obstacle' in applied) throw new Error(`an operation of its own draft can’t be done: ${JSON.stringify(applied.obstacle)}`)
    current = applied.draft
    operations.push(...wanted)
  }
  return { draft: current, operations }
}

export const startDraft = (): Draft => withPageKeys(allKinds('hotel') as SurveyDefinition)
