import { findFaults } from '../steps'
import type { Given } from '../view/props'
import type { Survey } from './survey'

/** How long typing may rest before it is saved, and a click. */
const pause = { typing: 1200, choosing: 250 }
const patience = { online: 4000, offline: 400 }

export type Hooks = {
  onAnswer?: (question: string, answer: unknown) => void
  onEnd?: () => void
  /** a page forward or back, after it was drawn */
  onMove?: (direction: 'forward' | 'back') => void
  onBack?: () => void
  onLanguage?: (locale: string) => void
}

const isTyped = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && /^(text|email|tel|number)$/.test(target.type))

/** Moves the focus where reading goes on, and its top into view. */
export const focusOn = (root: Element | ShadowRoot, selector: string, isCalm = true): void => {
  const element = root.querySelector<HTMLElement>(selector)
  if (!element) return
  if (!element.matches('a,button,input,textarea,select')) element.tabIndex = -1
  element.focus({ preventScroll: true })
  if (!isCalm) element.scrollIntoView({ block: 'center' })
}

/** Connects a survey with what the customer does. All listeners stand on the root, so drawing never has to renew them. */
export const listen = (root: Element | ShadowRoot, survey: Survey, hooks: Hooks = {}): void => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isEnding = false

  const saveSoon = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      timer = undefined
      survey.save()
    }, milliseconds)
  }

  const take = (key: string, given: Given, milliseconds: number): void => {
    const page = survey.page()
    if (!page) return
    survey.confirm(key)
    // A fault goes as soon as it is mended; new ones wait for the button.
    const { [key]: mended, ...others } = survey.state().faults
    const still = mended && findFaults(page, given)[key]
    survey.answer(given, { faults: still ? { ...others, [key]: still } : others })
    hooks.onAnswer?.(key, given[key])
    saveSoon(milliseconds)
  }

  root.addEventListener('input', ({ target }) => {
    const { form, name } = target as HTMLInputElement
    // Fields of a part are named KEY.PART, the one for "something else" _other.KEY.
    const key = name?.replace(/^_other\./, '').replace(/\..*/, '')
    if (form && key) take(key, survey.read(form), isTyped(target) ? pause.typing : pause.choosing)
  })

  // What a control tells that is no field of the form (view/kinds/tell.ts).
  root.addEventListener('earshot', (event) => {
    const [key, answer] = (event as CustomEvent<[string, unknown]>).detail
    take(key, { [key]: answer }, pause.choosing)
  })

  survey.whenEndedEarly(() => {
    clearTimeout(timer)
    timer = undefined
    hooks.onMove?.('forward')
    hooks.onEnd?.()
  })

  const next = async (): Promise<void> => {
    if (isEnding) return
    isEnding = true
    clearTimeout(timer)
    timer = undefined
    const outcome = await survey.next(navigator.onLine ? patience.online : patience.offline).finally(() => {
      isEnding = false
    })
    if (outcome === 'faults') focusOn(root, '.summary', false)
    else if (outcome === 'page') hooks.onMove?.('forward')
    else if (survey.state().end === 'none') focusOn(root, '.notice', false)
    else {
      hooks.onMove?.('forward')
      hooks.onEnd?.()
    }
  }

  root.addEventListener('submit', (event) => {
    event.preventDefault()
    const go = ((event as SubmitEvent).submitter as HTMLButtonElement | null)?.value ?? ''
    if (go.startsWith('lang:')) hooks.onLanguage?.(go.slice(5))
    else if (go === 'back') hooks.onBack?.()
    else void next()
  })

  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('.summary a')
    const id = link?.getAttribute('href')?.slice(1)
    if (!id) return
    event.preventDefault()
    focusOn(root, `#${CSS.escape(id)} :is(input:not([type=hidden]),textarea,select,button)`, false)
  })

  const leave = (isGoing: boolean): void => {
    clearTimeout(timer)
    if (timer !== undefined && survey.state().end === 'none') survey.save()
    timer = undefined
    survey.leave(isGoing)
  }
  addEventListener('pagehide', () => leave(true))
  // Phones end a page that is out of sight without a word.
  document.addEventListener('visibilitychange', () => document.hidden && leave(false))
  addEventListener('pageshow', ({ persisted }) => persisted && survey.stay())
}
