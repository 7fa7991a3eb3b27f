import { beforeAll, expect, test } from 'vitest'
import { factsOf } from '@/domain/alert/evaluate-rules'
import type { Condition, Facts } from '@/domain/condition/condition'
import { evaluate, fold, toNumber } from '@/domain/condition/evaluate'
import { conditionSchema } from '@/domain/condition/schema'
import { loadScored } from '@/store/alert/load-scored'
import { compileCondition } from '@/store/condition/compile-condition'
import { splitByCustomer } from '@/store/condition/customer-terms'
import { pool, withTransaction } from '@/store/connection'
import { findCustomersByTerms } from '@/store/customer/find-customers-by-terms'
import { responseWhere } from '@/store/response/response-where'
import { createChance } from '~tests/support/chance'
import { fillOddShop, oddFields, openOddShop } from '~tests/support/odd-answers'
import { oddNumbers, oddTexts } from '~tests/support/odd-values'
import { randomCondition } from '~tests/support/random-conditions'
import { rowsOf } from '~tests/support/shop'

const conditions = Number(process.env.TEST_CONDITIONS ?? 2000)

let organizationId: string
let known: { id: string; facts: Facts }[]

beforeAll(async () => {
  organizationId = await openOddShop()
  const ids = await fillOddShop(organizationId, createChance(1), 300)
  known = await Promise.all(
    ids.map(async (id) => {
      const scored = await loadScored(organizationId, id)
      if (!scored) throw new Error(`nothing is known of ${id}`)
      return { id, facts: factsOf(scored.facts) }
    }),
  )
})

const picked = async (condition: Condition): Promise<string[]> => {
  const { sql, params } = compileCondition(condition, { organization: '$1', firstParameter: 2 })
  const rows = await rowsOf<{ id: string }>(`select r.id from responses r where r.organization_id = $1 and ${sql}`, [
    organizationId,
    ...params,
  ])
  return rows.map(({ id }) => id).sort()
}

const expected = (condition: Condition): string[] =>
  known
    .filter(({ facts }) => evaluate(condition, facts))
    .map(({ id }) => id)
    .sort()

test('a text folds in SQL, and reads as a number, as in the evaluator', async () => {
  const rows = await rowsOf<{ folded: string; number: number | null }>(
    'select condition_fold(x) as folded, condition_number(x) as number from unnest($1::text[]) with ordinality as u(x, n) order by n',
    [oddTexts],
  )
  expect(rows.map(({ folded }) => folded)).toEqual(oddTexts.map(fold))
  // Nobody tells 0 from −0 by a comparison.
  const read = rows.map(({ number }, index) => [oddTexts[index], number === null ? undefined : number + 0])
  const wanted = oddTexts.map((text) => [text, toNumber(text)] as const)
  expect(read).toEqual(wanted.map(([text, number]) => [text, number === undefined ? undefined : number + 0]))
})

test('a number is written in SQL as in the evaluator', async () => {
  const rows = await rowsOf<{ text: string }>(
    `select condition_text((x #>> '{}')::numeric) as text from unnest($1::jsonb[]) with ordinality as u(x, n) order by n`,
    [oddNumbers.map((number) => JSON.stringify(number))],
  )
  expect(rows.map(({ text }) => text)).toEqual(oddNumbers.map(String))
})

test(`${conditions} random conditions pick the same of 300 random responses in SQL as in the evaluator`, async () => {
  const chance = createChance(Number(process.env.TEST_SEED ?? 7))
  let narrowing = 0
  for (let count = 0; count < conditions; count++) {
    const condition = randomCondition(chance, oddFields, chance.below(4))
    expect(conditionSchema.safeParse(condition).success).toBe(true)
    const wanted = expected(condition)
    if (wanted.length > 0 && wanted.length < known.length) narrowing += 1
    const got = await picked(condition)
    if (got.join() !== wanted.join()) {
      const [wrong] = [...got.filter((id) => !wanted.includes(id)), ...wanted.filter((id) => !got.includes(id))]
      const facts = Object.fromEntries(oddFields.map(([field]) => [field, known.find(({ id }) => id === wrong)?.facts(field)]))
      throw new Error(`${JSON.stringify(condition)} (no. ${count}) differs on ${JSON.stringify(facts)}`)
    }
  }
  // Conditions that pick all or nothing would prove little.
  expect(narrowing).toBeGreaterThan(conditions / 4)
}, 300_000)

