import type { Localized } from '../../localized'
import type { Draft, Operation, Place } from '../edit/operation'
import { findAt, pagesOf } from '../edit/places'
import { withText } from '../edit/write-text'
import type { Question } from '../question'

export type TextKind =
  | 'title'
  | 'page'
  | 'question'
  | 'hint'
  | 'option'
  | 'row'
  | 'column'
  | 'low'
  | 'high'
  | 'unit'
  | 'thanks'
  | 'link'

/**
 * One text of a survey. `id` names it in files and never depends on order, but for thanks, which have no key. `name` is the
 * member that it is in, `inside` the way on within that member.
 */
export type SurveyText = {
  id: string
  kind: TextKind
  place: Place
  name: string
  inside: readonly (string | number)[]
  value: Localized | undefined
}

const ofQuestion = (question: Question): SurveyText[] => {
  const { key } = question
  const place = ['question', key] as const
  const own = (kind: TextKind, name: string, value: Localized | undefined, ...inside: string[]): SurveyText => ({
    id: ['question', key, name, ...inside].join('.'),
    ...{ kind, place, name, inside, value },
  })
  const part = (kind: 'option' | 'row' | 'column', items: readonly { key: string; text: Localized }[]): SurveyText[] =>
    items.map((item) => ({
      id: ['question', key, `${kind}s`, item.key].join('.'),
      ...{ kind, place: [kind, key, item.key] as const, name: 'text', inside: [], value: item.text },
    }))
  const ends = 'ends' in question ? question.ends : undefined
  return [
    own('question', 'text', question.text),
    ...(question.hint === undefined ? [] : [own('hint', 'hint', question.hint)]),
    ...('options' in question ? part('option', question.options) : []),
    ...('rows' in question ? part('row', question.rows) : []),
    ...('columns' in question ? part('column', question.columns) : []),
    ...(ends?.low === undefined ? [] : [own('low', 'ends', ends.low, 'low')]),
    ...(ends?.high === undefined ? [] : [own('high', 'ends', ends.high, 'high')]),
    ...('unit' in question && question.unit !== undefined ? [own('unit', 'unit', question.unit)] : []),
  ]
}

/** Every text that customers can meet, in the order of the survey. */
export const textsOf = (draft: Draft): SurveyText[] => [
  { id: 'title', kind: 'title', place: [], name: 'title', inside: [], value: draft.title },
  ...pagesOf(draft).flatMap((page): SurveyText[] => [
    ...(page.title === undefined
      ? []
      : [
          {
            id: `page.${page.key}.title`,
            ...({ kind: 'page', place: ['page', page.key], name: 'title', inside: [], value: page.title } as const),
          },
        ]),
    ...page.questions.flatMap(ofQuestion),
  ]),
  ...draft.thanks.flatMap(({ text, link }, index): SurveyText[] => [
    { id: `thanks.${index}.text`, kind: 'thanks', place: [], name: 'thanks', inside: [index, 'text'], value: text },
    ...(link?.text === undefined
      ? []
      : [
          {
            id: `thanks.${index}.link`,
            ...({ kind: 'link', place: [], name: 'thanks', inside: [index, 'link', 'text'], value: link.text } as const),
          },
        ]),
  ]),
]

const replaceIn = (holder: unknown, [step, ...rest]: readonly (string | number)[], value: unknown): unknown => {
  if (step === undefined) return value
  if (Array.isArray(holder)) return holder.map((item, index) => (index === step ? replaceIn(item, rest, value) : item))
  const members = (holder ?? {}) as Readonly<Record<string, unknown>>
  return { ...members, [step]: replaceIn(members[step], rest, value) }
}

/** Puts words into one language of a text; empty words take that language away. A text is never left without any. */
export const writeText = (draft: Draft, { place, name, inside, value }: SurveyText, locale: string, words: string): Operation => {
  const was = findAt(draft, place)?.[name]
  const next = withText(value, locale, words, draft.locales) ?? ''
  return { do: 'set', at: place, name, was, to: replaceIn(was, inside, next) }
}
