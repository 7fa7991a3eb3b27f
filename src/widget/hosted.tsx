/** @jsxImportSource preact */

import { isBlank } from '@/domain/survey/answer'
import type { HostedData } from './hosted-data'
import { focusOn, listen } from './runtime/listen'
import { type Kept, resume } from './runtime/resume'
import { sceneOf } from './runtime/scene'
import { sendUnsent } from './runtime/send'
import { createSurvey, type Start } from './runtime/survey'
import { usable } from './steps'
import { type Family, loadKinds, usesMany } from './view/kinds/families'
import { Languages } from './view/languages'
import { lateParts } from './view/late-parts'
import { parts } from './view/parts'
import { hydrate } from './view/render'

/** The hosted page's script: takes over the form that the server sent, and from then on moves without reloading. */
const root = document.getElementById('earshot')
const data = JSON.parse(document.getElementById('earshot-data')?.textContent ?? 'null') as HostedData | null

const hiddenFields = (form: Element): [string, string][] =>
  [...form.querySelectorAll<HTMLInputElement>(':scope > input[type=hidden]')].map(({ name, value }) => [name, value])

const isFresh = ({ visit, given, provisional = [] }: HostedData): boolean =>
  visit.revision === 0 && Object.keys(given).every((key) => provisional.includes(key))

/**
 * A reload begins anew on the server; this tab remembers where it was. A personal link's response is always the same, and a
 * kiosk's tab remembers nobody.
 */
const recall = async (served: HostedData): Promise<Kept | undefined> => {
  const { slug, visit, kiosk } = served
  const kept = isFresh(served) && !kiosk ? await resume(slug, visit.version) : undefined
  return visit.invitationToken && kept?.place.id !== visit.id ? undefined : kept
}

const begin = async (page: HTMLElement, form: HTMLFormElement, served: HostedData): Promise<void> => {
  const { visit, given, languages, kiosk, ...rest } = served
  const start: Start = {
    ...rest,
    place: visit,
    given,
    origin: '',
    served: { hidden: hiddenFields(form), action: form.getAttribute('action') ?? '' },
    languages: <Languages {...{ languages, words: rest.words, locale: visit.locale }} isFresh={isFresh(served)} />,
  }
  const { definition, faults, notice, languages: aside } = start
  const answers = usable(definition, given)
  const first = { place: visit, given, answers, faults: faults ?? {}, notice, end: 'none' as const, served: start.served }
  hydrate(sceneOf(start, { ...first, aside: [aside, undefined] }), page)
  const kept = await recall(served)
  const helper = kiosk && ((await import(`/widget/${kiosk.script}`)) as typeof import('./kiosk/kiosk'))
  const survey = createSurvey(page, { ...start, kept, ...(helper ? { place: helper.anew(visit), isForgetful: true } : {}) })
  // What was chosen before this script came stands in the form alone; a box left open says nothing yet.
  const typed = Object.fromEntries(Object.entries(survey.read(form)).filter(([, answer]) => !isBlank(answer) && answer !== false))
  // Over what this tab remembers goes what a person has chosen since, not what the server filled in.
  const isNew = (key: string): boolean => !kept || JSON.stringify(typed[key]) !== JSON.stringify(given[key])
  const chosen = Object.fromEntries(Object.entries(typed).filter(([key]) => isNew(key)))
  survey.begin()
  if (Object.keys(chosen).length > 0) {
    survey.answer(chosen)
    if (kept) survey.save()
  }

  const reveal = (): void => {
    scrollTo(0, 0)
    focusOn(page, survey.state().end === 'none' ? '.question' : '.thanks')
  }
  const depth = (): number => (history.state as { depth?: number } | null)?.depth ?? 0
  history.replaceState({ depth: depth(), page: survey.state().place.pageIndex }, '')

  const attendant = kiosk && helper?.tend(page, survey, { languages, kiosk, words: rest.words })
  listen(page, survey, {
    onEnd: () => attendant?.end(),
    onMove: (direction) => {
      const at = survey.state().end === 'none' ? survey.state().place.pageIndex : 'end'
      // The next person at a kiosk must not come upon this one's pages by going back.
      if (direction === 'forward' && !kiosk) history.pushState({ depth: depth() + 1, page: at }, '')
      reveal()
    },
    onBack: () => {
      if (depth() > 0 && !kiosk) return history.back()
      const before = survey.back()
      if (!before) return
      survey.goTo(before.index)
      history.replaceState({ depth: 0, page: before.index }, '')
      reveal()
    },
    onLanguage: (locale) => {
      const href = languages.find((one) => one.locale === locale)?.href
      if (href) kiosk ? location.replace(href) : location.assign(href)
    },
  })
  addEventListener('popstate', ({ state }) => {
    const at = (state as { page?: unknown } | null)?.page
    if (typeof at !== 'number') return
    survey.goTo(at)
    reveal()
  })
  void sendUnsent(survey.state().place.id)
}

const form = root?.querySelector('form')
if (root && form && data) {
  Object.assign(parts, lateParts)
  const { definition } = data
  await loadKinds(definition, usesMany(definition) ? (import(EVERY_NAME) as Promise<Family>) : undefined)
  await begin(root, form, data)
}