test('asked of customers first, random conditions pick the same as in the evaluator', async () => {
  const chance = createChance(Number(process.env.TEST_SEED ?? 13))
  const texts = [...oddTexts, 'gold', 'GOLD', 'true', 'silver'] as const
  let asked = 0
  let narrowing = 0
  for (let count = 0; count < conditions / 4; count++) {
    const field = `customer.${chance.pick(['tier', 'a:b,(c)', 'name', 'phone', 'nowhere'] as const)}`
    const leaf: Condition = chance.below(2)
      ? { field, op: 'eq', value: chance.pick(texts) }
      : { field, op: 'in', value: Array.from({ length: 1 + chance.below(4) }, () => chance.pick(texts)) }
    const condition: Condition = {
      all: [leaf, chance.below(2) ? { all: [] } : randomCondition(chance, oddFields, chance.below(3))],
    }
    const { wishes, rest } = splitByCustomer(condition)
    if (wishes.length === 0) continue
    asked += 1
    const customers = await withTransaction((client) => findCustomersByTerms(client, organizationId, wishes))
    const { sql, params } = responseWhere({ organizationId, customers: customers ?? [], where: rest })
    const got = await rowsOf<{ id: string }>(`select r.id from responses r where ${sql}`, params)
    const wanted = expected(condition)
    if (wanted.length > 0) narrowing += 1
    expect([JSON.stringify(condition), ...got.map(({ id }) => id).sort()]).toEqual([JSON.stringify(condition), ...wanted])
  }
  expect(asked).toBeGreaterThan(conditions / 16)
  expect(narrowing).toBeGreaterThan(asked / 10)
}, 300_000)

test('customers are found by terms through their index, and only within their organization', async () => {
  const wishes = [{ name: 'tier', texts: ['gold'] }]
  const found = await withTransaction((client) => findCustomersByTerms(client, organizationId, wishes))
  expect(found?.length).toBeGreaterThan(0)
  const stranger = '00000000-0000-7000-8000-000000000000'
  expect(await withTransaction((client) => findCustomersByTerms(client, stranger, wishes))).toEqual([])
})

test('nothing that a condition says stands in the statement', () => {
  const chance = createChance(11)
  for (let count = 0; count < 500; count++) {
    const condition = randomCondition(chance, [['context.secret-name', 'secret-value', 987_654]], 3)
    const { sql } = compileCondition(condition, { organization: '$1', firstParameter: 2 })
    expect(sql).not.toMatch(/secret|987654|drop table/i)
  }
})

test('a condition of another organization’s touchpoint picks nothing', async () => {
  const { sql, params } = compileCondition({ field: 'touchpoint.key', op: 'exists' }, { organization: '$1', firstParameter: 2 })
  const { rowCount } = await pool().query(`select 1 from responses r where ${sql} limit 1`, [
    '00000000-0000-7000-8000-000000000000',
    ...params,
  ])
  expect(rowCount).toBe(0)
})

test('a condition that asks too much is refused before it reaches the database', () => {
  const leaf: Condition = { field: 'score.nps', op: 'lte', value: 6 }
  const place = { organization: '$1', firstParameter: 2 }
  expect(() => compileCondition({ all: Array.from({ length: 51 }, () => leaf) }, place)).toThrow('51 comparisons')
  const deep = Array.from({ length: 12 }).reduce<Condition>((inner) => ({ not: inner }), leaf)
  expect(() => compileCondition(deep, place)).toThrow('deeper than 10 levels')
})
