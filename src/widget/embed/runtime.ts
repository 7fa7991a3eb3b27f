import { directionOf } from '@/domain/direction'
import { localize } from '@/domain/localized'
import type { QuestionKind } from '@/domain/survey/definition'
import { findVisible } from '@/domain/survey/visibility'
import type { Place } from '../hosted-data'
import { sceneOf } from '../runtime/scene'
import { uuidV7 } from '../runtime/uuid'
import { loadKinds, usesMany } from '../view/kinds/families'
import { render } from '../view/render'
import type { Words } from '../words/words'
import type { AskedSurvey, EmbedOptions, Mount } from './embed-options'
import type { Every, More } from './more'

const read = async <T>(answer: Response): Promise<T> => {
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`)
  return (await answer.json()) as T
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
const untilThere = async <T>(attempt: (failures: number) => Promise<T>): Promise<T> => {
  for (let failures = 0; ; failures++) {
    try {
      return await attempt(failures)
    } catch {
      await new Promise((resolve) => setTimeout(resolve, Math.min(1000 * 2 ** failures, 60_000)))
    }
  }
}

/**
 * Shows a survey in a shadow tree on somebody else's page. Its first question is drawn with what is here; all that answering
 * needs is fetched meanwhile.
 */
export const mount = async (given: Mount): Promise<void> => {
  const { root, place: stage, origin, options, answer, onDrawn } = given
  const { slug, version, definition, theme, locale, wordLocale, ...asked } = await read<AskedSurvey>(answer)
  const words = asked.words as Words
  const readWords = async () =>
    read<Words>(await fetch(`${origin}/widget/words-${wordLocale}-${VERSION}.json`, { credentials: 'omit' }))
  // Browsers remember that a script didn't come and don't ask for it again (github.com/whatwg/html/issues/6768): after a failure
  // one that needs no other is asked for, by a new address each time.
  const readLater = (failures: number) => {
    const name = failures > 0 ? `${WHOLE_NAME}?${failures}` : usesMany(definition) && EVERY_NAME
    const every = name ? (import(name) as Promise<Every>) : undefined
    const late: Promise<{ more: More }> = every ?? import('./more')
    return Promise.all([late, readWords(), loadKinds(definition, every)])
  }
  root.adoptedStyleSheets.push(sheet(SURVEY_CSS), sheet(theme))
  const setting = { definition, words, isEmbedded: true, scheme: options.scheme }
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
