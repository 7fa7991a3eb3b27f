import { beforeAll, expect, test } from 'vitest'
import { fillWithResponses } from '~tests/support/many-responses'
import { explain, type Statement, statementsOf } from '~tests/support/plans'
import { hear, judge, openShop, rowsOf } from '~tests/support/shop'
import { belongingsOf } from '~tests/support/tenants'
import { strangersCalls } from './tenant-wall/calls'

/** They read all there is because that is what an operator asks of them. */
const recounts = /^operate\/rebuild-rollups /

let statements: (Statement & { by: string })[]
let filled: Set<string>
beforeAll(async () => {
  const organizationId = await openShop()
  await fillWithResponses(organizationId, 100_000)
  const responseId = await hear(organizationId, 'delivery', { nps: 0, reason: 'late again' })
  await judge(organizationId, responseId)
  const own = await belongingsOf(organizationId, responseId)
  statements = []
  const calls = Object.entries(strangersCalls).filter(([name]) => !recounts.test(name))
  for (const [by, call] of calls) {
    // What a call expects of a stranger doesn't hold for the owner of it all; what it asked the database is of interest.
    const { statements: sent } = await statementsOf(async () => {
      await Promise.resolve(call(organizationId, own)).catch(() => undefined)
    })
    for (const statement of sent) statements.push({ ...statement, by })
  }
  // As it is kept on any installation: an index that holds all that is asked for answers alone.
  await rowsOf('vacuum analyze responses, answers, scores, rollups')
  // An empty month is read whole, as it should be.
  const large = await rowsOf<{ name: string }>(
    `select relname as name from pg_class where relname ~ '^(responses|answers|scores|text_insights|rollups)' and relkind = 'r' and reltuples > 1000`,
  )
  filled = new Set(large.map(({ name }) => name))
}, 300_000)

test('nothing that a use case sends reads through all responses, answers, scores or rollups', async () => {
  expect(filled.size).toBeGreaterThan(8)
  expect(new Set(statements.map(({ by }) => by)).size).toBeGreaterThan(80)
  const different = [...new Map(statements.map((statement) => [statement.text + statement.settings, statement])).values()]
  const blunt: string[] = []
  for (const statement of different) {
    const plan = await explain(statement)
    const scanned = plan.filter((node) => node['Node Type'] === 'Seq Scan' && filled.has(node['Relation Name'] ?? ''))
    if (scanned.length > 0) blunt.push(`${statement.by}: ${scanned.map((node) => node['Relation Name'])} by ${statement.text}`)
  }
  expect(blunt).toEqual([])
}, 120_000)
