import { type Failure, fail } from '@/domain/errors'
import { clean } from '@/domain/response/clean'
import type { Submission } from '@/domain/response/submission'
import { checkAnswers } from '@/domain/survey/check-answers'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { quotasOf, settledQuotas } from '@/domain/survey/quotas'
import { createBatcher, Overloaded } from '@/queue/batcher'
import { enqueue } from '@/queue/producer'
import { isDatabaseDown } from '@/store/connection'
import { type EndedBy, type NewResponse, type SavedResponse, saveResponses, wasWritten } from '@/store/response/save-responses'
import { loadPublished, loadVersion, type PublishedRow } from '@/store/survey/load-published'
import { isAllowedOrigin } from './allowed-origin'
import { judgeArrival, type Sender } from './judge-arrival'
import { refuseAnswers } from './refuse-answers'

/** `reason`: why it was disqualified. `isKept` is false for a replay or an older revision, which change nothing. */
export type Accepted = { id: string; revision: number; status: string; reason?: EndedBy; isNew: boolean; isKept: boolean }
type Arrival = { id: string; submission: Submission; at: Date; origin: string | null; sender: Sender }

const definitionFor = async (
  survey: PublishedRow,
  version: number | undefined,
): Promise<{ version: number; definition: SurveyDefinition } | undefined> => {
  if (version === undefined || version === survey.version) return survey
  const definition = await loadVersion(survey.organizationId, survey.surveyId, version)
  return definition && { version, definition }
}

/** Checks one arrival against the version it was given under; what comes out can be kept as it is. */
const check = async (
  { id, submission, at, origin, sender }: Arrival,
  survey: PublishedRow | undefined,
): Promise<NewResponse | Failure> => {
  if (!survey) return fail('survey_not_found', `There is no published survey "${submission.survey}".`)
  if (survey.isClosed) return fail('survey_closed', 'This survey is closed.')
  const used = await definitionFor(survey, submission.version)
  if (!isAllowedOrigin(origin, survey.definition.origins))
    return fail('forbidden', `This survey doesn’t take answers from ${origin}.`)
  if (!used) return fail('invalid', undefined, [{ path: 'version', message: `the survey has no version ${submission.version}` }])
  const { locale, channel, source, completed, page } = submission
  const around = { id, locale, channel, source, context: submission.context }
  const checked = checkAnswers(used.definition, submission.answers, { ...around, completed })
  if ('faults' in checked) return refuseAnswers(checked.faults)
  const { definition } = used
  const judged = await judgeArrival({ id, survey, definition, submission, answers: checked.answers, at, sender })
  if ('error' in judged) return judged
  const isTurnedAway = completed && checked.outcome === 'disqualified'
  // A quota that is raised or dropped takes effect with the next answer, whichever version that was begun under.
  const quotas = quotasOf(survey.definition, checked.answers, around)
  const atStake = completed ? quotas : page === undefined ? [] : settledQuotas(quotas, used.definition.pages, page)
  const rest = completed ? 0 : used.definition.idleSeconds * 1000
  return clean<NewResponse>({
    organizationId: survey.organizationId,
    id,
    surveyId: survey.surveyId,
    version: used.version,
    touchpointId: survey.touchpointId,
    customerId: judged.customerId,
    status: isTurnedAway ? 'disqualified' : completed ? 'completed' : 'partial',
    endedBy: isTurnedAway ? 'logic' : null,
    quotas: atStake.map(({ key, limit }) => ({ key, limit })),
    revision: submission.revision,
    canAlert: judged.canAlert && !isTurnedAway,
    quality: judged.quality,
    answers: checked.answers,
    locale: locale ?? null,
    channel: channel ?? null,
    source: source ?? null,
    context: submission.context ?? {},
    startedAt: submission.startedAt ?? null,
    submittedAt: at,
    scoreDueAt: new Date(at.getTime() + rest),
  })
}

const isRow = (checked: NewResponse | Failure): checked is NewResponse => !('error' in checked)

const toResult = (row: NewResponse, saved: SavedResponse | undefined): Accepted | Failure => {
  if (!saved || saved.surveyId !== row.surveyId)
    return fail('survey_mismatch', 'This id belongs to a response to another survey.')
  if (saved.outcome === 'deleted') return fail('response_deleted', 'The response with this id was deleted.')
  return {
    id: row.id,
    revision: saved.revision,
    status: saved.status,
    ...(saved.endedBy ? { reason: saved.endedBy } : {}),
    isNew: saved.outcome === 'created',
    isKept: wasWritten(saved),
  }
}

const acceptBatch = async (arrivals: Arrival[]): Promise<(Accepted | Failure)[]> => {
  const surveys = await loadPublished([...new Set(arrivals.map(({ submission }) => submission.survey))])
  const checked = await Promise.all(arrivals.map((arrival) => check(arrival, surveys.get(arrival.submission.survey))))
  const rows = checked.filter(isRow)
  const saved = rows.length === 0 ? [] : await saveResponses(rows)
  const due = rows.filter((row, index) => row.status !== 'partial' && wasWritten(saved[index]))
  // Not awaited: the rows are committed and owe their scores; the queue only makes it sooner.
  void enqueue(
    'score-response',
    due.map(({ organizationId, id, revision }) => ({ organizationId, id, revision })),
  )
  const resultOf = new Map(rows.map((row, index) => [row, toResult(row, saved[index])]))
  return checked.map((one) => (isRow(one) ? (resultOf.get(one) ?? fail('conflict')) : one))
}

const batcher = createBatcher(acceptBatch, { maxSize: 64, maxWaiting: 5000, lanes: 4, isHopeless: isDatabaseDown })

/**
 * Keeps a submission for good. The answer comes after the commit: `isNew` tells a new row from one saved again, a
 * replayed or older revision changes nothing. Concurrent submissions share a transaction. Throws `Overloaded` when too
 * many wait, and the database's error when it is away: then nothing was kept.
 */
export const acceptResponse = (
  id: string,
  submission: Submission,
  at: Date,
  { origin = null, sender = {} }: { origin?: string | null; sender?: Sender } = {},
): Promise<Accepted | Failure> => batcher.add({ id, submission, at, origin, sender })

/** Whether an error means "not now" (too much is waiting, the database is away) and not "never". */
export const isOverload = (error: unknown): boolean => error instanceof Overloaded || isDatabaseDown(error)
