import type { Localized } from '../localized'
import type { Severity } from '../schemas'
import type { Answers, SurveyDefinition } from '../survey/definition'
import type { Finding } from './finding'

/** Everything that a message about an alert tells. */
export type AlertSubject = {
  alertId: string
  /** null once it was deleted */
  responseId: string | null
  organization: { name: Localized; timeZone: string }
  rule: { name: Localized }
  severity: Severity
  case: { number: number; dueAt: Date | null } | null
  /** null where it is about the whole organization */
  touchpoint: { key: string; name: Localized } | null
  /** what was found, where it is about more than a response */
  finding: Finding | null
  customer: { name: string | null; externalId: string | null; email: string | null; phone: string | null } | null
  /** how often this customer answered before, and the last outcome then */
  history: { count: number; last: { metric: string; value: number; at: Date } | null }
  response: {
    answers: Answers
    definition: SurveyDefinition
    locale: string | null
    submittedAt: Date
    context: Record<string, unknown>
  } | null
}
