import { localize } from '../localized'
import { questionsOf } from '../survey/definition'
import { pipe } from '../survey/pipe'
import { type AnswerPart, answerParts } from './answer-parts'
import {
  type Cell,
  type Column,
  type ExportBook,
  type ExportRow,
  type ExportVersion,
  type ExportWords,
  versionKey,
} from './export'

type Teller = { question: string; of: AnswerPart['of'] } | undefined
type Version = ExportVersion & { parts: ReadonlyMap<string, { question: string; label: string; of: AnswerPart['of'] }> }

const keyOf = (question: string, part: string | undefined): string =>
  part === undefined ? `answer.${question}` : `answer.${question}.${part}`

const readVersion = (version: ExportVersion, book: ExportBook, words: ExportWords): Version => {
  const { locale, values } = book
  const parts = new Map<string, { question: string; label: string; of: AnswerPart['of'] }>()
  for (const question of questionsOf(version.definition)) {
    // What a text quotes of each answer has no place in a heading.
    const text = pipe(localize(question.text, locale), { definition: version.definition, answers: {}, say: () => '' })
    for (const { part, label, of } of answerParts(question, { locale, values, words }))
      parts.set(keyOf(question.key, part), { question: question.key, label: label ? `${text} – ${label}` : text, of })
  }
  return { ...version, parts }
}

/** Columns in the order of the first version that has them; a later version's own come behind their question's others. */
const joinColumns = (versions: readonly Version[]): Column[] => {
  const groups = new Map<string, Map<string, string>>()
  for (const { parts } of versions)
    for (const [key, { question, label }] of parts) {
      const group = groups.get(question) ?? new Map<string, string>()
      if (!group.has(key)) group.set(key, label)
      groups.set(question, group)
    }
  return [...groups.values()].flatMap((group) => [...group].map(([key, label]) => ({ key, label })))
}

/**
 * The columns of the answers, joined over versions and surveys by the questions' keys, as conditions are; the heading is the text of the
 * version that was answered most, each value is told by its own version. `tell` answers a response's cells in the columns' order.
 */
export const answerColumns = (book: ExportBook, words: ExportWords): { columns: Column[]; tell: (row: ExportRow) => Cell[] } => {
  const versions = book.versions.map((version) => readVersion(version, book, words))
  const columns = joinColumns(versions)
  const tellers = new Map<string, Teller[]>(
    versions.map((version) => [versionKey(version), columns.map(({ key }) => version.parts.get(key))]),
  )
  const tell = ({ surveyId, version, answers }: ExportRow): Cell[] =>
    (tellers.get(versionKey({ surveyId, number: version })) ?? []).map((teller) => {
      const answer = teller && Object.hasOwn(answers, teller.question) ? answers[teller.question] : undefined
      return teller && answer !== undefined ? teller.of(answer) : null
    })
  return { columns, tell }
}
