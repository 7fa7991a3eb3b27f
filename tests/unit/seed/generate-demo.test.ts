import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { eventSchema } from '@/domain/customer/event'
import { checkAnswers } from '@/domain/survey/check-answers'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { surveySchema } from '@/domain/survey/schema'
import type { Demo, DemoResponse } from '~seed/demo'
import { generateDemo } from '~seed/generate-demo'
import { courierOf, weekOf } from '~seed/stories'

const now = new Date('2026-11-20T06:30:00Z')
const options = { seed: 7, now, days: 120 }
const DAY = 86_400_000
const COMMENT_KEYS = ['reason', 'better', 'praise', 'comment']

let demo: Demo
let definitions: Record<string, SurveyDefinition>

beforeAll(() => {
  const programme = parse(readFileSync('prisma/seed/aurora-home.yaml', 'utf8')) as { surveys: Record<string, unknown> }
  definitions = Object.fromEntries(Object.entries(programme.surveys).map(([key, survey]) => [key, surveySchema.parse(survey)]))
  demo = generateDemo(options)
})

// The demo's last local day (Asia/Shanghai) is today's.
const firstDay = Math.floor((now.getTime() + DAY / 3) / DAY) - 119
const weekOfResponse = ({ submittedAt }: DemoResponse) => weekOf(Math.floor((Date.parse(submittedAt) + DAY / 3) / DAY) - firstDay)
const of = (survey: string) => demo.responses.filter((response) => response.survey === survey)
const numbers = (responses: DemoResponse[], key: string) =>
  responses.map(({ answers }) => answers[key]).filter((value) => typeof value === 'number')
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const share = (values: number[], holds: (value: number) => boolean) => values.filter(holds).length / values.length
const nps = (values: number[]) => 100 * (share(values, (value) => value >= 9) - share(values, (value) => value <= 6))
const commentsOf = (responses: DemoResponse[]) =>
  responses.flatMap(({ answers }) => COMMENT_KEYS.map((key) => answers[key]).filter((text) => typeof text === 'string'))

describe('the generated demo', () => {
  it('is the same for the same seed and another for another', () => {
    expect(generateDemo(options)).toEqual(demo)
    expect(generateDemo({ ...options, seed: 8 }).responses[0]?.id).not.toBe(demo.responses[0]?.id)
  })

  it('has about 6,000 answers over 120 days in order of time, none in the future, each id once', () => {
    expect(demo.responses.length).toBeGreaterThan(5800)
    expect(demo.responses.length).toBeLessThan(6200)
    const times = demo.responses.map(({ submittedAt }) => Date.parse(submittedAt))
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(times.at(-1)).toBeLessThanOrEqual(now.getTime())
    expect(times[0]).toBeGreaterThanOrEqual((firstDay - 1) * DAY)
    expect(new Set(demo.responses.map(({ id }) => id)).size).toBe(demo.responses.length)
  })

  it('has ids of version 7 that carry the moment of submission', () => {
    for (const { id, submittedAt } of demo.responses) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
      expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.parse(submittedAt))
    }
  })

  it('has only answers that the survey allows, and none to hidden questions', () => {
    for (const { survey, answers, completed, locale, channel, source, context } of demo.responses) {
      const definition = definitions[survey]
      if (!definition) throw new Error(`no survey ${survey}`)
      expect(checkAnswers(definition, answers, { completed, locale, channel, source, context })).toEqual({
        answers,
        outcome: 'completed',
      })
    }
  })

  it('has completed and partial, known and anonymous answers in both languages', () => {
    const part = (holds: (response: DemoResponse) => boolean) => demo.responses.filter(holds).length / demo.responses.length
    expect(part(({ completed }) => !completed)).toBeCloseTo(0.07, 1)
    expect(part(({ customer }) => !customer)).toBeGreaterThan(0.1)
    expect(part(({ locale }) => locale === 'zh-CN')).toBeGreaterThan(0.5)
    expect(part(({ locale }) => locale === 'zh-CN')).toBeLessThan(0.6)
  })

  it('reaches nobody: every address is under .example, every phone number reserved for fiction', () => {
    for (const { email, phone } of demo.customers) {
      expect(email).toMatch(/^[a-z0-9.]+@mail\.example$/)
      if (phone !== undefined) expect(phone).toMatch(/^\+44 7700 900\d{3}$/)
    }
    expect(new Set(demo.customers.map(({ email }) => email)).size).toBe(demo.customers.length)
  })

  it('tells what happened to every known customer before they answered, each at a touchpoint of the programme', () => {
    const programme = parse(readFileSync('prisma/seed/aurora-home.yaml', 'utf8')) as { touchpoints: Record<string, unknown> }
    expect(demo.events).toHaveLength(demo.responses.filter(({ customer }) => customer).length)
    expect(new Set(demo.events.map(({ id }) => id)).size).toBe(demo.events.length)
    const times = demo.events.map(({ occurredAt }) => occurredAt)
    expect(times).toEqual([...times].sort())
    expect(Date.parse(times.at(-1) ?? '')).toBeLessThan(now.getTime())
    for (const event of demo.events) {
      expect(eventSchema.safeParse(event).error).toBeUndefined()
      expect(programme.touchpoints).toHaveProperty(event.touchpoint)
    }
  })

  it('has at least 2,500 distinct comments, without a slot left open', () => {
    const comments = commentsOf(demo.responses)
    expect(new Set(comments).size).toBeGreaterThanOrEqual(2500)
    for (const comment of comments) expect(comment).not.toMatch(/[{}<>|]|undefined/)
  })
})

