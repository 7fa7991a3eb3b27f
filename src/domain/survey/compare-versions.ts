import { isSame } from '../same-json'
import type { Page, SurveyDefinition } from './definition'
import { type Option, optionsOf, type Question } from './question'

/** One thing that differs between two versions. `before` and `after` are values as the definition writes them. */
export type VersionChange =
  | { about: 'question'; what: 'added' | 'removed'; question: Question }
  | { about: 'question'; what: 'moved'; question: Question; fromPage: number; toPage: number }
  | { about: 'question'; what: 'changed'; question: Question; field: string; before: unknown; after: unknown }
  | { about: 'option'; what: 'added' | 'removed'; question: Question; option: string; text: unknown }
  | { about: 'option'; what: 'changed'; question: Question; option: string; field: string; before: unknown; after: unknown }
  | { about: 'page'; what: 'changed'; page: number; field: string; before: unknown; after: unknown }
  | { about: 'survey'; what: 'changed'; field: string; before: unknown; after: unknown }

type Differing = { field: string; before: unknown; after: unknown }

/** The members in which two objects differ, but for those named. */
const differing = (a: object, b: object, except: readonly string[]): Differing[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((field) => !except.includes(field))
    .map((field) => ({ field, before: (a as Record<string, unknown>)[field], after: (b as Record<string, unknown>)[field] }))
    .filter(({ before, after }) => !isSame(before, after))

type Placed = { question: Question; page: number; order: number }

const placed = (definition: SurveyDefinition): Map<string, Placed> => {
  let order = 0
  return new Map(
    definition.pages.flatMap(({ questions }, page) =>
      questions.map((question) => [question.key, { question, page, order: order++ }] as const),
    ),
  )
}

const compareOptions = (before: Question, question: Question): VersionChange[] => {
  const byKey = (one: Question) => new Map<string, Option>(optionsOf(one).map((option) => [option.key, option]))
  const [old, now] = [byKey(before), byKey(question)]
  const removed = [...old].flatMap(([option, { text }]): VersionChange[] =>
    now.has(option) ? [] : [{ about: 'option', what: 'removed', question, option, text }],
  )
  const others = [...now].flatMap(([option, current]): VersionChange[] => {
    const known = old.get(option)
    if (!known) return [{ about: 'option', what: 'added', question, option, text: current.text }]
    return differing(known, current, []).map((change) => ({ about: 'option', what: 'changed', question, option, ...change }))
  })
  return [...removed, ...others]
}

/** Questions that kept their key and were put elsewhere: those outside the longest run that kept its order. */
const findMoved = (before: ReadonlyMap<string, Placed>, after: ReadonlyMap<string, Placed>): Set<string> => {
  const shared = [...after.keys()].filter((key) => before.has(key))
  const best = shared.map(() => ({ length: 1, previous: -1 }))
  shared.forEach((key, at) => {
    for (let earlier = 0; earlier < at; earlier++) {
      const isInOrder = (before.get(shared[earlier] as string)?.order ?? 0) < (before.get(key)?.order ?? 0)
      const length = (best[earlier]?.length ?? 0) + 1
      if (isInOrder && length > (best[at]?.length ?? 0)) best[at] = { length, previous: earlier }
    }
  })
  const kept = new Set<string>()
  let at = best.reduce((longest, { length }, index) => (length > (best[longest]?.length ?? 0) ? index : longest), 0)
  while (at >= 0 && shared[at] !== undefined) {
    kept.add(shared[at] as string)
    at = best[at]?.previous ?? -1
  }
  const isElsewhere = (key: string) => !kept.has(key) || before.get(key)?.page !== after.get(key)?.page
  return new Set(shared.filter(isElsewhere))
}

const compareQuestions = (before: SurveyDefinition, after: SurveyDefinition): VersionChange[] => {
  const [old, now] = [placed(before), placed(after)]
  const moved = findMoved(old, now)
  const removed = [...old.values()].flatMap(({ question }): VersionChange[] =>
    now.has(question.key) ? [] : [{ about: 'question', what: 'removed', question }],
  )
  const others = [...now.values()].flatMap(({ question, page }): VersionChange[] => {
    const known = old.get(question.key)
    if (!known) return [{ about: 'question', what: 'added', question }]
    const fields = differing(known.question, question, ['key', 'options', 'rows'])
    return [
      ...(moved.has(question.key)
        ? [{ about: 'question', what: 'moved', question, fromPage: known.page, toPage: page } as const]
        : []),
      ...fields.map((change) => ({ about: 'question', what: 'changed', question, ...change }) as const),
      ...compareOptions(known.question, question),
    ]
  })
  return [...removed, ...others]
}

const comparePages = (before: readonly Page[], after: readonly Page[]): VersionChange[] =>
  after.flatMap((page, index) => {
    const known = before.find(({ key }) => key !== undefined && key === page.key) ?? before[index]
    return differing(known ?? {}, page, ['key', 'questions']).map(
      (change) => ({ about: 'page', what: 'changed', page: index, ...change }) as const,
    )
  })

/** What a reader should know before the second version replaces the first, in the order of the survey. */
export const compareVersions = (before: SurveyDefinition, after: SurveyDefinition): VersionChange[] => [
  ...differing(before, after, ['pages']).map((change) => ({ about: 'survey', what: 'changed', ...change }) as const),
  ...comparePages(before.pages, after.pages),
  ...compareQuestions(before, after),
]
