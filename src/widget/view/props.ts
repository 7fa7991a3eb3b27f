import type { Localized } from '@/domain/localized'
import type { SurveyDefinition } from '@/domain/survey/definition'
import type { VisiblePage } from '@/domain/survey/visibility'
import type { Faults } from '../steps'
import type { Words } from '../words/words'
import type { Live } from './kinds/kind'

/** What every part of a page is shown in. */
export type Tongue = { locale: string; words: Words; say: (text: Localized | undefined) => string }

export type Given = Readonly<Record<string, unknown>>

/** One page of a survey, whole: the same on the server, in the hosted page's script and in an embed. */
export type PageProps = Tongue & {
  definition: SurveyDefinition
  page: VisiblePage
  /** of the pages that the customer sees with the answers so far: 1 … count */
  position: number
  count: number
  isLast: boolean
  /** as given, right or wrong, so that a customer mends what they typed */
  given: Given
  faults: Faults
  notice?: string | undefined
  /** hosted: where the form goes without a script, and what travels in it */
  action?: string | undefined
  enctype?: string | undefined
  hidden?: readonly (readonly [string, string])[] | undefined
  /** an embed stands in the outline of somebody else's page */
  isEmbedded?: boolean | undefined
  /** there once a script has taken over */
  live?: Live | undefined
}
