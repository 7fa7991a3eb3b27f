import {
  type Answers,
  type AnswerValue,
  type Choice,
  isBlank,
  isOther,
  isRecord,
  type Question,
  type QuestionKind,
  questionsOf,
  type SurveyDefinition,
} from '@/domain/survey/definition'

/** The value that stands for "something else" among the options, and the field of its text: neither can be a question's or option's key. */
export const otherValue = '_other'
export const otherField = (key: string): string => `_other.${key}`
/** The field of one row, option or part of an answer; keys have no dots. */
export const partField = (key: string, part: string): string => `${key}.${part}`

/** All values of a form's field, in order. */
export type Fields = (name: string) => readonly string[]

/** How a kind reads its fields (view/kinds/kind.ts puts them in). */
export const readers: Partial<Record<QuestionKind, (question: never, fields: Fields) => unknown>> = {}

/** Text as it was typed: forms send line ends as CRLF, which would count twice against the length. */
export const readText = (fields: Fields, name: string): string => (fields(name)[0] ?? '').replace(/\r\n?/g, '\n')

/** A number as forms send it; what is none stays text, for the check to refuse. */
export const toNumber = (text: string): number | string => (/^-?\d{1,7}(\.\d{1,6})?$/.test(text) ? Number(text) : text)

export const readChoices = ({ key }: Question, fields: Fields): Choice[] =>
  fields(key)
    .filter(Boolean)
    .map((value) => (value === otherValue ? { other: readText(fields, otherField(key)) } : value))

/** An answer in parts: what stands beside each. */
export const readParts = ({ key }: Question, parts: readonly string[], fields: Fields, to = (text: string): unknown => text) =>
  Object.fromEntries(
    parts.flatMap((part) => {
      const text = readText(fields, partField(key, part))
      return text.trim() ? [[part, to(text)]] : []
    }),
  )

/** What a form's fields answer to one question; blank for nothing. The value may still be wrong: its check judges it. */
export const readAnswer = (question: Question, fields: Fields): unknown => {
  const reader = readers[question.kind]
  return reader ? reader(question as never, fields) : toNumber(readText(fields, question.key))
}

/** Every answer that a form carries, of whatever page. Blank ones are left out. */
export const readAnswers = (definition: SurveyDefinition, fields: Fields): Record<string, unknown> => {
  const given = questionsOf(definition).map((question) => [question.key, readAnswer(question, fields)] as const)
  return Object.fromEntries(given.filter(([, answer]) => !isBlank(answer)))
}

/** An answer as a form's fields, for the pages that no longer show its question. */
export const writeAnswer = (key: string, answer: AnswerValue): [string, string][] => {
  if (isRecord(answer) && !isOther(answer))
    return Object.entries(answer).map(([part, value]) => [partField(key, part), String(value)])
  return [answer].flat().flatMap((choice: unknown): [string, string][] =>
    isOther(choice)
      ? [
          [key, otherValue],
          [otherField(key), choice.other],
        ]
      : [[key, String(choice)]],
  )
}

export const writeAnswers = (answers: Answers, except: ReadonlySet<string>): [string, string][] =>
  Object.entries(answers).flatMap(([key, answer]) => (except.has(key) ? [] : writeAnswer(key, answer)))
