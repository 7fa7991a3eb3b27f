import { env } from '@/config/env'
import { Undeliverable } from '@/delivery/undeliverable'
import { answersWithoutWords, eventWithoutWords } from '@/domain/delivery/without-words'
import { type CaseView, getCase } from '@/store/case/get-case'
import type { ClaimedDelivery } from '@/store/delivery/claim-delivery'
import { loadToldAlert, loadToldCaseEvent } from '@/store/delivery/load-told'
import { getResponseDetail } from '@/store/response/get-response-detail'
import { toldResponse } from '@/store/response/told-response'

/** `timestamp`: when it happened, RFC 3339. */
export type WebhookPayload = { type: string; timestamp: string; data: object }

type Writer = (delivery: ClaimedDelivery, words: boolean) => Promise<WebhookPayload>

const gone = (what: string) => new Undeliverable(`The ${what} that this message is about is gone.`)

const caseFor = async (organizationId: string, id: string | null) => {
  const found = id === null ? undefined : await getCase(organizationId, { id })
  if (!found) return null
  const { id: _, events: __, ...told }: CaseView = found
  return { ...told, url: `${env().appUrl}/cases/${told.number}` }
}

/** Without `words` nothing that the customer wrote: neither answers nor the keywords of them, nor what their files are called. */
const responseFor = async (organizationId: string, id: string | null, words: boolean) => {
  const found = id === null ? null : await getResponseDetail(organizationId, id)
  if (!found) return null
  const told = { ...toldResponse(found), url: `${env().appUrl}/responses/${found.id}` }
  if (words) return told
  return {
    ...told,
    answers: answersWithoutWords(found.answers, found.definition),
    text: told.text.map((insight) => ({ ...insight, keywords: [] })),
    files: told.files.map(({ id: file, bytes }) => ({ id: file, bytes })),
  }
}

const ofAlert: Writer = async ({ organizationId, alertId, responseId }, words) => {
  const alert = alertId === null ? undefined : await loadToldAlert(organizationId, alertId)
  if (!alert) throw gone('alert')
  const { caseId, responseId: _, ...told } = alert
  return {
    type: 'alert.raised',
    timestamp: told.raisedAt,
    data: {
      alert: told,
      case: await caseFor(organizationId, caseId),
      response: await responseFor(organizationId, responseId, words),
    },
  }
}

const ofCase: Writer = async ({ event: type, organizationId, caseId, caseSequence }, words) => {
  const told = await caseFor(organizationId, caseId)
  const event = caseId === null ? undefined : await loadToldCaseEvent(organizationId, caseId, caseSequence ?? 0)
  if (!told || !event) throw gone('case')
  return { type: type ?? '', timestamp: event.at, data: { event: words ? event : eventWithoutWords(event), case: told } }
}

const ofResponse: Writer = async ({ organizationId, responseId }, words) => {
  const response = await responseFor(organizationId, responseId, words)
  if (!response) throw gone('response')
  const { submittedAt } = response.times
  return { type: 'response.completed', timestamp: new Date(submittedAt ?? 0).toISOString(), data: { response } }
}

/** What a webhook is told. The event as it happened; the case and the response as they stand when the message is written. */
export const webhookPayload: Writer = (delivery, words) => {
  const { event, kind } = delivery
  if (kind === 'target_test')
    return Promise.resolve({ type: 'test', timestamp: delivery.createdAt.toISOString(), data: { to: delivery.recipient } })
  if (event === 'alert.raised') return ofAlert(delivery, words)
  if (event === 'response.completed') return ofResponse(delivery, words)
  return ofCase(delivery, words)
}
