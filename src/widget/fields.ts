import {
  type Answers,
  type AnswerValue,
  type Choice,
  isBlank,
  type Question,
  questionsOf,
  type SurveyDefinition,
} from '@/domain/survey/definition'

/** The value that stands for "something else" among the options, and the field of its text: neither can be a question's or option's key. */
export const otherValue = '_other'
export const otherField = (key: string): string => `_other.${key}`

/** All values of a form's field, in order. */
export type Fields = (name: string) => readonly string[]

/** Text as it was typed: forms send line ends as CRLF, which would count twice against the length. */
const plainText = (text: string): string => text.replace(/\r\n?/g, '\n')

const toNumber = (text: string): number | string => (/^\d{1,6}$/.test(text) ? Number(text) : text)

const toChoice = (question: Question, value: string, fields: Fields): Choice =>
  value === otherValue ? { other: plainText(fields(otherField(question.key))[0] ?? '') } : value

/** What a form's fields answer to one question; undefined for nothing. The value may still be wrong: `checkAnswer` judges it. */
export const readAnswer = (question: Question, fields: Fields): unknown => {
  const values = fields(question.key).filter((value) => value !== '')
  const [first] = values
  if (first === undefined) return undefined
  switch (question.kind) {
    case 'statement':
      return undefined
    case 'text':
      return plainText(first)
    case 'single_choice':
      return toChoice(question, first, fields)
    case 'multi_choice':
      return values.map((value) => toChoice(question, value, fields))
    default:
      return toNumber(first)
  }
}

/** Every answer that a form carries, of whatever page. Blank ones are left out. */
export const readAnswers = (definition: SurveyDefinition, fields: Fields): Record<string, unknown> => {
  const given = questionsOf(definition).map((question) => [question.key, readAnswer(question, fields)] as const)
  return Object.fromEntries(given.filter(([, answer]) => !isBlank(answer)))
}

/** An answer as a form's fields, for the pages that no longer show its question. */
export const writeAnswer = (key: string, answer: AnswerValue): [string, string][] => {
  const choices: readonly unknown[] = Array.isArray(answer) ? answer : [answer]
  return choices.flatMap((choice): [string, string][] =>
    typeof choice === 'object' && choice !== null
      ? [
          [key, otherValue],
          [otherField(key), (choice as { other: string }).other],
        ]
      : [[key, String(choice)]],
  )
}

export const writeAnswers = (answers: Answers, except: ReadonlySet<string>): [string, string][] =>
  Object.entries(answers).flatMap(([key, answer]) => (except.has(key) ? [] : writeAnswer(key, answer)))
