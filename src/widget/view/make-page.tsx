/** @jsxImportSource preact */
import { localize } from '@/domain/localized'
import type { Answers, Outcome, SurveyDefinition } from '@/domain/survey/definition'
import type { Sources } from '@/domain/survey/pipe'
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

/** What was answered, for texts that quote it. */
const sourcesOf = (definition: SurveyDefinition, tongue: Tongue, answers: Answers, around: Surroundings): Sources => ({
  definition,
  answers,
  context: around.context,
  say: tongue.say,
})

/** The same voice, with what was answered filled in. */
const piped = (tongue: Tongue, sources: Sources): Tongue => ({
  ...tongue,
  say: (text) => parts.pipe?.(tongue.say(text), sources) ?? tongue.say(text),
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
} & Pick<PageProps, 'notice' | 'action' | 'enctype' | 'hidden' | 'isEmbedded' | 'live'>

export const pageOf = ({ definition, tongue, around, given, answers, pageIndex, ...rest }: Moment) => {
  const visible = findVisible(definition, answers, around)
  const { pages } = visible
  const at = pages.findIndex(({ index }) => index === pageIndex)
  const page = pages[at]
  if (!page) throw new Error(`page ${pageIndex} is not shown with these answers`)
  const isLast = isSurelyLast(definition, answers, pageIndex, around)
  const spoken = piped(tongue, sourcesOf(definition, tongue, visible.answers, around))
  return <SurveyPage {...spoken} {...rest} {...{ definition, page, given, isLast }} position={at + 1} count={pages.length} />
}

export const thanksOf = (
  definition: SurveyDefinition,
  tongue: Tongue,
  answers: Answers,
  around: Surroundings,
  /** how the server ended it, where that isn't what the answers alone say */
  { notice, outcome: told }: { notice?: string | undefined; outcome?: Outcome | undefined } = {},
) => {
  const { ThanksView } = parts
  const visible = findVisible(definition, answers, around)
  const outcome = told ?? visible.outcome
  const sources = sourcesOf(definition, tongue, visible.answers, around)
  const chosen = chooseThanks(definition, visible.answers, around, outcome)
  const link = chosen?.link && { ...chosen.link, url: parts.pipeAddress?.(chosen.link.url, sources) ?? chosen.link.url }
  const thanks = chosen && { ...chosen, link }
  return ThanksView && <ThanksView {...piped(tongue, sources)} {...{ thanks, notice, outcome }} />
}
