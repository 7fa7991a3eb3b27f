import { beforeAll, expect, test } from 'vitest'
import { keepStatistics } from '@/pipeline/operate/keep-statistics'
import { hotPool } from '@/store/connection'
import { analyzeGrown } from '@/store/health/analyze-grown'
import { hear, openShop, rowsOf } from '~tests/support/shop'

let organizationId: string
const month = new Date().toISOString().slice(0, 7).replace('-', '_')
const known = async () =>
  (await rowsOf<{ n: number }>(`select reltuples::int as n from pg_class where relname = $1`, [`scores_${month}`]))[0]?.n

beforeAll(async () => {
  organizationId = await openShop()
  // The server looks at tables by itself every minute: not at this one, or it might be the first.
  await rowsOf(`alter table scores_${month} set (autovacuum_enabled = false)`)
  await analyzeGrown()
  const answers = Array.from({ length: 400 }, (_, count) => ({ nps: count % 11, reason: 'It came late.' }))
  await Promise.all(answers.map((one) => hear(organizationId, 'delivery', one)))
})

test('a month’s first answers make themselves known to the planner, which then finds one by its own key', async () => {
  expect(await known()).toBe(-1)
  expect(await keepStatistics()).toBeGreaterThan(0)
  expect(await known()).toBeGreaterThanOrEqual(400)
  const { rows: plan } = await hotPool().query<{ 'QUERY PLAN': string }>(
    `explain (generic_plan) select value from scores_${month} where organization_id = $1 and response_id = $2`,
  )
  const words = plan.map((row) => row['QUERY PLAN']).join('\n')
  expect(words).toMatch(/Index Cond: \(\(organization_id = \$1\) AND \(response_id = \$2\)\)/)
})

test('what hasn’t grown since isn’t looked at again', async () => {
  expect(await analyzeGrown()).not.toContain(`public.scores_${month}`)
})
