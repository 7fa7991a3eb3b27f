/** @jsxImportSource preact */
import { type ComponentChildren, hydrate, render } from 'preact'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { findVisible, type VisiblePage } from '@/domain/survey/visibility'
import { readAnswer } from '../fields'
import type { Place } from '../hosted-data'
import { type Faults, findFaults, usable } from '../steps'
import { Frame } from '../view/frame'
import type { Live } from '../view/kinds/kind'
import { pageOf, thanksOf, tongueOf } from '../view/make-page'
import type { Given } from '../view/props'
import type { Words } from '../words/words'
import type { SaveResult, Saver, SaverOptions } from './saver'
import { tab } from './storage'

export type Start = {
  slug: string
  definition: SurveyDefinition
  words: Words
  place: Place
  given: Given
  faults?: Faults
  notice?: string | undefined
  /** hosted: the survey's other languages */
  languages?: ComponentChildren
  /** hosted: the fields that the server rendered, so that taking over changes nothing */
  hidden?: readonly (readonly [string, string])[]
  action?: string
  isEmbedded?: boolean
  isLight?: boolean
  /** of the server, '' for the page's own */
  origin: string
  /** called at the first save: an embed fetches what saves after it has shown its first question */
  makeSaver: (options: SaverOptions) => Saver
  /** where this tab left it before */
  kept?: Kept | undefined
  /** keys of answers that the link brought, which nobody has confirmed */
  provisional?: readonly string[] | undefined
}

type State = { place: Place; given: Given; faults: Faults; notice: string | undefined; end: 'none' | 'sent' | 'waiting' }
export type Kept = { place: Place; given: Given }

const keyOf = (slug: string): string => `earshot.${slug}`

/** Where this tab left the survey, unless it has changed since. */
export const resume = (slug: string, version: number): Kept | undefined => {
  const kept = tab.get<Kept>(keyOf(slug))
  return kept?.place?.version === version ? kept : undefined
}

/** A survey at work: what was answered, the page it is on, and what is shown of it. Events are the caller's. */
export const createSurvey = (root: Element | ShadowRoot, start: Start) => {
  const { slug, definition, words, isEmbedded, isLight, origin, languages } = start
  const state: State = { place: start.place, given: start.given, faults: start.faults ?? {}, notice: start.notice, end: 'none' }
  const tongue = tongueOf(definition, start.place.locale, words)
  const unconfirmed = new Set(start.provisional)
  let made: Saver | undefined
  const saver = (): Saver => {
    const { id, revision } = state.place
    const onRevision = (saved: number): void => {
      state.place = { ...state.place, revision: saved }
      if (state.end === 'none') tab.set(keyOf(slug), { place: state.place, given: state.given })
    }
    made ??= start.makeSaver({ origin, id, revision, onRevision })
    return made
  }
  const around = () => state.place
  const pages = (): VisiblePage[] => findVisible(definition, usable(definition, state.given), around()).pages
  const page = (): VisiblePage | undefined => pages().find(({ index }) => index === state.place.pageIndex)

  let live: Live | undefined
  const view = () => {
    const { place, given, faults, notice, end } = state
    const isAsServed = place.pageIndex === start.place.pageIndex
    const served = isAsServed ? { hidden: start.hidden ?? [], action: start.action } : {}
    return (
      <Frame
        {...tongue}
        definition={definition}
        isEmbedded={isEmbedded}
        isLight={isLight}
        languages={end === 'none' && languages}
      >
        {end === 'none'
          ? pageOf({
              definition,
              tongue,
              around: around(),
              given,
              pageIndex: place.pageIndex,
              faults,
              notice,
              isEmbedded,
              live,
              ...served,
            })
          : thanksOf(definition, tongue, usable(definition, given), around(), {
              notice: end === 'waiting' ? words.notYetSent : undefined,
            })}
      </Frame>
    )
  }
  const draw = (): void => render(view(), root)
  const save = (completed: boolean): void => {
    const { version, locale, startedAt, source, channel, context, invitationToken, customerToken } = state.place
    const tokens = { invitationToken, customerToken }
    const confirmed = Object.entries(state.given).filter(([key]) => !unconfirmed.has(key))
    const answers = usable(definition, Object.fromEntries(confirmed))
    saver().save({ survey: slug, version, answers, completed, locale, startedAt, source, channel, context, ...tokens })
  }
  const show = (change: Partial<State>): void => {
    Object.assign(state, change)
    draw()
  }
  /** To that page, or where the answers hide it, to the last one before it. */
  const goTo = (wanted: number): void => {
    const all = pages()
    const pageIndex = (all.findLast(({ index }) => index <= wanted) ?? all[0])?.index
    if (pageIndex === undefined) return
    show({ place: { ...state.place, pageIndex }, faults: {}, notice: undefined, end: 'none' })
    tab.set(keyOf(slug), { place: state.place, given: state.given })
  }
  const end = (result: SaveResult | 'waiting'): void => {
    if (result === 'refused') {
      const { title, text } = words.notices.unavailable
      show({ notice: `${title}. ${text}` })
    } else {
      tab.set(keyOf(slug), undefined)
      show({ end: result })
    }
  }

  return {
    slug,
    /** Shows it: over the markup that the server sent, or anew. Then goes on where this tab left it. */
    begin: (isServed: boolean): void => {
      if (isServed) hydrate(view(), root as Element)
      const uploads = `${origin}/api/v1/uploads?survey=${slug}&response=${state.place.id}`
      live = { own: {}, redraw: draw, uploads }
      const { kept, place } = start
      if (kept) {
        Object.assign(state, { place: { ...kept.place, locale: place.locale }, given: kept.given, faults: {} })
        goTo(kept.place.pageIndex)
      } else draw()
    },
    draw,
    page,
    /** What a form answers to the questions of this page; undefined values are questions left open. */
    read: (form: HTMLFormElement): Record<string, unknown> => {
      const data = new FormData(form)
      const questions = page()?.questions ?? []
      return Object.fromEntries(
        questions.map((question) => [question.key, readAnswer(question, (name) => data.getAll(name).map(String))]),
      )
    },
    state: (): Readonly<State> => state,
    answer: (given: Given, change: Partial<State> = {}): void => {
      show({ given: { ...state.given, ...given }, ...change })
      if (state.end === 'none') tab.set(keyOf(slug), { place: state.place, given: state.given })
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
        save(false)
        goTo(later.index)
        return 'page'
      }
      save(true)
      const settled = saver().settled()
      end(await Promise.race([settled, new Promise<'waiting'>((resolve) => setTimeout(() => resolve('waiting'), patience))]))
      if (state.end === 'waiting') void settled.then(end)
      return 'end'
    },
    leave: (): void => made?.leave(),
  }
}

export type Survey = ReturnType<typeof createSurvey>
