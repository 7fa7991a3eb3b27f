import type { Condition } from '../condition/condition'
import type { Localized } from '../localized'

/** A survey's definition, as a version keeps it. Free of zod: the survey runtime in customers' browsers reads it. */
export const questionKinds = ['nps', 'csat', 'ces', 'rating', 'single_choice', 'multi_choice', 'text', 'statement'] as const
export type QuestionKind = (typeof questionKinds)[number]

export type Option = { key: string; text: Localized }

type QuestionBase = {
  key: string
  text: Localized
  hint?: Localized | undefined
  required?: boolean | undefined
  showIf?: Condition | undefined
  dimension?: string | undefined
  module?: string | undefined
  role?: 'outcome' | 'driver' | 'reason' | undefined
}

export type ScaleEnds = { low?: Localized | undefined; high?: Localized | undefined }

export type ScaleQuestion = QuestionBase & { kind: 'nps' | 'csat' | 'ces'; ends?: ScaleEnds | undefined }
export type RatingQuestion = QuestionBase & {
  kind: 'rating'
  /** the highest value; the lowest is 1 */
  scale: number
  shape?: 'stars' | 'numbers' | undefined
  ends?: ScaleEnds | undefined
}
export type SingleChoiceQuestion = QuestionBase & {
  kind: 'single_choice'
  options: readonly Option[]
  other?: boolean | undefined
}
export type MultiChoiceQuestion = QuestionBase & {
  kind: 'multi_choice'
  options: readonly Option[]
  other?: boolean | undefined
  minimum?: number | undefined
  maximum?: number | undefined
}
export type TextQuestion = QuestionBase & { kind: 'text'; long?: boolean | undefined; maxLength?: number | undefined }
export type StatementQuestion = QuestionBase & { kind: 'statement' }

export type Question =
  | ScaleQuestion
  | RatingQuestion
  | SingleChoiceQuestion
  | MultiChoiceQuestion
  | TextQuestion
  | StatementQuestion

export type Page = {
  key?: string | undefined
  title?: Localized | undefined
  showIf?: Condition | undefined
  questions: readonly Question[]
}

export type Thanks = {
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
  theme?: Theme | undefined
  /** how long a partial response rests before it is scored, in seconds */
  idleSeconds: number
  /** origins that may embed it; none means every origin */
  origins?: readonly string[] | undefined
  anonymous?: boolean | undefined
  progress?: boolean | undefined
}

/** What a public reader gets: the definition with what tells the versions apart. */
export type PublishedSurvey = { slug: string; version: number; definition: SurveyDefinition }

export type Choice = string | { other: string }
export type AnswerValue = number | string | boolean | readonly Choice[] | { other: string }
export type Answers = Readonly<Record<string, AnswerValue>>

export const questionsOf = (definition: Pick<SurveyDefinition, 'pages'>): Question[] =>
  definition.pages.flatMap((page) => [...page.questions])

/** The range of a numeric question's answers, or undefined for the other kinds. */
export const rangeOf = (question: Question): { low: number; high: number } | undefined => {
  if (question.kind === 'nps') return { low: 0, high: 10 }
  if (question.kind === 'csat') return { low: 1, high: 5 }
  if (question.kind === 'ces') return { low: 1, high: 7 }
  return question.kind === 'rating' ? { low: 1, high: question.scale } : undefined
}

export const defaultMaxLength = { short: 500, long: 5000 } as const
export const maxOtherLength = 500

export const maxLengthOf = (question: TextQuestion): number =>
  question.maxLength ?? (question.long ? defaultMaxLength.long : defaultMaxLength.short)
