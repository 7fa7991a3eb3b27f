import type { Localized } from '../localized'
import type { Answers, SurveyDefinition } from '../survey/definition'

/** A table for any program, a workbook, or one JSON object a line. */
export const exportFormats = ['csv', 'xlsx', 'jsonl'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Whether choices, names and headings are told in the reader's language, or by their keys alone. */
export const exportValues = ['labels', 'codes'] as const
export type ExportValues = (typeof exportValues)[number]

export const mediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson; charset=utf-8',
}

/** What is known of a response that goes into a file. */
export type ExportRow = {
  id: string
  surveyId: string
  version: number
  touchpointId: string
  status: string
  channel: string | null
  locale: string | null
  source: string | null
  startedAt: Date | null
  submittedAt: Date
  acceptedAt: Date
  answers: Answers
  context: Readonly<Record<string, unknown>>
  scores: Readonly<Record<string, { value: number; category: string | null }>>
  text: readonly ExportInsight[]
  tags: readonly string[]
  /** numbers of its cases */
  cases: readonly number[]
  customer: ExportCustomer | null
}

export type ExportInsight = {
  question: string
  language: string
  sentiment: number
  label: string
  topics: readonly { key: string; sentiment: number }[]
  keywords: readonly string[]
}

export type ExportCustomer = {
  externalId: string | null
  name: string | null
  email: string | null
  phone: string | null
  value: number | null
  attributes: Readonly<Record<string, unknown>>
}

/** A published version that some of the responses answer. */
export type ExportVersion = { surveyId: string; number: number; responses: number; definition: SurveyDefinition }

/** The words of a file's own columns and values. */
export type ExportWords = {
  columns: Readonly<Record<string, string>>
  category: Readonly<Record<string, string>>
  channels: Readonly<Record<string, string>>
  topics: Readonly<Record<string, string>>
  status: Readonly<Record<string, string>>
  answer: Readonly<
    Record<'yes' | 'no' | 'experience' | 'expectation' | 'importance' | 'name' | 'email' | 'phone' | 'company', string>
  >
  /** the option for words of one's own, and the column that has them */
  other: string
  otherWords: string
  /** the sheet that says what the columns are */
  codebook: string
  codebookHead: readonly string[]
  responses: string
}

/** What all rows of a file have in common, and what they name by id. */
export type ExportBook = {
  values: ExportValues
  locale: string
  timeZone: string
  hasCustomers: boolean
  surveys: ReadonlyMap<string, { key: string; title: Localized }>
  touchpoints: ReadonlyMap<string, { key: string; name: Localized; channel: string }>
  /** those answered most come first, and of a survey the newest */
  versions: readonly ExportVersion[]
  contextKeys: readonly string[]
  attributeKeys: readonly string[]
}

export type Cell = string | number | boolean | Date | null
/** `key` never changes; `label` is for people. */
export type Column = { key: string; label: string }

export const versionKey = ({ surveyId, number }: { surveyId: string; number: number }): string => `${surveyId}/${number}`
