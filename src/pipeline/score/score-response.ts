import { localDay } from '@/domain/analysis/local-day'
import { answerRows } from '@/domain/score/answer-rows'
import { meanMood, scoreAnswers } from '@/domain/score/score-answers'
import { type Answers, questionsOf, rangeOf, type SurveyDefinition } from '@/domain/survey/definition'
import type { TextInsight } from '@/domain/text/text-insight'
import { createBatcher } from '@/queue/batcher'
import type { Reference } from '@/queue/jobs'
import { enqueue } from '@/queue/producer'
import { isDatabaseDown } from '@/store/connection'
import { publishLive } from '@/store/live/publish-live'
import { loadUnscored, type UnscoredRow } from '@/store/score/load-unscored'
import { postponeScoring } from '@/store/score/postpone-scoring'
import { type ScoredResponse, saveScoredResponses } from '@/store/score/save-scored-responses'
import { loadVersion } from '@/store/survey/load-published'
import { readComment } from './read-comment'

/** The outcome's own number tells a text model what mood to expect. */
const ratingOf = (definition: SurveyDefinition, answers: Answers) => {
  const rated = questionsOf(definition).filter((question) => rangeOf(question) && typeof answers[question.key] === 'number')
  const question = rated.find(({ role }) => role === 'outcome') ?? rated[0]
  const range = question && rangeOf(question)
  return question && range ? { value: answers[question.key] as number, ...range } : undefined
}

const readComments = (row: UnscoredRow, definition: SurveyDefinition): (TextInsight & { question: string })[] => {
  const rating = ratingOf(definition, row.answers)
  return questionsOf(definition).flatMap((question) => {
    const answer = row.answers[question.key]
    if (question.kind !== 'text' || typeof answer !== 'string') return []
    const insight = readComment(answer, { ...(row.locale ? { locale: row.locale } : {}), ...(rating ? { rating } : {}) })
    return insight ? [{ question: question.key, ...insight }] : []
  })
}

const score = async (row: UnscoredRow): Promise<ScoredResponse> => {
  const definition = await loadVersion(row.organizationId, row.surveyId, row.version)
  if (!definition) throw new Error(`version ${row.version} of survey ${row.surveyId} is gone`)
  // Who was turned away says nothing about the customers that were asked for.
  const answered = row.status === 'disqualified' ? {} : row.answers
  const insights = readComments({ ...row, answers: answered }, definition)
  const { organizationId, id, surveyId, touchpointId, revision, submittedAt, canAlert, timeZone, touchpointChannel } = row
  const key = {
    organizationId,
    surveyId,
    touchpointId,
    day: localDay(submittedAt, timeZone),
    channel: row.channel ?? touchpointChannel,
  }
  return {
    organizationId,
    id,
    surveyId,
    revision,
    submittedAt,
    canAlert,
    timeZone,
    touchpointChannel,
    insights,
    answers: questionsOf(definition).flatMap((question) => {
      const answer = answered[question.key]
      return answer === undefined ? [] : answerRows(question, answer)
    }),
    scores: scoreAnswers(definition, answered, meanMood(insights)).map((one) => ({ ...key, ...one })),
  }
}

/**
 * Scores responses that owe it, in one transaction: answers as rows, scores, text insights, rollup increments. Safe to
 * run twice or side by side. Hands each one over to the rules. Answers how many were scored.
 */
export const scoreResponses = async (references: readonly Reference[]): Promise<number> => {
  const rows = await loadUnscored(references)
  if (rows.length === 0) return 0
  const scored = await saveScoredResponses(await Promise.all(rows.map(score)))
  await enqueue(
    'evaluate-rules',
    scored.filter((row) => row.canAlert).map(({ organizationId, id, revision }) => ({ organizationId, id, revision })),
  )
  await publishLive(scored.flatMap(({ organizationId, id }) => [{ organizationId, type: 'response', id }] as const))
  return scored.length
}

const batcher = createBatcher(
  async (references: Reference[]) => {
    await scoreResponses(references)
    return references.map(() => undefined)
  },
  { maxSize: 64, maxWaiting: Number.POSITIVE_INFINITY, lanes: 2, isHopeless: isDatabaseDown },
)

/** Scores one response, sharing a transaction with whatever else is being scored at this moment. */
export const scoreResponse = async ({ organizationId, id }: Reference): Promise<void> => {
  try {
    await batcher.add({ organizationId, id })
  } catch (error) {
    // One that fails for its own sake must not stand at the head of every sweep.
    if (!isDatabaseDown(error)) await postponeScoring(organizationId, id)
    throw error
  }
}
