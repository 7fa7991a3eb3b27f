import { applyAll, type Obstacle } from './apply'
import type { Draft, Operation, Place } from './operation'
import { rebase } from './rebase'
import { rekey } from './rekey'

/** One thing that a person did, and how it is taken back. `mark`: of what goes on as one with the next, as typing does. */
export type Step = {
  operations: readonly Operation[]
  inverse: readonly Operation[]
  mark: string | undefined
  at: number
  focus: Place
}

/** Operations on their way to the server; the id makes sending them again harmless. */
export type Batch = { id: string; operations: readonly Operation[] }

/**
 * A person's work on a draft: what the server has (`base` at `revision`), what is on its way, what waits, and what all of
 * that comes to (`draft`), which is what they see. Nothing here waits for the network.
 */
export type Session = {
  base: Draft
  revision: number
  draft: Draft
  sending: Batch | undefined
  waiting: readonly Operation[]
  undo: readonly Step[]
  redo: readonly Step[]
  /** what somebody else's work stands against; each waits for a choice */
  conflicts: readonly Obstacle[]
}

export const openSession = (draft: Draft, revision: number): Session => ({
  base: draft,
  revision,
  draft,
  sending: undefined,
  waiting: [],
  undo: [],
  redo: [],
  conflicts: [],
})

/** How long a pause ends one step of typing, in ms. */
const pause = 2000
const keptSteps = 500

type Sets = Operation & { do: 'set' }

/**
 * Whether two sets of one list come to one edit of one item. Those that add, remove or move stay by themselves: what was done can
 * be told from each alone, and not from the two together.
 */
const isOneEdit = ({ was, to: between }: Sets, { to }: Sets): boolean => {
  if (!Array.isArray(was) && !Array.isArray(between) && !Array.isArray(to)) return true
  if (!Array.isArray(was) || !Array.isArray(between) || !Array.isArray(to)) return false
  if (was.length !== between.length || was.length !== to.length) return false
  return was.filter((item, at) => item !== between[at] || item !== to[at]).length <= 1
}

/** Sets of the same member are one. */
const join = (waiting: readonly Operation[], more: readonly Operation[]): Operation[] => {
  const joined = [...waiting]
  for (const operation of more) {
    const last = joined.at(-1)
    const isSamePlace =
      last?.do === 'set' &&
      operation.do === 'set' &&
      last.name === operation.name &&
      operation.name !== 'key' &&
      isOneEdit(last, operation) &&
      JSON.stringify(last.at) === JSON.stringify(operation.at)
    if (isSamePlace) joined[joined.length - 1] = { ...operation, was: last.was }
    else joined.push(operation)
  }
  return joined
}

/** `isPart`: of what was done last under the same mark, however long ago. */
export type Doing = {
  operations: readonly Operation[]
  at: number
  focus?: Place
  mark?: string | undefined
  isPart?: boolean | undefined
}

/** Does what a person asked for; the session as it was if it can't be done. */
export const perform = (session: Session, { operations, at, focus = [], mark, isPart }: Doing): Session => {
  const applied = applyAll(session.draft, operations)
  if ('obstacle' in applied || applied.inverse.length === 0) return session
  const last = session.undo.at(-1)
  const goesOn = mark !== undefined && last?.mark === mark && (isPart || at - last.at < pause) && session.redo.length === 0
  const step: Step = goesOn
    ? { ...last, operations: join(last.operations, operations), inverse: [...applied.inverse, ...last.inverse], at }
    : { operations, inverse: applied.inverse, mark, at, focus }
  return {
    ...session,
    draft: applied.draft,
    waiting: join(session.waiting, operations),
    undo: [...(goesOn ? session.undo.slice(0, -1) : session.undo), step].slice(-keptSteps),
    redo: [],
  }
}

type Went = { session: Session; focus: Place; isDone: boolean }

/** `isDone` is false where somebody else has changed what the step would change back; the step is dropped then. */
const travel = (session: Session, from: 'undo' | 'redo'): Went | undefined => {
  const step = session[from].at(-1)
  if (!step) return undefined
  const operations = from === 'undo' ? step.inverse : step.operations
  const applied = applyAll(session.draft, operations)
  const left = session[from].slice(0, -1)
  if ('obstacle' in applied) return { session: { ...session, [from]: left }, focus: step.focus, isDone: false }
  const to = from === 'undo' ? 'redo' : 'undo'
  const turned: Step = {
    ...step,
    mark: undefined,
    operations: from === 'undo' ? step.operations : operations,
    inverse: from === 'undo' ? step.inverse : applied.inverse,
  }
  return {
    session: {
      ...session,
      draft: applied.draft,
      waiting: join(session.waiting, operations),
      [from]: left,
      [to]: [...session[to], turned],
    },
    focus: step.focus,
    isDone: true,
  }
}

export const undo = (session: Session): Went | undefined => travel(session, 'undo')
export const redo = (session: Session): Went | undefined => travel(session, 'redo')

/** How much goes to the server at once, in characters of JSON. */
const batchSize = 400_000

/** Puts what waits on its way, or what was on its way already once more. Undefined where there is nothing. */
export const send = (session: Session, id: string): { session: Session; batch: Batch } | undefined => {
  if (session.sending) return { session, batch: session.sending }
  if (session.waiting.length === 0) return undefined
  let size = 0
  const fits = session.waiting.findIndex((operation, at) => {
    size += JSON.stringify(operation).length
    return at > 0 && size > batchSize
  })
  const count = fits < 0 ? session.waiting.length : fits
  const batch = { id, operations: session.waiting.slice(0, count) }
  return { session: { ...session, sending: batch, waiting: session.waiting.slice(count) }, batch }
}

const onto = (session: Session, base: Draft, revision: number, mine: readonly Operation[]): Session => {
  const { draft, operations, conflicts, rekeyed } = rebase(base, mine)
  const follow = (steps: readonly Step[]): readonly Step[] =>
    rekeyed.length === 0
      ? steps
      : steps.map((step) => ({
          ...step,
          operations: step.operations.map((one) => rekeyed.reduce(rekey, one)),
          inverse: step.inverse.map((one) => rekeyed.reduce(rekey, one)),
        }))
  return {
    ...session,
    base,
    revision,
    draft,
    sending: undefined,
    waiting: operations,
    undo: follow(session.undo),
    redo: follow(session.redo),
    conflicts: [...session.conflicts, ...conflicts],
  }
}

/** What was on its way is saved. `theirs`: the draft as it is on the server, where somebody else had a part in it. */
export const saved = (session: Session, revision: number, theirs?: Draft): Session => {
  if (theirs) return onto(session, theirs, revision, session.waiting)
  const applied = applyAll(session.base, session.sending?.operations ?? [])
  return { ...session, revision, sending: undefined, base: 'draft' in applied ? applied.draft : session.base }
}

/** Somebody else has saved; nothing of what was on its way is. */
export const met = (session: Session, revision: number, theirs: Draft): Session =>
  onto(session, theirs, revision, [...(session.sending?.operations ?? []), ...session.waiting])
