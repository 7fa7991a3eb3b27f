import { optionsOf, type Question, type QuestionKind, rangeOf } from '../question'
import { blankQuestion } from './blank'
import { isSame } from './same-value'
import { hasMember, itemMembers } from './shape'

type Members = Record<string, unknown>

/** A setting that another kind doesn't have; how many where it is a list. */
export type Lost = { name: string; count?: number }

const ownOf = (question: Question): Members => question as unknown as Members

/** What a statement, which takes no answer, can't say of its answers. */
const ofAnswers = ['required', 'role', 'dimension', 'module']

const kindsOfWords: Record<string, readonly QuestionKind[]> = {
  unit: ['number', 'constant_sum'],
  minimum: ['number'],
  maximum: ['number'],
}

/** Members that mean the same in both kinds. */
const keepsMeaning = (name: string, from: QuestionKind, to: QuestionKind): boolean => {
  if (to === 'statement' && ofAnswers.includes(name)) return false
  const only = kindsOfWords[name]
  return !only || from === to || (only.includes(from) && only.includes(to))
}

/** A list that another kind calls otherwise: what a matrix asks in rows, others offer as options. */
const listsOf = (question: Question, to: QuestionKind, blank: Members): Members => {
  const items = optionsOf(question)
  const name = to === 'matrix' ? 'rows' : 'options'
  if (items.length === 0 || !Object.hasOwn(blank, name)) return {}
  const may = itemMembers(to, to === 'matrix' ? 'row' : 'option')
  return {
    [name]: items.map((item) => ({
      ...(may.includes('image') ? { image: '' } : {}),
      ...Object.fromEntries(Object.entries(item).filter(([member]) => may.includes(member))),
    })),
  }
}

const decimalsOf = (step: number): number => Math.min(6, (String(step).split('.')[1] ?? '').length)

/** The ends of a scale, as another kind with ends of its own writes them. */
const rangeFor = (question: Question, to: QuestionKind): Members => {
  const ends = question.kind === 'number' ? { low: question.minimum, high: question.maximum } : rangeOf(question)
  if (!ends || question.kind === to) return {}
  const { low, high } = ends
  if (to === 'number') {
    const decimals = question.kind === 'slider' ? decimalsOf(question.step) : 0
    return { minimum: low, maximum: high, ...(decimals > 0 ? { decimals } : {}) }
  }
  if (to === 'slider') {
    const [from, upTo] = [low ?? 0, high ?? Math.max(100, (low ?? 0) + 100)]
    return from < upTo ? { low: from, high: upTo, step: Math.min(1, upTo - from) } : {}
  }
  const isRating = to === 'rating' && low !== undefined && low <= 1 && high !== undefined && Number.isInteger(high)
  return isRating && high >= 3 && high <= 10 ? { scale: high } : {}
}

/** The settings by which a kind says its range; they are kept where the range is. */
const ofRange = ['scale', 'low', 'high', 'minimum', 'maximum']

const hasRange = (question: Question, was: Question): boolean => {
  const ends = (one: Question) => (one.kind === 'number' ? { low: one.minimum, high: one.maximum } : rangeOf(one))
  const before = ends(was)
  return before !== undefined && isSame(ends(question), before)
}

/** A list nobody has written anything in yet is no loss. */
const isUnwritten = (value: unknown): boolean =>
  Array.isArray(value) && value.every((item: unknown) => typeof item === 'object' && isSame((item as Members).text, ''))

/** What a question had that it hasn't as another one, and that isn't as it was made. */
export const lossIn = (was: Question, now: Question): Lost[] => {
  const [before, after] = [ownOf(was), ownOf(now)]
  const blank = ownOf(blankQuestion(was.kind, was.key))
  const isMoved = optionsOf(was).length > 0 && optionsOf(now).length === optionsOf(was).length
  const members = Object.entries(before).flatMap(([name, value]): Lost[] => {
    if (name === 'key' || name === 'kind' || value === undefined || Object.hasOwn(after, name)) return []
    if ((name === 'options' || name === 'rows') && isMoved) return []
    if (isSame(value, blank[name]) || isUnwritten(value) || (ofRange.includes(name) && hasRange(now, was))) return []
    if (name === 'step' && now.kind === 'number') return []
    return [{ name, ...(Array.isArray(value) ? { count: value.length } : {}) }]
  })
  const ofItems = ['exclusive', 'image'].flatMap((name): Lost[] => {
    const count = optionsOf(was).filter(
      (item) => (item as Members)[name] && !itemMembers(now.kind, 'option').includes(name),
    ).length
    return count > 0 && isMoved ? [{ name, count }] : []
  })
  return [...members, ...ofItems]
}

/**
 * A question as one of another kind: its words, its logic and all settings that mean the same there stay; options stay options, and
 * a scale keeps its ends where the other kind has some of its own. `lost` is what can't come with it and isn't as it was made.
 */
export const turnKind = (question: Question, kind: QuestionKind): { question: Question; lost: Lost[] } => {
  if (question.kind === kind) return { question, lost: [] }
  const blank = ownOf(blankQuestion(kind, question.key))
  const kept = Object.fromEntries(
    Object.entries(question).filter(
      ([name]) =>
        name !== 'kind' &&
        name !== 'options' &&
        name !== 'rows' &&
        hasMember(kind, name) &&
        keepsMeaning(name, question.kind, kind),
    ),
  )
  const now = { ...blank, ...rangeFor(question, kind), ...kept, ...listsOf(question, kind, blank), kind } as unknown as Question
  return { question: now, lost: lossIn(question, now) }
}