describe.each([7, 1, 2026])('the stories in the numbers, seed %i', (seed) => {
  beforeAll(() => {
    demo = generateDemo({ ...options, seed })
  })

  it('a new courier in the north costs at least 20 points of NPS from week 9 on, and nowhere else', () => {
    const scores = (region: string, after: boolean) =>
      numbers(
        of('delivery').filter((response) => response.context.region === region && weekOfResponse(response) >= 9 === after),
        'nps',
      )
    expect(nps(scores('north', true))).toBeLessThan(nps(scores('north', false)) - 20)
    const elsewhere = (after: boolean) => nps(['east', 'south', 'west'].flatMap((region) => scores(region, after)))
    expect(Math.abs(elsewhere(true) - elsewhere(false))).toBeLessThan(12)
    for (const response of of('delivery').filter(({ context }) => context.courier === 'northway')) {
      expect(response.context.region).toBe('north')
      expect(weekOfResponse(response)).toBeGreaterThanOrEqual(9)
    }
  })

  it('there the parcels are late and damaged', () => {
    const troubled = (after: boolean) => {
      const north = of('delivery').filter(
        (response) => response.context.region === 'north' && weekOfResponse(response) >= 9 === after,
      )
      return (
        north.filter(
          ({ answers }) =>
            Array.isArray(answers.problems) && (answers.problems.includes('late') || answers.problems.includes('damaged')),
        ).length / north.length
      )
    }
    expect(troubled(true)).toBeGreaterThan(2 * troubled(false))
  })

  it('refunds at once from week 12 on make returns easier by more than half a point', () => {
    const ease = (after: boolean) =>
      mean(
        numbers(
          of('returns').filter((response) => weekOfResponse(response) >= 12 === after),
          'ces',
        ),
      )
    expect(ease(true) - ease(false)).toBeGreaterThan(0.5)
  })

  it('one shop delights', () => {
    const satisfied = (isRiverside: boolean) =>
      share(
        numbers(
          of('shop-visit').filter(({ context }) => (context.shop === 'riverside') === isRiverside),
          'csat',
        ),
        (value) => value >= 4,
      )
    expect(satisfied(true)).toBeGreaterThan(satisfied(false) + 0.08)
  })

  it('the value for money falls and price complaints rise from the first third to the last', () => {
    const priced = demo.responses.filter(({ survey }) => survey === 'checkout' || survey === 'product-30-days')
    const third = (from: number, to: number) =>
      priced.filter((response) => weekOfResponse(response) >= from && weekOfResponse(response) <= to)
    const complaints = (responses: DemoResponse[]) =>
      commentsOf(responses).filter((text) =>
        /expensive|overpriced|cheaper|prices have|price promise|paid|贵|涨价|差价|便宜|价格/i.test(text),
      ).length / responses.length
    expect(complaints(third(12, 18))).toBeGreaterThan(1.4 * complaints(third(1, 6)))
    expect(mean(numbers(third(12, 18), 'price'))).toBeLessThan(mean(numbers(third(1, 6), 'price')) - 0.15)
  })
})

describe('the worked cases', () => {
  it('belong to bad answers of known customers, one a customer, with steps in the past and in order', () => {
    const byId = new Map(demo.responses.map((response) => [response.id, response]))
    const customers = demo.caseHistory.map(({ response }) => byId.get(response)?.customer?.externalId)
    expect(customers).not.toContain(undefined)
    expect(new Set(customers).size).toBe(customers.length)
    expect(demo.caseHistory.length).toBeGreaterThan(120)
    for (const { response, steps } of demo.caseHistory) {
      const submitted = Date.parse(byId.get(response)?.submittedAt ?? '')
      const minutes = steps.map(({ afterMinutes }) => afterMinutes)
      expect(minutes).toEqual([...minutes].sort((a, b) => a - b))
      expect(submitted + (minutes.at(-1) ?? 0) * 60_000).toBeLessThanOrEqual(now.getTime())
      expect(steps.map(({ type }) => type).join(' ')).toMatch(
        /^acknowledge( start( note)?( wait)?( resolve( verify( close| start( resolve( verify| close)?)?)?| close)?)?)?$|^acknowledge start( note)?( wait)?$/,
      )
      for (const step of steps) if (step.type === 'resolve') expect(step.rootCause && step.text).toBeTruthy()
    }
  })

  it('name most root causes', () => {
    const causes = new Set(
      demo.caseHistory.flatMap(({ steps }) => steps.flatMap((step) => (step.type === 'resolve' ? step.rootCause : []))),
    )
    expect(causes.size).toBeGreaterThanOrEqual(7)
  })

  it('the courier of a week is the region’s own', () => {
    expect([courierOf('north', 0), courierOf('north', 55), courierOf('north', 56), courierOf('south', 100)]).toEqual([
      'swiftline',
      'swiftline',
      'northway',
      'parcel-one',
    ])
  })
})
