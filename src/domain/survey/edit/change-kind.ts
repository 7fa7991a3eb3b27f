import { freeKey, numberedKey } from '../../free-key'
import { findClashes, type PublishedVersion } from '../clashes'
import type { QuestionKind } from '../question'
import { applyAll } from './apply'
import { findProblems } from './find-problems'
import type { Draft, Operation } from './operation'
import { findQuestion } from './places'
import type { Problem } from './problem'
import { renameKey } from './rename'
import { type Lost, turnKind } from './turn-kind'

/**
 * What another kind of question comes to, before it is done. `to` is the question's key then, and `why` it can't keep its own:
 * answers of another kind were given under it (`clash`), or it names a metric (`reserved`). `breaks` is the logic elsewhere that
 * means something now and doesn't any more.
 */
export type KindChange = {
  operations: Operation[]
  lost: Lost[]
  to: string
  why?: 'clash' | 'reserved'
  breaks: Problem[]
}

const metrics = ['nps', 'csat', 'ces', 'sentiment']

const logic: readonly string[] = ['never', 'unreachable', 'unknown_question', 'later_question']

const idOf = ({ place, name, code, about }: Problem): string => JSON.stringify([place, name, code, about])

const brokenBy = (before: Draft, after: Draft): Problem[] => {
  const known = new Set(findProblems(before).map(idOf))
  return findProblems(after).filter((problem) => logic.includes(problem.code) && !known.has(idOf(problem)))
}

const withTurned = (draft: Draft, operations: readonly Operation[]): Draft => {
  const applied = applyAll(draft, operations)
  if ('obstacle' in applied) throw new Error(`a question can’t be turned: ${JSON.stringify(applied.obstacle)}`)
  return applied.draft
}

/** The key that a question can have as it is in this draft; its own unless answers of another kind or a metric have it. */
const keyFor = (draft: Draft, key: string, published: readonly PublishedVersion[]): Pick<KindChange, 'to' | 'why'> => {
  const place = draft.pages.flatMap((page, at) => page.questions.map((question, index) => ({ question, at, index })))
  const here = place.find(({ question }) => question.key === key)
  const clash = findClashes(draft, published).find(({ path }) => path[1] === here?.at && path[3] === here?.index)
  const known = new Set(
    [draft, ...published.map(({ definition }) => definition)].flatMap(({ pages }) =>
      pages.flatMap(({ questions }) => questions.map((question) => question.key)),
    ),
  )
  const kind = here?.question.kind ?? 'text'
  if (metrics.includes(key) && key !== kind)
    return { to: freeKey(kind, (one) => known.has(one)), why: clash ? 'clash' : 'reserved' }
  return clash ? { to: clash.about ?? numberedKey(key, (one) => known.has(one)), why: 'clash' } : { to: key }
}

/** Makes a question one of another kind, in one step; undefined where it is gone or is of that kind. */
export const changeKind = (
  draft: Draft,
  key: string,
  { kind, published = [] }: { kind: QuestionKind; published?: readonly PublishedVersion[] },
): KindChange | undefined => {
  const was = findQuestion(draft, key)
  if (!was || was.kind === kind) return undefined
  const { question, lost } = turnKind(was, kind)
  const turn: Operation & { do: 'turn' } = { do: 'turn', was, to: question }
  const turned = withTurned(draft, [turn])
  const { to, why } = keyFor(turned, key, published)
  const renamed = to === key ? undefined : findQuestion(withTurned(turned, renameKey(turned, ['question', key], to)), to)
  const operations: Operation[] = [renamed ? { ...turn, to: renamed } : turn]
  return { operations, lost, to, ...(why ? { why } : {}), breaks: brokenBy(draft, withTurned(draft, operations)) }
}
