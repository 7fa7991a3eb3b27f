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
  attributes: { tier: Tier; region: Region; since: string; accountOwner?: string; invented: true }
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

export type CaseStep = {
  type: 'acknowledge' | 'start' | 'wait' | 'note' | 'resolve' | 'verify' | 'close'
  /** Minutes after the response was submitted. */
  afterMinutes: number
  /** The member's email. */
  by: string
  text?: string
  rootCause?: RootCause
  /** For `verify` only: what the customer said. */
  fixed?: boolean
}

export type RootCause = 'product' | 'price' | 'delivery' | 'staff' | 'service' | 'website' | 'billing' | 'other'

/** `response` is the id of the response whose case this is. */
export type CaseHistory = { response: string; steps: CaseStep[] }

export type Demo = { customers: DemoCustomer[]; responses: DemoResponse[]; caseHistory: CaseHistory[] }

export type DemoOptions = { seed: number; now: Date; days: number }
