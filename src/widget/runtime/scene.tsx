/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { Answers, SurveyDefinition } from '@/domain/survey/definition'
import type { Place } from '../hosted-data'
import type { Faults } from '../steps'
import { Frame } from '../view/frame'
import { pageOf, thanksOf, tongueOf } from '../view/make-page'
import type { Given } from '../view/props'
import type { Words } from '../words/words'

/** What stays the same as long as a survey is shown. */
export type Setting = {
  definition: SurveyDefinition
  words: Words
  isEmbedded?: boolean
  isLight?: boolean
}

/** What is shown of it now. */
export type Moment = {
  place: Place
  given: Given
  answers: Answers
  faults: Faults
  notice?: string | undefined
  end: 'none' | 'sent' | 'waiting'
  /** in the line at the foot: other languages, whether the answers are safe */
  aside?: ComponentChildren
  /** of the form that the server sent, so that taking over changes nothing */
  served?: { hidden?: readonly (readonly [string, string])[]; action?: string } | undefined
}

/** A survey as its customer sees it at this moment. */
export const sceneOf = (setting: Setting, { place, given, answers, faults, notice, end, aside, served }: Moment) => {
  const { definition, words, isEmbedded, isLight } = setting
  const tongue = tongueOf(definition, place.locale, words)
  const asked = { definition, tongue, around: place, given, answers, pageIndex: place.pageIndex, faults, notice, isEmbedded }
  return (
    <Frame {...tongue} definition={definition} isEmbedded={isEmbedded} isLight={isLight} languages={aside}>
      {end === 'none'
        ? pageOf({ ...asked, ...served })
        : thanksOf(definition, tongue, answers, place, end === 'waiting' ? words.notYetSent : undefined)}
    </Frame>
  )
}
