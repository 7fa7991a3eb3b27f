/** @jsxImportSource preact */
import '@/widget/view/install-parts'
import { render } from 'preact'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { findVisible, type Surroundings } from '@/domain/survey/visibility'
import { readAnswer } from '@/widget/fields'
import { sceneOf } from '@/widget/runtime/scene'
import { type Faults, findFaults, usable } from '@/widget/steps'
import type { Live } from '@/widget/view/kinds/kind'
import { wordsFor } from '@/widget/words/all'

export type Shown = { definition: SurveyDefinition; locale: string; around: Surroundings }

type Trial = { given: Readonly<Record<string, unknown>>; pageIndex: number; faults: Faults; hasEnded: boolean }

const fresh: Trial = { given: {}, pageIndex: 0, faults: {}, hasEnded: false }

/**
 * A survey on trial: the renderer that customers meet, with answers that go nowhere. `onTrial` hears what was answered and
 * which page is looked at, after each change.
 */
export const showSurvey = (root: HTMLElement, start: Shown, onTrial: (given: Trial['given'], pageIndex: number) => void) => {
  let shown = start
  let trial = fresh
  const live: Live = { own: {}, redraw: () => draw(), uploads: '' }

  const answers = () => usable(shown.definition, trial.given)
  const pages = () => findVisible(shown.definition, answers(), shown.around).pages
  const draw = (): void => {
    const { definition, locale, around } = shown
    const all = pages()
    const here =
      all.find(({ index }) => index === trial.pageIndex) ?? all.findLast(({ index }) => index <= trial.pageIndex) ?? all[0]
    const place = {
      ...{ id: around.id ?? '', version: 0, revision: 0, startedAt: '' },
      ...{ locale, source: around.source, channel: around.channel },
      context: (around.context ?? {}) as Readonly<Record<string, string>>,
      pageIndex: here?.index ?? 0,
    }
    const end = trial.hasEnded || !here ? ('sent' as const) : ('none' as const)
    const moment = { place, given: trial.given, answers: answers(), faults: trial.faults, end, live }
    root.ownerDocument.documentElement.lang = locale
    render(sceneOf({ definition, words: wordsFor(locale) }, moment), root)
  }
  const change = (next: Partial<Trial>): void => {
    trial = { ...trial, ...next }
    draw()
    onTrial(trial.given, trial.hasEnded ? -1 : trial.pageIndex)
  }
  const take = (given: Readonly<Record<string, unknown>>, key: string): void => {
    const { [key]: _, ...faults } = trial.faults
    change({ given: { ...trial.given, ...given }, faults })
  }
  const read = (form: HTMLFormElement): Record<string, unknown> => {
    const fields = [...form.querySelectorAll<HTMLInputElement>('input[name],textarea[name],select[name]')]
    const valuesOf = (name: string): string[] =>
      fields
        .filter((field) => field.name === name && !field.disabled && (!/^(radio|checkbox)$/.test(field.type) || field.checked))
        .map(({ value }) => value)
    const here = pages().find(({ index }) => index === trial.pageIndex)
    return Object.fromEntries((here?.questions ?? []).map((question) => [question.key, readAnswer(question, valuesOf)]))
  }
  const next = (): void => {
    const all = pages()
    const here = all.find(({ index }) => index === trial.pageIndex)
    const faults = here ? findFaults(here, trial.given) : {}
    const later = all.find(({ index }) => index > trial.pageIndex)
    if (Object.keys(faults).length > 0) change({ faults })
    else change(later ? { pageIndex: later.index, faults: {} } : { hasEnded: true, faults: {} })
  }
  const back = (): void => {
    const before = pages().findLast(({ index }) => index < trial.pageIndex)
    if (before) change({ pageIndex: before.index, faults: {} })
  }

  root.addEventListener('input', ({ target }) => {
    const { form, name } = target as HTMLInputElement
    const key = name?.replace(/^_other\./, '').replace(/\..*/, '')
    if (form && key) take(read(form), key)
  })
  root.addEventListener('earshot', (event) => {
    const [key, answer] = (event as CustomEvent<[string, unknown]>).detail
    take({ [key]: answer }, key)
  })
  root.addEventListener('submit', (event) => {
    event.preventDefault()
    const go = ((event as SubmitEvent).submitter as HTMLButtonElement | null)?.value
    go === 'back' ? back() : next()
  })
  // Nothing in a trial leads away from it.
  root.addEventListener('click', (event) => {
    if ((event.target as Element).closest?.('a')) event.preventDefault()
  })
  draw()
  return {
    update: (now: Shown): void => {
      shown = now
      draw()
    },
    /** The page with what is being edited, whatever way leads there. */
    goTo: (pageIndex: number): void => change({ pageIndex, hasEnded: false, faults: {} }),
    toEnd: (): void => change({ hasEnded: true, faults: {} }),
    restart: (): void => change(fresh),
  }
}
