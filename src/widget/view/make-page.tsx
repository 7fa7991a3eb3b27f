/** @jsxImportSource preact */
import { localize } from '@/domain/localized'
import type { Answers, SurveyDefinition } from '@/domain/survey/definition'
import { chooseThanks, findVisible, type Surroundings } from '@/domain/survey/visibility'
import type { Faults } from '../steps'
import { isSurelyLast } from '../surely-last'
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
  /** as typed, and of these what is usable (`usable` in steps.ts) */
  given: Given
  answers: Answers
  pageIndex: number
  faults: Faults
} & Pick<PageProps, 'notice' | 'action' | 'hidden' | 'isEmbedded'>

export const pageOf = ({ definition, tongue, around, given, answers, pageIndex, ...rest }: Moment) => {
  const { pages } = findVisible(definition, answers, around)
  const at = pages.findIndex(({ index }) => index === pageIndex)
  const page = pages[at]
  if (!page) throw new Error(`page ${pageIndex} is not shown with these answers`)
  const isLast = isSurelyLast(definition, answers, pageIndex, around)
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
