import type { CaseStep } from '@/domain/case/step'
import type { Answers } from '@/domain/survey/definition'

export const REGIONS = ['north', 'east', 'south', 'west'] as const
export type Region = (typeof REGIONS)[number]
export type DemoLocale = 'en' | 'zh-CN'
export type Tier = 'gold' | 'silver' | 'basic'

export type DemoCustomer = {
  externalId: string
  name: string
  email: string
  phone?: string
  locale: DemoLocale
  /** Sales of the last twelve months, in yuan. */
  value: number
  /** `owner` is the member who looks after the account, as `notify: account_owner` reads it. */
  attributes: { tier: Tier; region: Region; since: string; owner?: string; invented: true }
}

/** One item of `POST /api/v1/responses`; times are RFC 3339 in UTC. */
export type DemoResponse = {
  id: string
  survey: string
  answers: Answers
  completed: boolean
  submittedAt: string
  startedAt: string
  customer?: DemoCustomer
  channel: string
  locale: DemoLocale
  source: string
  context: Record<string, string>
}

/** One item of `POST /api/v1/events`. */
export type DemoEvent = {
  id: string
  touchpoint: string
  customer: { externalId: string }
  occurredAt: string
  attributes: Record<string, string>
}

/** A step on a case, `afterMinutes` after the response was submitted; `by` is a member's email, or `customer` by their own link. */
export type DemoStep = CaseStep & { afterMinutes: number; by: string }

/** `response` is the id of the response whose case this is. */
export type CaseHistory = { response: string; steps: DemoStep[] }

export type Demo = { customers: DemoCustomer[]; responses: DemoResponse[]; events: DemoEvent[]; caseHistory: CaseHistory[] }

export type DemoOptions = { seed: number; now: Date; days: number }
