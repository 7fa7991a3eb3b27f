import { chooseLocale, localize } from '@/domain/localized'
import type { PublishedSurvey, QuestionKind } from '@/domain/survey/definition'
import { findVisible } from '@/domain/survey/visibility'
import type { Place } from '../hosted-data'
import { sceneOf } from '../runtime/scene'
import { uuidV7 } from '../runtime/uuid'
import { directionOf } from '../view/frame'
import { loadKinds, usesMany } from '../view/kinds/families'
import { render } from '../view/render'
import type { Words } from '../words/words'
import type { EmbedOptions, Mount } from './embed-options'
import type { Every, More } from './more'

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

const beginPlace = ({ source, channel, context }: EmbedOptions, version: number, locale: string): Place => {
  const now = new Date()
  const id = uuidV7(now.getTime())
  return { id, version, locale, pageIndex: 0, revision: 0, startedAt: now.toISOString(), source, channel, context }
}

/** Kinds that a first page can show without the other parts. */
const earlyKinds: readonly QuestionKind[] = ['nps', 'csat', 'ces', 'statement']

const hasBegun = (slug: string): boolean => {
  try {
    return sessionStorage.getItem(`earshot.${slug}`) !== null
  } catch {
    return false
  }
}

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

/**
 * Shows a survey in a shadow tree on somebody else's page. Its first question is drawn with what is here; all that answering
 * needs is fetched meanwhile.
 */
export const mount = async (given: Mount): Promise<void> => {
  const { root, place: stage, origin, options, onDrawn } = given
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
  const readLater = () => {
    const every = usesMany(definition) ? (import(EVERY_NAME) as Promise<Every>) : undefined
    const late: Promise<{ more: More }> = every ?? import('./more')
    return Promise.all([late, readWords(locale, 1), loadKinds(definition, every)])
  }
  const words = await (locale === guess ? likely : readWords(locale, 0))
  root.adoptedStyleSheets.push(sheet(SURVEY_CSS), sheet(theme))
  // The page's own scheme, not the visitor's: a dark card on a page that is always light looks like a mistake.
  const isLight = !getComputedStyle(document.documentElement).colorScheme.includes('dark')
  const setting = { definition, words, isEmbedded: true, isLight }
  const place = beginPlace(options, version, locale)
  const [first] = findVisible(definition, {}, place).pages
  place.pageIndex = first?.index ?? 0
  let isPressed = false
  const hold = (event: Event): void => {
    event.preventDefault()
    isPressed = true
  }
  stage.addEventListener('submit', hold)
  const tell = () =>
    onDrawn(localize(definition.title, locale, definition.locales[0]), words.close ?? '', directionOf(locale) === 'rtl')
  const isEarly = !hasBegun(slug) && first?.questions.every(({ kind }) => earlyKinds.includes(kind))
  if (isEarly) {
    render(sceneOf(setting, { place, given: {}, answers: {}, faults: {}, end: 'none' }), stage)
    tell()
  }
  const [{ more }, rest, css] = await untilThere(readLater)
  Object.assign(words, rest)
  root.adoptedStyleSheets.push(sheet(more.css + css))
  await more.takePart(given, { ...setting, slug, place, given: {}, origin, visitor: given.visitor }, () => {
    stage.removeEventListener('submit', hold)
    return isPressed
  })
  if (!isEarly) tell()
}
