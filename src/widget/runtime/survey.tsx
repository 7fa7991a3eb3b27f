/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { Outcome } from '@/domain/survey/definition'
import { findVisible, type VisiblePage } from '@/domain/survey/visibility'
import { readAnswer } from '../fields'
import type { Place } from '../hosted-data'
import { type Faults, findFaults, usable } from '../steps'
import type { Live } from '../view/kinds/kind'
import type { Given } from '../view/props'
import { render } from '../view/render'
import { attend } from './presence'
import { type Kept, keyOf } from './resume'
import { Safety } from './safety'
import { createSaver, type SaveResult, type SaveState } from './saver'
import { type Moment, type Setting, sceneOf } from './scene'
import { tab } from './storage'
import { plainContext, type Visitor } from './visitor'

export type Start = Setting & {
  slug: string
  place: Place
  given: Given
  faults?: Faults
  notice?: string | undefined
  /** hosted: the survey's other languages */
  languages?: ComponentChildren
  /** hosted: the fields that the server rendered, so that taking over changes nothing */
  served?: Moment['served']
  /** of the server, '' for the page's own */
  origin: string
  /** nothing stays in this tab: the next person sits down at it */
  isForgetful?: boolean
  /** where this tab left it before */
  kept?: Kept | undefined
  /** keys of answers that the link brought, which nobody has confirmed */
  provisional?: readonly string[] | undefined
  /** what an embedding page says of the customer, now */
  visitor?: () => Visitor
}

type State = {
  place: Place
  given: Given
  faults: Faults
  notice: string | undefined
  end: Moment['end']
  safety: SaveState | undefined
  outcome?: Outcome | undefined
}

