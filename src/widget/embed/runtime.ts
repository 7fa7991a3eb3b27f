import { chooseLocale } from '@/domain/localized'
import type { PublishedSurvey, QuestionKind } from '@/domain/survey/definition'
import type { Place } from '../hosted-data'
import { createSurvey, resume, type Survey } from '../runtime/survey'
import { uuidV7 } from '../runtime/uuid'
import { loadKinds } from '../view/kinds/families'
import type { Words } from '../words/words'
import type { EmbedOptions, Mount } from './embed-options'
import type { More } from './more'

const readJson = async <T>(url: string): Promise<T> => {
  const response = await fetch(url, { credentials: 'omit' })
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
  return (await response.json()) as T
}

const sheet = (css: string): CSSStyleSheet => {
  const made = new CSSStyleSheet()
  made.replaceSync(css)
  return made
}

const beginPlace = (options: EmbedOptions, version: number, locale: string): Place => ({
  id: uuidV7(Date.now()),
  version,
  locale,
  pageIndex: 0,
  revision: 0,
  startedAt: new Date().toISOString(),
  source: options.source,
  channel: options.channel,
  context: options.context,
})

/** Kinds that a first page can show without the other parts. */
const earlyKinds: readonly QuestionKind[] = ['nps', 'csat', 'ces', 'statement']

/** Again and again, longer and longer, until there is a network. */
const untilThere = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 60_000)) {
    try {
      return await attempt()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
}

const takePart = ({ host, emit }: Mount, root: ShadowRoot, survey: Survey, { listen, focusOn, sendUnsent }: More): void => {
  const reveal = (): void => {
    host.scrollIntoView({ block: 'nearest' })
    focusOn(root, survey.state().end === 'none' ? '.question' : '.thanks')
  }
  const about = { survey: survey.slug }
  listen(root, survey, {
    onAnswer: (question, value) => emit('answer', { ...about, question, value }),
    onMove: reveal,
    onBack: () => {
      const before = survey.back()
      if (!before) return
      survey.goTo(before.index)
      reveal()
    },
    onEnd: () => emit('complete', { ...about, id: survey.state().place.id }),
  })
  sendUnsent(survey.state().place.id)
}

/** What the customer did before the rest was there: choices stand in the form, and a press of the button is pressed again. */
const catchUp = (root: ShadowRoot, survey: Survey, isPressed: boolean): void => {
  const form = root.querySelector('form')
  if (!form) return
  survey.answer(survey.read(form))
  if (survey.page()?.questions.some(({ key }) => survey.state().given[key] !== undefined)) survey.save()
  if (isPressed) form.requestSubmit()
}

/** Shows a survey inside an element of somebody else's page, in a shadow tree that neither takes nor gives styles. */
export const mount = async (given: Mount): Promise<void> => {
  const { host, origin, options, emit } = given
  const wanted = options.lang ? [options.lang] : navigator.languages
  const readWords = (locale: string, part: 0 | 1) =>
    readJson<Words>(`${origin}/widget/words-${chooseLocale(['en', ...WORD_LOCALES], [locale])}-${part}-${VERSION}.json`)
  // The likeliest words are fetched beside the definition: nearly always they are the ones.
  const guess = chooseLocale(WORD_LOCALES, wanted)
  const likely = readWords(guess, 0)
  likely.catch(() => undefined)
  const { slug, version, definition, theme } = await readJson<PublishedSurvey>(
    `${origin}/api/v1/surveys/${encodeURIComponent(options.survey)}/definition`,
  )
  const locale = chooseLocale(definition.locales, wanted)
  const readLater = () => Promise.all([import('./more'), readWords(locale, 1), loadKinds(definition)])
  const words = await (locale === guess ? likely : readWords(locale, 0))
  const kept = resume(slug, version)
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheet(SURVEY_CSS), sheet(theme)]
  let late: More | undefined
  const survey = createSurvey(root, {
    slug,
    definition,
    words,
    place: beginPlace(options, version, locale),
    given: {},
    origin,
    isEmbedded: true,
    // The page's own scheme, not the visitor's: a dark card on a page that is always light looks like a mistake.
    isLight: !getComputedStyle(document.documentElement).colorScheme.includes('dark'),
    kept,
    makeSaver: (about) => {
      if (!late) throw new Error('nothing is saved before the rest is there')
      return late.createSaver(about)
    },
  })
  let isPressed = false
  const hold = (event: Event): void => {
    event.preventDefault()
    isPressed = true
  }
  root.addEventListener('submit', hold)
  const isEarly = !kept && survey.page()?.questions.every(({ kind }) => earlyKinds.includes(kind))
  if (isEarly) survey.begin(false)
  const [{ more }, rest, css] = await untilThere(readLater)
  late = more
  Object.assign(words, rest)
  root.adoptedStyleSheets.push(sheet(more.css + css))
  root.removeEventListener('submit', hold)
  takePart(given, root, survey, more)
  if (isEarly) catchUp(root, survey, isPressed)
  else survey.begin(false)
  emit('ready', { survey: slug })
}
