import type { Condition } from '../condition/condition'
import type { Localized } from '../localized'

/** The kinds of question. Free of zod, as all of a definition's types are: the survey runtime in customers' browsers reads them. */
export const questionKinds = [
  'nps',
  'csat',
  'ces',
  'rating',
  'slider',
  'number',
  'single_choice',
  'multi_choice',
  'dropdown',
  'image_choice',
  'ranking',
  'matrix',
  'constant_sum',
  'gap',
  'text',
  'date',
  'contact',
  'consent',
  'file',
  'statement',
] as const
export type QuestionKind = (typeof questionKinds)[number]

export type Option = {
  key: string
  text: Localized
  showIf?: Condition | undefined
  /** keeps its place when the others are shuffled */
  anchored?: boolean | undefined
}

type QuestionBase = {
  key: string
  text: Localized
  hint?: Localized | undefined
  required?: boolean | undefined
  showIf?: Condition | undefined
  /** keeps its place when the page shuffles its questions */
  anchored?: boolean | undefined
  dimension?: string | undefined
  module?: string | undefined
  role?: 'outcome' | 'driver' | 'reason' | undefined
}

export type ScaleEnds = { low?: Localized | undefined; high?: Localized | undefined }

/** Options in an order of their own for each response, the anchored ones apart. */
type Shuffled = { options: readonly Option[]; randomize?: boolean | undefined }

export type ScaleQuestion = QuestionBase & { kind: 'nps' | 'csat' | 'ces'; ends?: ScaleEnds | undefined }
export type RatingQuestion = QuestionBase & {
  kind: 'rating'
  /** the highest value; the lowest is 1 */
  scale: number
  shape?: 'stars' | 'numbers' | 'smileys' | undefined
  ends?: ScaleEnds | undefined
}
export type SliderQuestion = QuestionBase & {
  kind: 'slider'
  low: number
  high: number
  step: number
  ends?: ScaleEnds | undefined
}
export type NumberQuestion = QuestionBase & {
  kind: 'number'
  minimum?: number | undefined
  maximum?: number | undefined
  /** digits after the point; 0 unless set */
  decimals?: number | undefined
  unit?: Localized | undefined
}
export type SingleChoiceQuestion = QuestionBase & Shuffled & { kind: 'single_choice'; other?: boolean | undefined }
export type DropdownQuestion = QuestionBase & Shuffled & { kind: 'dropdown'; other?: boolean | undefined }
export type MultiChoiceQuestion = QuestionBase & {
  kind: 'multi_choice'
  /** an exclusive option ("none of these") stands alone */
  options: readonly (Option & { exclusive?: boolean | undefined })[]
  randomize?: boolean | undefined
  other?: boolean | undefined
  minimum?: number | undefined
  maximum?: number | undefined
}
export type ImageChoiceQuestion = QuestionBase & {
  kind: 'image_choice'
  /** `image` is an http(s) address; the text is its description */
  options: readonly (Option & { image: string })[]
  randomize?: boolean | undefined
}
export type RankingQuestion = QuestionBase &
  Shuffled & {
    kind: 'ranking'
    /** how many are to be ranked; all of them unless set */
    top?: number | undefined
  }
export type MatrixQuestion = QuestionBase & {
  kind: 'matrix'
  rows: readonly Option[]
  columns: readonly Option[]
  /** shuffles the rows */
  randomize?: boolean | undefined
}
export type ConstantSumQuestion = QuestionBase &
  Shuffled & {
    kind: 'constant_sum'
    total: number
    unit?: Localized | undefined
  }
export type GapQuestion = QuestionBase & { kind: 'gap'; ends?: ScaleEnds | undefined }
export type TextQuestion = QuestionBase & {
  kind: 'text'
  long?: boolean | undefined
  minLength?: number | undefined
  maxLength?: number | undefined
}
/** `earliest` and `latest` are YYYY-MM-DD. */
export type DateQuestion = QuestionBase & { kind: 'date'; earliest?: string | undefined; latest?: string | undefined }

export const contactFields = ['name', 'email', 'phone', 'company'] as const
export type ContactField = (typeof contactFields)[number]
export type ContactQuestion = QuestionBase & {
  kind: 'contact'
  fields: readonly ContactField[]
  /** what must be filled in where the question is required; all its fields unless set */
  needed?: readonly ContactField[] | undefined
}
/** Required means that only a yes will do. */
export type ConsentQuestion = QuestionBase & { kind: 'consent'; link?: string | undefined }

export const fileTypes = ['image', 'pdf', 'document', 'audio', 'video'] as const
export type FileType = (typeof fileTypes)[number]
export type FileQuestion = QuestionBase & {
  kind: 'file'
  /** how many files */
  maximum: number
  /** of each file */
  maxBytes: number
  types: readonly FileType[]
}
export type StatementQuestion = QuestionBase & { kind: 'statement' }

export type Question =
  | ScaleQuestion
  | RatingQuestion
  | SliderQuestion
  | NumberQuestion
  | SingleChoiceQuestion
  | MultiChoiceQuestion
  | DropdownQuestion
  | ImageChoiceQuestion
  | RankingQuestion
  | MatrixQuestion
  | ConstantSumQuestion
  | GapQuestion
  | TextQuestion
  | DateQuestion
  | ContactQuestion
  | ConsentQuestion
  | FileQuestion
  | StatementQuestion

export type QuestionOf<Kind extends QuestionKind> = Extract<Question, { kind: Kind }>

/** The range of a scale's answers, or undefined for the kinds that are no scale. */
export const rangeOf = (question: Question): { low: number; high: number } | undefined => {
  switch (question.kind) {
    case 'nps':
      return { low: 0, high: 10 }
    case 'csat':
      return { low: 1, high: 5 }
    case 'ces':
      return { low: 1, high: 7 }
    case 'rating':
      return { low: 1, high: question.scale }
    case 'slider':
      return { low: question.low, high: question.high }
    default:
      return undefined
  }
}

/** A gap question asks the same thing three times, each from 1 to 10. */
export const gapParts = ['experience', 'expectation', 'importance'] as const
export type GapPart = (typeof gapParts)[number]
export const gapRange = { low: 1, high: 10 } as const

/** What the customer chooses from, whatever the kind calls it; empty for kinds without options. */
export const optionsOf = (question: Question): readonly Option[] =>
  'options' in question ? question.options : 'rows' in question ? question.rows : []

export const defaultMaxLength = { short: 500, long: 5000 } as const
export const maxOtherLength = 500
/** of each of a contact's fields */
export const maxContactLength = 200

export const maxLengthOf = (question: TextQuestion): number =>
  question.maxLength ?? (question.long ? defaultMaxLength.long : defaultMaxLength.short)