/** A survey at work: what was answered, the page it is on, and what is shown of it. Events are the caller's. */
export const createSurvey = (root: Element, start: Start) => {
  const { slug, definition, words, origin, languages, kept, visitor, isForgetful } = start
  const state: State = {
    place: kept ? { ...kept.place, locale: start.place.locale } : start.place,
    given: kept?.given ?? start.given,
    faults: kept ? {} : (start.faults ?? {}),
    notice: start.notice,
    end: 'none',
    safety: undefined,
  }
  const unconfirmed = new Set(start.provisional)
  const keep = (isFree?: boolean): void => {
    if (state.end === 'none' && !isForgetful) tab.set(keyOf(slug), { place: state.place, given: state.given, isFree })
  }
  const around = (): Place => {
    const { context } = visitor?.() ?? {}
    return { ...state.place, context: { ...state.place.context, ...plainContext(context) } }
  }
  const answers = () => usable(definition, state.given)
  const pages = (): VisiblePage[] => findVisible(definition, answers(), around()).pages
  const page = (): VisiblePage | undefined => pages().find(({ index }) => index === state.place.pageIndex)

  let live: Live | undefined
  const view = () => {
    const { safety, place, end } = state
    const aside = end === 'none' && [languages, <Safety key="safety" state={safety} words={words} />]
    const served = place.pageIndex === start.place.pageIndex ? start.served : undefined
    return sceneOf(start, { ...state, place: around(), answers: answers(), aside, served, live })
  }
  const draw = (): void => render(view(), root)
  const show = (change: Partial<State>): void => {
    Object.assign(state, change)
    draw()
  }
  const unavailable = () => `${words.notices.unavailable.title}. ${words.notices.unavailable.text}`

  let isAhead = false
  let isEnding = false
  let tellEarlyEnd = (): void => undefined
  const saver = createSaver({
    origin,
    id: state.place.id,
    revision: state.place.revision,
    onRevision: (revision) => {
      state.place = { ...state.place, revision }
      keep()
    },
    onOutcome: (outcome) => {
      state.outcome = outcome
      // Ended before its last page: nobody answers on for nothing.
      if (outcome && state.end === 'none' && !isEnding) {
        end('sent')
        tellEarlyEnd()
      }
    },
    onState: (safety) => {
      // What has just been given isn't on its way yet: an older save that arrives now doesn't make it safe.
      if (safety === 'saved' && isAhead) return
      if (state.end === 'none') show(safety === 'refused' ? { safety, notice: unavailable() } : { safety })
    },
  })
  const save = (completed: boolean): void => {
    const { version, locale, startedAt, source, channel, context, invitationToken, customerToken, pageIndex: page } = around()
    const confirmed = Object.entries(state.given).filter(([key]) => !unconfirmed.has(key))
    isAhead = false
    saver.save({
      ...{ survey: slug, version, completed, page, locale, startedAt, source, channel, context, invitationToken },
      answers: usable(definition, Object.fromEntries(confirmed)),
      customerToken: customerToken ?? visitor?.().customerToken,
    })
  }
  /** To that page, or where the answers hide it, to the last one before it. */
  const goTo = (wanted: number): void => {
    const all = pages()
    const pageIndex = (all.findLast(({ index }) => index <= wanted) ?? all[0])?.index
    if (pageIndex === undefined) return
    show({ place: { ...state.place, pageIndex }, faults: {}, notice: undefined, end: 'none' })
    keep()
  }
  const end = (result: SaveResult | 'waiting'): void => {
    isEnding = false
    if (result === 'refused') show({ notice: unavailable(), end: 'none' })
    else {
      tab.set(keyOf(slug), undefined)
      show({ end: result })
    }
  }

  return {
    slug,
    /** Draws it, over what stands there already, where this tab left it; and sees that what was given before is saved. */
    begin: (): void => {
      attend(state.place.id)
      live = { own: {}, redraw: draw, uploads: `${origin}/api/v1/uploads?survey=${slug}&response=${state.place.id}` }
      if (kept) {
        goTo(state.place.pageIndex)
        save(false)
      } else draw()
    },
    page,
    /** What a form answers to the questions of this page; undefined values are questions left open. */
    read: (form: HTMLFormElement): Record<string, unknown> => {
      const data = new FormData(form)
      const questions = page()?.questions ?? []
      return Object.fromEntries(
        questions.map((question) => [
          question.key,
          readAnswer(question, (name) => data.getAll(name).filter((value) => typeof value === 'string')),
        ]),
      )
    },
    state: (): Readonly<State> => state,
    answer: (given: Given, change: Partial<State> = {}): void => {
      isAhead = true
      show({ given: { ...state.given, ...given }, safety: 'saving', ...change })
      keep()
    },
    save: (): void => save(false),
    /** a person has touched this question: what stands there is their answer */
    confirm: (key: string): void => void unconfirmed.delete(key),
    goTo,
    back: (): VisiblePage | undefined => pages().findLast(({ index }) => index < state.place.pageIndex),
    /** On to the next page, to the faults of this one, or to the end. `patience`: how long the end waits for the server, in ms. */
    next: async (patience: number): Promise<'faults' | 'page' | 'end'> => {
      unconfirmed.clear()
      const all = pages()
      const here = page()
      const later = all.find(({ index }) => index > state.place.pageIndex)
      for (const one of later ? [here] : all) {
        const faults = one ? findFaults(one, state.given) : {}
        if (one && Object.keys(faults).length > 0) {
          show({ place: { ...state.place, pageIndex: one.index }, faults, notice: undefined })
          return 'faults'
        }
      }
      if (later) {
        goTo(later.index)
        save(false)
        return 'page'
      }
      isEnding = true
      save(true)
      const settled = saver.settled()
      end(await Promise.race([settled, new Promise<'waiting'>((resolve) => setTimeout(() => resolve('waiting'), patience))]))
      if (state.end === 'waiting') void settled.then(end)
      return 'end'
    },
    /** The server ends it before its last page: a quota is full, or another device was turned away. */
    whenEndedEarly: (tell: () => void): void => {
      tellEarlyEnd = tell
    },
    /** The page goes, or may: what isn't through is sent in a request that outlives it. */
    leave: (isGoing: boolean): void => {
      if (state.safety || kept) keep(isGoing)
      saver.leave()
    },
    /** The page was put away and is back. */
    stay: (): void => {
      if (state.safety || kept) keep()
    },
  }
}

export type Survey = ReturnType<typeof createSurvey>
