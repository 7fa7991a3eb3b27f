import fc from 'fast-check'
import { questionKinds, questionsOf, type SurveyDefinition } from '@/domain/survey/definition'
import { applyAll } from '@/domain/survey/edit/apply'
import { addPage, addQuestion } from '@/domain/survey/edit/blank'
import { duplicate } from '@/domain/survey/edit/duplicate'
import type { Draft, Item, Operation } from '@/domain/survey/edit/operation'
import { withPageKeys } from '@/domain/survey/edit/page-keys'
import { pasteOptions } from '@/domain/survey/edit/paste-options'
import { pagesOf } from '@/domain/survey/edit/places'
import { moveStep, moveTo, remove } from '@/domain/survey/edit/rearrange'
import { renameKey } from '@/domain/survey/edit/rename'
import { withText } from '@/domain/survey/edit/write-text'
import { allKinds } from './all-kinds'

/** What a person might do next, as far as it can be said without knowing the draft: three numbers and a word choose. */
export type Whim = { what: number; where: number; which: number; word: string }

const words = ['', 'How was it?', '您觉得怎么样？', 'Speed', '{{answer.nps}} – why?', 'nps', 'constructor', '3 stars']

export const whims = (size: number): fc.Arbitrary<Whim[]> =>
  fc.array(fc.record({ what: fc.nat(13), where: fc.nat(1000), which: fc.nat(1000), word: fc.constantFrom(...words) }), {
    minLength: size,
    maxLength: size,
  })

const pick = <T>(items: readonly T[], at: number): T | undefined => items[at % Math.max(1, items.length)]

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
