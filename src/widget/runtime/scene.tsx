/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { Answers, Outcome, SurveyDefinition } from '@/domain/survey/definition'
import type { Place } from '../hosted-data'
import type { Faults } from '../steps'
import { Frame } from '../view/frame'
import type { Live } from '../view/kinds/kind'
import { pageOf, thanksOf, tongueOf } from '../view/make-page'
import type { Given } from '../view/props'
import type { Words } from '../words/words'

/** What stays the same as long as a survey is shown. */
export type Setting = {
  definition: SurveyDefinition
  words: Words
  isEmbedded?: boolean
  scheme?: 'light' | 'dark' | undefined
}

/** What is shown of it now. */
export type Moment = {
  place: Place
  given: Given
  answers: Answers
  faults: Faults
  notice?: string | undefined
  end: 'none' | 'sent' | 'waiting'
  /** how the server ended it, where that isn't what the answers alone say */
  outcome?: Outcome | undefined
  /** what controls may use once there is more than markup */
  live?: Live | undefined
  /** in the line at the foot: other languages, whether the answers are safe */
  aside?: ComponentChildren
  /** of the form that the server sent, so that taking over changes nothing */
  served?: { hidden?: readonly (readonly [string, string])[]; action?: string } | undefined
}

/** A survey as its customer sees it at this moment. */
export const sceneOf = (setting: Setting, moment: Moment) => {
  const { place, given, answers, faults, notice, end, outcome, aside, served, live } = moment
  const { definition, words, isEmbedded, scheme } = setting
  const tongue = tongueOf(definition, place.locale, words)
  const asked = {
    definition,
    tongue,
    around: place,
    given,
    answers,
    pageIndex: place.pageIndex,
    faults,
    notice,
    isEmbedded,
    live,
  }
  return (
    <Frame {...tongue} definition={definition} isEmbedded={isEmbedded} scheme={scheme} languages={aside}>
      {end === 'none'
        ? pageOf({ ...asked, ...served })
        : thanksOf(definition, tongue, answers, place, { notice: end === 'waiting' ? words.notYetSent : undefined, outcome })}
    </Frame>
  )
}
