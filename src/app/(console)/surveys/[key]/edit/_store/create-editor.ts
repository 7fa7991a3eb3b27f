import type { PublishedVersion } from '@/domain/survey/clashes'
import { questionsOf } from '@/domain/survey/definition'
import { findBroken } from '@/domain/survey/edit/breaks'
import { findProblems } from '@/domain/survey/edit/find-problems'
import type { Operation, Place } from '@/domain/survey/edit/operation'
import { findAt } from '@/domain/survey/edit/places'
import { holderOf, isSamePlace } from '@/domain/survey/edit/same-place'
import { openSession, perform, redo, type Session, undo } from '@/domain/survey/edit/session'
import { settle } from '@/domain/survey/edit/settle'
import { afterPress } from './after-press'
import { autosave } from './autosave'
import type { EditorSetup, EditorState, Notice } from './editor-state'

/** How long editing may rest before what is wrong is looked for again, in ms. */
const problemPause = 250

/** A selection that is gone falls back to what held it. */
const standing = (session: Session, place: Place): Place => {
  if (findAt(session.draft, place)) return place
  const holder = holderOf(place)
  return findAt(session.draft, holder) ? holder : []
}

/** An open editor: what it shows, and everything that can be done in it. It outlives no page. */
export const createEditor = (setup: EditorSetup) => {
  let state: EditorState = {
    session: openSession(setup.draft, setup.revision),
    selection: [],
    chosen: 0,
    locale: setup.locale,
    saving: 'saved',
    saveProblem: undefined,
    notice: undefined,
    problems: findProblems(setup.draft, setup.published),
    opened: { number: 0 },
    outlined: 0,
    followed: 0,
    tab: 'outline',
  }
  const listeners = new Set<() => void>()
  let problemTimer: ReturnType<typeof setTimeout> | undefined
  let published = setup.published
  const publishedKeys = new Set(setup.published.flatMap(({ definition }) => questionsOf(definition).map(({ key }) => key)))

  const lookForProblems = (): void => {
    clearTimeout(problemTimer)
    problemTimer = setTimeout(
      () => afterPress(() => change({ problems: findProblems(state.session.draft, published) })),
      problemPause,
    )
  }
  const change = (changes: Partial<EditorState>): void => {
    const isEdited = changes.session !== undefined && changes.session.draft !== state.session.draft
    state = { ...state, ...changes }
    if (isEdited) {
      const locale = state.session.draft.locales.includes(state.locale) ? state.locale : (state.session.draft.locales[0] ?? 'en')
      state = { ...state, selection: standing(state.session, state.selection), locale }
      lookForProblems()
    }
    for (const listener of listeners) listener()
  }
  const say = (notice: Notice): void => change({ notice: { number: (state.notice?.number ?? 0) + 1, notice } })
  const saver = autosave(setup, { get: () => state, change, say })

  const doing = (
    operations: readonly Operation[],
    {
      mark,
      isPart,
      focus = state.selection,
      follow,
    }: { mark?: string; isPart?: boolean; focus?: Place; follow?: Place | undefined } = {},
  ) => {
    const before = state.session
    const session = perform(before, { operations, at: Date.now(), mark, isPart, focus })
    if (session === before) return false
    // In one go: in between, what is selected would be gone, and its settings with it. Its problems go by its key too: were they
    // found again later, their lines would leave the settings and come back, under the pointer of whoever is pressing a button.
    const problems = follow ? findProblems(session.draft, published) : state.problems
    change({ session, problems, ...(follow ? { selection: follow, followed: state.followed + 1 } : {}) })
    saver.soon()
    if (mark === undefined) {
      const broken = findBroken(before.draft, session.draft)
      if (broken.length > 0) say({ about: 'broken', problems: broken })
    }
    return true
  }
  const travel = (step: typeof undo, done: 'undone' | 'redone'): void => {
    const went = step(state.session)
    if (!went) return
    const selection = standing(went.session, went.focus)
    const isElsewhere = !isSamePlace(selection, state.selection)
    change({ session: went.session, selection, chosen: state.chosen + (isElsewhere ? 1 : 0) })
    say(
      went.isDone
        ? { about: done, count: went.session.undo.length }
        : { about: done === 'undone' ? 'undo_refused' : 'redo_refused' },
    )
    saver.soon()
  }

  return {
    setup,
    publishedKeys,
    get: (): EditorState => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** Looks after saving until the returned function is called. */
    begin: saver.begin,
    /** Saves what waits now; resolves once the server has all of it, false where it can't be had. */
    flush: saver.flush,
    adopt: saver.adopt,
    latest: (): PublishedVersion | undefined => published[0],
    /** what an edit must not clash with */
    versions: (): readonly PublishedVersion[] => published,
    /** A version is what customers see now. */
    published: (version: PublishedVersion) => {
      for (const { key } of questionsOf(version.definition)) publishedKeys.add(key)
      published = [version, ...published.filter(({ number }) => number !== version.number)]
      change({ problems: findProblems(state.session.draft, published) })
    },
    say,
    perform: doing,
    /** Gives a place's member another value; typing (`mark`) in one member is one step. */
    set: (at: Place, name: string, to: unknown, mark?: string): boolean => {
      const was = findAt(state.session.draft, at)?.[name]
      return doing([{ do: 'set', at, name, was, to }], mark === undefined ? {} : { mark })
    },
    undo: () => travel(undo, 'undone'),
    redo: () => travel(redo, 'redone'),
    settle: (conflict: Session['conflicts'][number], side: 'mine' | 'theirs') => {
      change({ session: settle(state.session, conflict, side, Date.now()) })
      saver.soon()
    },
    select: (selection: Place) => change({ selection, chosen: state.chosen + 1 }),
    /** Selects a place and hands the focus to its settings. */
    open: (selection: Place, name?: string) =>
      change({ selection, chosen: state.chosen + 1, opened: { number: state.opened.number + 1, name }, tab: 'settings' }),
    toOutline: () => change({ outlined: state.outlined + 1, tab: 'outline' }),
    speak: (locale: string) => change({ locale }),
    show: (tab: EditorState['tab']) => change({ tab }),
  }
}

export type Editor = ReturnType<typeof createEditor>
