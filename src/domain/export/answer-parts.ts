import { localize } from '../localized'
import { type AnswerValue, contactFields, gapParts, isOther, isRecord, type Question } from '../survey/definition'
import type { Cell, ExportValues, ExportWords } from './export'

/** One column of a question: the whole answer, or a part of it. `part` follows the question's key in the column's own. */
export type AnswerPart = { part?: string; label?: string; of: (answer: AnswerValue) => Cell }

type Reader = { values: ExportValues; locale: string; words: ExportWords }

/** A part of an answer in parts, as it stands; what isn't there is empty. */
const partOf = (answer: AnswerValue, part: string): Cell => {
  const parts: unknown = answer
  const value = isRecord(parts) && Object.hasOwn(parts, part) ? parts[part] : undefined
  return typeof value === 'number' || (typeof value === 'string' && value !== '') ? value : null
}

const listed = (answer: AnswerValue): readonly unknown[] => (Array.isArray(answer) ? answer : [answer])

/**
 * The columns of a question. An answer in parts (matrix, constant sum, gap, ranking, contact) has one for each part; where customers may
 * say something of their own, it has a column to itself. Scales are numbers, whatever the values are told as.
 */
export const answerParts = (question: Question, { values, locale, words }: Reader): AnswerPart[] => {
  const labels = values === 'labels'
  const told = (options: readonly { key: string; text: Parameters<typeof localize>[0] }[]) =>
    new Map(options.map(({ key, text }) => [key, localize(text, locale)]))
  const choose = (names: ReadonlyMap<string, string>, choice: unknown): string =>
    isOther(choice) ? (labels ? words.other : 'other') : labels ? (names.get(String(choice)) ?? String(choice)) : String(choice)
  switch (question.kind) {
    case 'statement':
      return []
    case 'matrix': {
      const columns = told(question.columns)
      return [...told(question.rows)].map(([part, label]) => ({
        part,
        label,
        of: (answer) => {
          const value = partOf(answer, part)
          return value === null ? null : choose(columns, value)
        },
      }))
    }
    case 'constant_sum':
      return [...told(question.options)].map(([part, label]) => ({ part, label, of: (answer) => partOf(answer, part) }))
    case 'ranking':
      return [...told(question.options)].map(([part, label]) => ({
        part,
        label,
        of: (answer) => listed(answer).indexOf(part) + 1 || null,
      }))
    case 'gap':
      return gapParts.map((part) => ({ part, label: words.answer[part], of: (answer) => partOf(answer, part) }))
    case 'contact':
      return contactFields
        .filter((field) => question.fields.includes(field))
        .map((part) => ({ part, label: words.answer[part], of: (answer) => partOf(answer, part) }))
    case 'consent':
      return [{ of: (answer) => (labels ? words.answer[answer === true ? 'yes' : 'no'] : answer === true) }]
    case 'single_choice':
    case 'multi_choice':
    case 'dropdown':
    case 'image_choice': {
      const options = told(question.options)
      const own: AnswerPart = {
        part: 'other',
        label: words.otherWords,
        of: (answer) => listed(answer).find(isOther)?.other ?? null,
      }
      const chosen: AnswerPart = {
        of: (answer) =>
          listed(answer)
            .map((choice) => choose(options, choice))
            .join('; '),
      }
      return 'other' in question && question.other ? [chosen, own] : [chosen]
    }
    case 'file':
      return [{ of: (answer) => listed(answer).join('; ') }]
    default:
      return [{ of: (answer) => (typeof answer === 'number' || typeof answer === 'string' ? answer : JSON.stringify(answer)) }]
  }
}
