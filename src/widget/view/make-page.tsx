/** @jsxImportSource preact */
import { localize } from '@/domain/localized'
import type { Answers, SurveyDefinition } from '@/domain/survey/definition'
import { chooseThanks, findVisible, type Surroundings, type VisiblePage } from '@/domain/survey/visibility'
import { type Faults, isSurelyLast, usable } from '../steps'
import type { Words } from '../words/words'
import { parts } from './parts'
import type { Given, PageProps, Tongue } from './props'
import { SurveyPage } from './survey-page'

export const tongueOf = (definition: Pick<SurveyDefinition, 'locales'>, locale: string, words: Words): Tongue => ({
  locale,
  words,
  say: (text) => localize(text, locale, definition.locales[0]),
})

type Moment = {
  definition: SurveyDefinition
  tongue: Tongue
  around: Surroundings
  given: Given
  pageIndex: number
  faults: Faults
} & Pick<PageProps, 'notice' | 'action' | 'hidden' | 'isEmbedded'>

/** The page at an index of the definition as the customer sees it with these answers; undefined if it is hidden. */
export const visiblePage = (
  definition: SurveyDefinition,
  given: Given,
  around: Surroundings,
  pageIndex: number,
): VisiblePage | undefined =>
  findVisible(definition, usable(definition, given), around).pages.find(({ index }) => index === pageIndex)

export const pageOf = ({ definition, tongue, around, given, pageIndex, ...rest }: Moment) => {
  const answers = usable(definition, given)
  const { pages } = findVisible(definition, answers, around)
  const at = pages.findIndex(({ index }) => index === pageIndex)
  const page = pages[at]
  if (!page) throw new Error(`page ${pageIndex} is not shown with these answers`)
  const isLast = isSurelyLast(definition, given, pageIndex, around)
  return <SurveyPage {...tongue} {...rest} {...{ definition, page, given, isLast }} position={at + 1} count={pages.length} />
}

export const thanksOf = (
  definition: SurveyDefinition,
  tongue: Tongue,
  answers: Answers,
  around: Surroundings,
  notice?: string,
) => {
  const { ThanksView } = parts
  const thanks = chooseThanks(definition, findVisible(definition, answers, around).answers, around)
  return ThanksView && <ThanksView {...tongue} thanks={thanks} notice={notice} />
}
