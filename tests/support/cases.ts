import type { CaseStep } from '@/domain/case/step'
import { recordCaseEvent } from '@/pipeline/act/record-case-event'
import { hear, importOne, judge, rowsOf } from './shop'

export type OpenedCase = { id: string; number: number; responseId: string }

const caseOf = async (responseId: string): Promise<OpenedCase> => {
  const [row] = await rowsOf<{ id: string; number: number }>(
    'select c.id, c.number from cases c join case_responses cr on cr.case_id = c.id where cr.response_id = $1',
    [responseId],
  )
  if (!row) throw new Error('no case was opened')
  return { ...row, responseId }
}

/** A bad answer at a touchpoint, and the case that it opens. */
export const openOne = async (organizationId: string, survey = 'delivery', reason = 'The box was open'): Promise<OpenedCase> =>
  caseOf(await hear(organizationId, survey, survey === 'delivery' ? { nps: 0, reason } : { nps: 0 }))

/** The same of a known customer. */
export const openFor = async (organizationId: string, externalId: string, survey = 'delivery'): Promise<OpenedCase> => {
  const id = await importOne(organizationId, survey, { nps: 0 }, { externalId })
  await judge(organizationId, id)
  return caseOf(id)
}

export const stepper =
  (organizationId: string) =>
  (number: number, step: CaseStep, by = 'olga@shop.example', seen?: number) =>
    recordCaseEvent({ organizationId, number, step, by, seen })

export type EventRow = { sequence: number; type: string; by: string; data: Record<string, unknown> }

export const eventsOf = (caseId: string): Promise<EventRow[]> =>
  rowsOf<EventRow>('select sequence, type, by, data from case_events where case_id = $1 order by sequence', [caseId])

export const caseMails = (caseId: string, kind = 'case') =>
  rowsOf<{
    id: string
    recipient: string
    locale: string
    status: string
    subject: string | null
    text: string | null
    html: string | null
  }>(
    'select id, recipient, locale, status, subject, text, html from deliveries where case_id = $1 and kind = $2 order by case_sequence, recipient',
    [caseId, kind],
  )
