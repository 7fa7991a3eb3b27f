import { beforeAll, expect, test } from 'vitest'
import { getExperienceGap } from '@/pipeline/analyze/get-experience-gap'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { publishSurvey } from '@/pipeline/design/survey-programme'
import { importResponses } from '@/pipeline/listen/import-responses'
import { scoreResponses } from '@/pipeline/score/score-response'
import { findUnscored } from '@/store/response/save-responses'
import { openShop } from '~tests/support/shop'

const period = { from: '2026-05-01', to: '2026-05-30' }
const asked = { timeZone: 'UTC', period }
const dimensions = ['price', 'service', 'product', 'convenience', 'relationship'] as const

/** The textbook's electronics chain: experience, expectation, importance. */
const chain = {
  price: [7, 7, 6],
  service: [6, 6, 7],
  product: [6, 7, 8],
  convenience: [5, 7, 9],
  relationship: [4, 4, 5],
} as const
const answersOf = (shift = 0) =>
  Object.fromEntries(
    dimensions.map((key) => {
      const [experience, expectation, importance] = chain[key]
      return [key, { experience: experience + shift, expectation, importance }]
    }),
  )

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('gap')
  const questions = dimensions.map((key) => ({ key, kind: 'gap', text: `About ${key}`, dimension: key }))
  const surveys = { gap: { touchpoint: 'store', title: 'Gap', pages: [{ questions }] } }
  expect(await applyProgramme(organizationId, { surveys })).not.toHaveProperty('error')
  const published = await publishSurvey(organizationId, 'gap', 'ada@shop.example')
  expect(published).not.toHaveProperty('error', 'not_found')
  const { price, service } = answersOf()
  const items = [
    { survey: 'gap', answers: answersOf(1), submittedAt: '2026-04-20T10:00:00Z' },
    { survey: 'gap', answers: answersOf(), submittedAt: '2026-05-10T10:00:00Z' },
    { survey: 'gap', answers: answersOf(), submittedAt: '2026-05-30T23:59:00Z' },
    // Only two of the questions.
    { survey: 'gap', answers: { price, service }, submittedAt: '2026-05-12T10:00:00Z' },
    { survey: 'gap', answers: answersOf(-2), submittedAt: '2026-05-31T00:01:00Z' },
  ]
  const { rejected } = await importResponses(organizationId, items, 'none', new Date('2026-06-01T00:00:00Z'))
  expect(rejected).toEqual([])
  for (let due = await findUnscored(64); due.length > 0; due = await findUnscored(64)) await scoreResponses(due)
})

test('the worked example comes out of answers exactly: convenience −2, −18, −5', async () => {
  const { survey, gaps } = await getExperienceGap({ organizationId, ...asked })
  expect(survey?.key).toBe('gap')
  expect(gaps.map(({ question, n }) => [question, n])).toEqual([
    ['convenience', 2],
    ['product', 2],
    ['price', 3],
    ['relationship', 2],
    ['service', 3],
  ])
  expect(gaps[0]).toMatchObject({ weighted: -18, isKey: true, ideal: 10, toIdeal: -5, satisfaction: { value: -2 } })
  expect(gaps[1]).toMatchObject({ weighted: -8, isKey: false, toIdeal: 0, satisfaction: { value: -1 } })
})

test('the period before stands beside, and an ideal can be set', async () => {
  const { gaps } = await getExperienceGap({ organizationId, ...asked, ideals: { product: 8 } })
  expect(gaps[0]?.before).toMatchObject({ n: 1, satisfaction: { value: -1 } })
  expect(gaps.find(({ question }) => question === 'product')).toMatchObject({ ideal: 8, toIdeal: -2 })
})

test('days are the organization’s: the last minute of May is June in Shanghai', async () => {
  const { gaps } = await getExperienceGap({ organizationId, ...asked, timeZone: 'Asia/Shanghai' })
  expect(gaps.find(({ question }) => question === 'convenience')?.n).toBe(1)
})

test('an organization without gap questions has none to look at', async () => {
  const other = await openShop('no-gap')
  expect(await getExperienceGap({ organizationId: other, ...asked })).toEqual({
    ...{ surveys: [], survey: undefined, gaps: [], hidden: null },
  })
})
