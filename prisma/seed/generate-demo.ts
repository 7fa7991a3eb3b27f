import type { Scene } from './answers/scene'
import { createMoments } from './calendar'
import { planCaseHistory } from './case-history'
import { makeCustomers } from './customers'
import { type Demo, type DemoCustomer, type DemoLocale, type DemoOptions, type DemoResponse, REGIONS } from './demo'
import { makeEvents } from './events'
import { createRandom, type Random } from './random'
import { SURVEY_PLANS, type SurveyPlan } from './surveys'
import { uuidAt } from './uuid'

const CUSTOMERS_PER_DAY = 16
const PARTIAL_SHARE = 0.07
const SOURCES: Record<string, string> = {
  email: 'invitation',
  app: 'in-app',
  web: 'embed',
  shop_qr: 'qr-code',
  kiosk: 'kiosk',
  phone: 'after-call',
}

/** A customer who gives up keeps what was answered until then. */
const breakOff = (random: Random, answers: DemoResponse['answers'], atLeast: number): DemoResponse['answers'] => {
  const entries = Object.entries(answers)
  return Object.fromEntries(entries.slice(0, random.int(atLeast, Math.max(atLeast, entries.length - 1))))
}

const respond = (
  random: Random,
  plan: SurveyPlan,
  moment: { at: number; day: number },
  customer: DemoCustomer | undefined,
  days: number,
): DemoResponse => {
  const locale: DemoLocale = customer?.locale ?? (random.chance(0.55) ? 'zh-CN' : 'en')
  const channel = random.weighted(plan.channels)
  const scene: Scene = {
    random,
    day: moment.day,
    days,
    region: customer?.attributes.region ?? random.pick(REGIONS),
    locale,
    channel,
    temper: random.normal(0, 0.07),
  }
  const { answers, context } = plan.fill(scene)
  const completed = !random.chance(PARTIAL_SHARE)
  const seconds = completed ? random.int(18, 190) : random.int(6, 60)
  return {
    id: uuidAt(moment.at, random),
    survey: plan.survey,
    answers: completed ? answers : breakOff(random, answers, plan.firstScreen),
    completed,
    submittedAt: new Date(moment.at).toISOString(),
    startedAt: new Date(moment.at - seconds * 1000).toISOString(),
    ...(customer ? { customer } : {}),
    channel,
    locale,
    source: SOURCES[channel] ?? 'link',
    context,
  }
}

/**
 * The demo company's customers, answers, what happened before them, and worked cases, a pure function of its options. `responses` are in order of
 * time, none after `now`; `days` of 120 give about 6,000. No clock, no other randomness than the seed's.
 */
export const generateDemo = ({ seed, now, days }: DemoOptions): Demo => {
  const random = createRandom(seed)
  const customers = makeCustomers(random, CUSTOMERS_PER_DAY * days, now)
  const responses = SURVEY_PLANS.flatMap((plan) => {
    const nextMoment = createMoments(random, now, days, plan.rhythm)
    return Array.from({ length: Math.round((plan.count * days) / 120) }, () => {
      const customer = random.chance(plan.known) ? random.pick(customers) : undefined
      return respond(random, plan, nextMoment(), customer, days)
    })
  }).sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : a.submittedAt > b.submittedAt ? 1 : a.id < b.id ? -1 : 1))
  const caseHistory = planCaseHistory(random, responses, now)
  return { customers, responses, events: makeEvents(random, responses), caseHistory }
}
