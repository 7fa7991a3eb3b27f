import { localize } from '../localized'
import { questionsOf } from '../survey/definition'
import { type AnswerWords, tellAnswer } from '../survey/tell-answer'
import { type ExportBook, type ExportRow, versionKey } from './export'

type Question = ReturnType<typeof questionsOf>[number]

/**
 * A response as an object for a line of JSON, in the shape of `GET /api/v1/responses/{id}`. With labels, names stand beside keys, and an
 * answer beside its question and its words.
 */
export const objectsOf = (book: ExportBook, words: AnswerWords): ((row: ExportRow) => object) => {
  const { locale, values, hasCustomers, surveys, touchpoints } = book
  const questions = new Map<string, Map<string, Question>>(
    book.versions.map((version) => [
      versionKey(version),
      new Map(questionsOf(version.definition).map((question) => [question.key, question])),
    ]),
  )
  const tell = (question: Question, answer: ExportRow['answers'][string]) => ({
    question: localize(question.text, locale),
    value: answer,
    label: tellAnswer(question, answer, locale, words)
      .map(({ label, value }) => (label ? `${label}: ${value}` : value))
      .join('; '),
  })
  const labelled = ({ surveyId, version, answers }: ExportRow) => {
    const asked = questions.get(versionKey({ surveyId, number: version }))
    return Object.fromEntries(
      Object.entries(answers).map(([key, answer]) => {
        const question = asked?.get(key)
        return [key, question ? tell(question, answer) : { question: null, value: answer, label: null }]
      }),
    )
  }
  const hasLabels = values === 'labels'
  return (row) => {
    const survey = surveys.get(row.surveyId)
    const touchpoint = touchpoints.get(row.touchpointId)
    return {
      id: row.id,
      survey: survey && (hasLabels ? { key: survey.key, title: localize(survey.title, locale) } : survey.key),
      version: row.version,
      touchpoint: touchpoint && (hasLabels ? { key: touchpoint.key, name: localize(touchpoint.name, locale) } : touchpoint.key),
      status: row.status,
      channel: row.channel ?? touchpoint?.channel ?? null,
      locale: row.locale,
      source: row.source,
      times: { startedAt: row.startedAt, submittedAt: row.submittedAt, acceptedAt: row.acceptedAt },
      answers: hasLabels ? labelled(row) : row.answers,
      scores: row.scores,
      text: row.text,
      tags: row.tags,
      cases: row.cases,
      ...(hasCustomers ? { customer: row.customer } : {}),
      context: row.context,
    }
  }
}
