import type { SurveyDefinition } from '../definition'
import type { Draft } from '../edit/operation'
import { textIn } from '../edit/write-text'
import { type SurveyText, textsOf } from './texts'

/** What a translation is: not there; the very words of the source; made for a source that has changed since; or fine. */
export type TranslationState = 'missing' | 'same' | 'outdated' | 'done'

export type Published = ReadonlyMap<string, SurveyText['value']>

/** The texts of the version that customers see, to tell by what has changed since. */
export const publishedTexts = (definition: SurveyDefinition | undefined): Published =>
  new Map(definition ? textsOf(definition as Draft).map(({ id, value }) => [id, value]) : [])

/**
 * A translation is outdated when the source is no longer what it was in the version that customers see, and the translation
 * still is. What was never published has no state to have grown old from.
 */
export const stateOf = (
  { id, value }: SurveyText,
  locale: string,
  locales: readonly string[],
  published: Published,
): TranslationState => {
  const [source = locale] = locales
  const words = textIn(value, locale, locales).trim()
  const original = textIn(value, source, locales).trim()
  if (words === '') return 'missing'
  if (locale === source) return 'done'
  const before = published.get(id)
  const wasWords = textIn(before, locale, locales).trim()
  const wasOriginal = textIn(before, source, locales).trim()
  if (before !== undefined && wasOriginal !== '' && wasOriginal !== original && wasWords === words) return 'outdated'
  return words === original ? 'same' : 'done'
}
