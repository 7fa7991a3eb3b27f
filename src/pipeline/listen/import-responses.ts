import { v7 as uuidV7 } from 'uuid'
import type { Issue } from '@/domain/errors'
import { formatPath, parse } from '@/domain/parse'
import { clean } from '@/domain/response/clean'
import { type AlertPolicy, type CustomerInput, type Imported, importedSchema, mayAlert } from '@/domain/response/submission'
import { checkAnswers } from '@/domain/survey/check-answers'
import { describeFault } from '@/domain/survey/describe-fault'
import { enqueue } from '@/queue/producer'
import { saveCustomers } from '@/store/customer/save-customers'
import { type NewResponse, saveResponses, wasWritten } from '@/store/response/save-responses'
import { loadPublished, type PublishedRow } from '@/store/survey/load-published'

export type Rejected = { index: number; errors: Issue[] }
export type ImportResult = { accepted: number; rejected: Rejected[]; ids: string[] }
type Ready = { row: NewResponse; customer: CustomerInput | undefined }

/** A clock may run a little ahead of ours; an answer from tomorrow is a mistake. */
const aheadMs = 5 * 60_000

const toRow = (imported: Imported, survey: PublishedRow, alerts: AlertPolicy, now: Date): Ready | Issue[] => {
  const { submittedAt, completed, locale, channel, source, context, customer } = imported
  if (submittedAt.getTime() > now.getTime() + aheadMs) return [{ path: 'submittedAt', message: 'lies in the future' }]
  const checked = checkAnswers(survey.definition, imported.answers, { completed, locale, channel, source, context })
  if ('faults' in checked)
    return checked.faults.map(({ question, fault }) => ({
      path: formatPath(['answers', question]),
      message: describeFault(fault),
    }))
  const isTurnedAway = completed && checked.outcome === 'disqualified'
  return clean<Ready>({
    // An anonymous survey knows nobody, whatever is sent along.
    customer: survey.definition.anonymous ? undefined : customer,
    row: {
      organizationId: survey.organizationId,
      id: imported.id ?? uuidV7({ msecs: submittedAt.getTime() }),
      surveyId: survey.surveyId,
      version: survey.version,
      touchpointId: survey.touchpointId,
      customerId: null,
      status: completed ? (isTurnedAway ? 'disqualified' : 'completed') : 'partial',
      endedBy: isTurnedAway ? 'logic' : null,
      // Given elsewhere, under that place's own rules.
      quotas: [],
      revision: 1,
      canAlert: mayAlert(alerts, submittedAt, now),
      answers: checked.answers,
      locale: locale ?? null,
      channel: channel ?? null,
      source: source ?? null,
      context: context ?? {},
      startedAt: imported.startedAt ?? null,
      submittedAt,
      scoreDueAt: now,
    },
  })
}

/**
 * Takes answers from elsewhere, at most 1,000: the valid ones are in, each of the others says why not. An answer whose
 * id is known already changes nothing. Old answers don't alert, as `alerts` says.
 */
export const importResponses = async (
  organizationId: string,
  items: readonly unknown[],
  alerts: AlertPolicy,
  now: Date,
): Promise<ImportResult> => {
  const parsed = items.map((item) => parse(importedSchema, item))
  const slugs = [...new Set(parsed.flatMap((one) => ('value' in one ? [one.value.survey] : [])))]
  const surveys = await loadPublished(slugs)
  const checked = parsed.map((one): Ready | Issue[] => {
    if ('errors' in one) return one.errors
    const survey = surveys.get(one.value.survey)
    // Another organization's survey is as good as none.
    if (!survey || survey.organizationId !== organizationId)
      return [{ path: 'survey', message: `there is no published survey "${one.value.survey}"` }]
    return toRow(one.value, survey, alerts, now)
  })
  const ready = checked.filter((one): one is Ready => !Array.isArray(one))
  const customers = await saveCustomers(
    organizationId,
    ready.flatMap(({ customer }) => (customer ? [customer] : [])),
  )
  const rows = ready.map(({ row, customer }) => ({
    ...row,
    customerId: customer ? (customers.get(customer.externalId) ?? null) : null,
  }))
  const saved = rows.length === 0 ? [] : await saveResponses(rows)
  const refusals = new Map(
    ready.flatMap((one, index): [Ready, string][] => {
      const { surveyId, outcome } = saved[index] ?? {}
      if (surveyId !== one.row.surveyId) return [[one, 'belongs to a response to another survey']]
      return outcome === 'deleted' ? [[one, 'belongs to a response that was deleted']] : []
    }),
  )
  await enqueue(
    'score-response',
    rows.filter((_, index) => wasWritten(saved[index])).map(({ id, revision }) => ({ organizationId, id, revision })),
  )
  const rejected = checked.flatMap((one, index): Rejected[] => {
    if (Array.isArray(one)) return [{ index, errors: one }]
    const message = refusals.get(one)
    return message ? [{ index, errors: [{ path: 'id', message }] }] : []
  })
  return {
    accepted: items.length - rejected.length,
    rejected,
    ids: ready.filter((one) => !refusals.has(one)).map(({ row }) => row.id),
  }
}
