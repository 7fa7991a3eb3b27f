import type { SurveyDefinition } from '@/domain/survey/definition'
import type { Faults } from './steps'
import type { LanguageChoice } from './view/languages'
import type { Given } from './view/props'
import type { Words } from './words/words'

/** Where a customer is on their way through a survey; `revision` is that of the last save, 0 before the first. */
export type Place = {
  id: string
  version: number
  locale: string
  pageIndex: number
  revision: number
  startedAt: string
  source?: string | undefined
  channel?: string | undefined
  context: Readonly<Record<string, string | number | boolean | null>>
  /** a personal link's: goes with every save, whose response has this very id on every device */
  invitationToken?: string | undefined
  /** a signed customer's: goes with every save */
  customerToken?: string | undefined
}

/** Of a kiosk's page: files under /widget/ */
export type KioskData = {
  script: string
  /** the service worker */
  worker: string
  /** everything else that the page may need while there is no network */
  files: readonly string[]
}

/** What a hosted page tells its script: everything it was rendered from, so that taking over changes nothing. */
export type HostedData = {
  slug: string
  definition: SurveyDefinition
  words: Words
  visit: Place
  given: Given
  faults: Faults
  languages: readonly LanguageChoice[]
  notice?: string
  /** keys of answers that the link brought: shown as chosen, but nobody's answer until a person touches them or presses the button */
  provisional?: readonly string[] | undefined
  /** this page stands at a kiosk */
  kiosk?: KioskData
}
