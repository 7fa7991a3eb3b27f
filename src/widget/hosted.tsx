/** @jsxImportSource preact */
import { isBlank } from '@/domain/survey/answer'
import type { HostedData } from './hosted-data'
import { focusOn, listen } from './runtime/listen'
import { createSaver, sendUnsent } from './runtime/saver'
import { createSurvey, type Kept, resume } from './runtime/survey'
import { loadKinds } from './view/kinds/families'
import { Languages } from './view/languages'
import { lateParts } from './view/late-parts'
import { parts } from './view/parts'

/** The hosted page's script: takes over the form that the server sent, and from then on moves without reloading. */
const root = document.getElementById('earshot')
const data = JSON.parse(document.getElementById('earshot-data')?.textContent ?? 'null') as HostedData | null

const hiddenFields = (form: Element): [string, string][] =>
  [...form.querySelectorAll<HTMLInputElement>(':scope > input[type=hidden]')].map(({ name, value }) => [name, value])

const isFresh = ({ visit, given }: HostedData): boolean => visit.revision === 0 && Object.keys(given).length === 0

/** A reload begins anew on the server; this tab remembers where it was. */
const recall = (served: HostedData): Kept | undefined => (isFresh(served) ? resume(served.slug, served.visit.version) : undefined)

const begin = (page: HTMLElement, form: HTMLFormElement, served: HostedData): void => {
  const { slug, visit, given, languages, ...rest } = served
  const survey = createSurvey(page, {
    ...rest,
    slug,
    place: visit,
    given,
    origin: '',
    hidden: hiddenFields(form),
    action: form.getAttribute('action') ?? '',
    kept: recall(served),
    makeSaver: createSaver,
    languages: <Languages {...{ languages, words: rest.words, locale: visit.locale }} isFresh={isFresh(served)} />,
  })
  // What was chosen before this script came stands in the form alone; a box left open says nothing yet.
  const typed = Object.fromEntries(Object.entries(survey.read(form)).filter(([, answer]) => !isBlank(answer) && answer !== false))
  survey.begin(true)
  if (Object.keys(typed).length > 0) survey.answer(typed)

  const reveal = (): void => {
    scrollTo(0, 0)
    focusOn(page, survey.state().end === 'none' ? '.question' : '.thanks')
  }
  const depth = (): number => (history.state as { depth?: number } | null)?.depth ?? 0
  history.replaceState({ depth: depth(), page: survey.state().place.pageIndex }, '')

  listen(page, survey, {
    onMove: (direction) => {
      const at = survey.state().end === 'none' ? survey.state().place.pageIndex : 'end'
      if (direction === 'forward') history.pushState({ depth: depth() + 1, page: at }, '')
      reveal()
    },
    onBack: () => {
      if (depth() > 0) return history.back()
      const before = survey.back()
      if (!before) return
      survey.goTo(before.index)
      history.replaceState({ depth: 0, page: before.index }, '')
      reveal()
    },
    onLanguage: (locale) => {
      const href = languages.find((one) => one.locale === locale)?.href
      if (href) location.href = href
    },
  })
  addEventListener('popstate', ({ state }) => {
    const at = (state as { page?: unknown } | null)?.page
    if (typeof at !== 'number') return
    survey.goTo(at)
    reveal()
  })
  sendUnsent(survey.state().place.id)
}

const form = root?.querySelector('form')
if (root && form && data) {
  Object.assign(parts, lateParts)
  await loadKinds(data.definition)
  begin(root, form, data)
}
