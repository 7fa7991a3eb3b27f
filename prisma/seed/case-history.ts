import type { CaseStep } from '@/domain/case/step'
import type { CaseHistory, DemoResponse, DemoStep } from './demo'
import notes from './material/case-notes.json'
import type { Random } from './random'
import { SURVEY_PLANS } from './surveys'

const WORKED_SHARE = 0.34
const MINUTE = 60_000
const HOUR = 60

const ownerOf = new Map(SURVEY_PLANS.map(({ survey, owner }) => [survey, owner]))

const isAtMost = (value: unknown, limit: number) => typeof value === 'number' && value <= limit

/** Answers that the demo's rules open a case for; reading them again here would need the whole pipeline. */
const isBad = ({ survey, answers }: DemoResponse): boolean => {
  if (survey === 'delivery' || survey === 'product-30-days') return isAtMost(answers.nps, 6)
  if (survey === 'service-contact') return answers.solved === 'no' && isAtMost(answers.csat, 3)
  if (survey === 'returns') return answers.refund === 'longer' && isAtMost(answers.ces, 4)
  if (survey === 'checkout') return isAtMost(answers.ces, 3) && answers.comment !== undefined
  return isAtMost(answers.csat, 2)
}

/** Keys of the tree that the product comes with. */
const causeOf = (random: Random, { survey, answers }: DemoResponse): string => {
  if (random.chance(0.04)) return 'other'
  if (survey === 'delivery') return Array.isArray(answers.problems) && answers.problems.includes('courier') ? 'staff' : 'delivery'
  if (survey === 'product-30-days') return isAtMost(answers.price, 2) ? 'price' : 'product'
  if (survey === 'checkout') return isAtMost(answers.price, 2) ? 'price' : 'website'
  if (survey === 'returns') return 'billing'
  return survey === 'shop-visit' ? 'staff' : 'service'
}

/** One worked case: most end verified, some closed without an answer from the customer, some turn out not to be fixed. */
const workCase = (random: Random, response: DemoResponse): DemoStep[] => {
  const by = ownerOf.get(response.survey) ?? 'grace.lin@aurora-home.example'
  const rootCause = causeOf(random, response)
  const say = (kind: 'notes' | 'resolutions' | 'waits') => {
    const texts: Record<string, readonly string[]> = notes[response.locale][kind]
    return random.pick(texts[rootCause] ?? texts.any ?? [''])
  }
  const steps: DemoStep[] = []
  let minutes = 0
  const add = (after: number, step: CaseStep) => {
    minutes += after
    steps.push({ ...step, afterMinutes: minutes, by: step.type === 'verify' ? 'customer' : by })
  }
  add(random.int(4, 7 * HOUR), { type: 'acknowledge' })
  add(random.int(5, 5 * HOUR), { type: 'start' })
  if (random.chance(0.7)) add(random.int(3, 90), { type: 'note', text: say('notes') })
  if (random.chance(0.2)) add(random.int(5, 60), { type: 'wait', text: say('waits') })
  add(random.int(HOUR, 40 * HOUR), { type: 'resolve', rootCause, text: say('resolutions') })
  const ending = random.weighted({ verified: 62, notFixed: 9, unverified: 20, open: 9 })
  if (ending === 'verified') {
    add(random.int(10 * HOUR, 70 * HOUR), { type: 'verify', fixed: true })
    add(random.int(1, 4 * HOUR), { type: 'close' })
  } else if (ending === 'notFixed') {
    add(random.int(10 * HOUR, 70 * HOUR), { type: 'verify', fixed: false })
    add(random.int(1, 3 * HOUR), { type: 'start' })
    add(random.int(2 * HOUR, 30 * HOUR), { type: 'resolve', rootCause, text: say('resolutions') })
    add(random.int(10 * HOUR, 40 * HOUR), random.chance(0.8) ? { type: 'verify', fixed: true } : { type: 'close' })
  }
  if (ending === 'unverified') add(random.int(90 * HOUR, 160 * HOUR), { type: 'close' })
  return steps
}

/** What owners did about a share of the bad answers so far; at most one case a customer, no step after `now`. */
export const planCaseHistory = (random: Random, responses: readonly DemoResponse[], now: Date): CaseHistory[] => {
  const worked = new Set<string>()
  return responses.flatMap((response) => {
    const customer = response.customer?.externalId
    if (!customer || worked.has(customer) || !isBad(response) || !random.chance(WORKED_SHARE)) return []
    worked.add(customer)
    const submitted = Date.parse(response.submittedAt)
    const steps = workCase(random, response).filter(({ afterMinutes }) => submitted + afterMinutes * MINUTE <= now.getTime())
    return steps.length > 0 ? [{ response: response.id, steps }] : []
  })
}
