import type { Condition } from '../condition/condition'
import type { Localized } from '../localized'
import type { Question } from './question'

export * from './answer'
export * from './question'

/** How a response ended: all asked, of no use to this survey, or one too many of its kind. */
export type Outcome = 'completed' | 'disqualified' | 'quota_full'

/** Where to go after a page when the condition holds (always, without one): a later page by its key, or the end. */
export type Jump = { when?: Condition | undefined } & (
  | { page: string; end?: undefined }
  | { end: 'completed' | 'disqualified'; page?: undefined }
)

export type Page = {
  key?: string | undefined
  title?: Localized | undefined
  showIf?: Condition | undefined
  questions: readonly Question[]
  /** questions in an order of their own for each response, the anchored ones apart */
  randomize?: boolean | undefined
  /** the first whose condition holds is taken */
  jumps?: readonly Jump[] | undefined
}

/** At most so many completed responses for which the condition holds. */
export type Quota = { key: string; when?: Condition | undefined; limit: number }

export type Thanks = {
  /** the way the response ended; completed unless set */
  outcome?: Outcome | undefined
  when?: Condition | undefined
  text: Localized
  link?: { url: string; text?: Localized | undefined } | undefined
}

export type Theme = { color?: string | undefined; logo?: string | undefined; font?: string | undefined }

export type SurveyDefinition = {
  touchpoint: string
  locales: readonly string[]
  title: Localized
  pages: readonly Page[]
  thanks: readonly Thanks[]
  quotas?: readonly Quota[] | undefined
  /** parameters of the survey's address that are kept as context under their own names */
  hiddenFields?: readonly string[] | undefined
  theme?: Theme | undefined
  /** how long a partial response rests before it is scored, in seconds */
  idleSeconds: number
  /** origins that may embed it; none means every origin */
  origins?: readonly string[] | undefined
  anonymous?: boolean | undefined
  progress?: boolean | undefined
}

/** What a public reader gets: the definition with what tells the versions apart, and its theme as a style sheet. */
export type PublishedSurvey = { slug: string; version: number; definition: SurveyDefinition; theme: string }

export const questionsOf = (definition: Pick<SurveyDefinition, 'pages'>): Question[] =>
  definition.pages.flatMap((page) => [...page.questions])
