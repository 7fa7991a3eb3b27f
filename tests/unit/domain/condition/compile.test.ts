import { expect, test } from 'vitest'
import { compile } from '@/domain/condition/compile'
import { evaluate } from '@/domain/condition/evaluate'
import { createChance } from '~tests/support/chance'
import { oddNumbers, oddTexts } from '~tests/support/odd-values'
import { randomCondition } from '~tests/support/random-conditions'

test('a compiled condition holds where the evaluator says so, over 20,000 random conditions and facts', () => {
  const chance = createChance(5)
  const scalar = () => chance.pick<unknown>([chance.pick(oddTexts), chance.pick(oddNumbers), true, false, '6', 6, 'GOLD'])
  const fact = () =>
    chance.pick<() => unknown>([
      scalar,
      scalar,
      scalar,
      () => [scalar(), scalar()],
      () => undefined,
      () => null,
      () => '',
      () => ({}),
    ])()
  let held = 0
  for (let count = 0; count < 20_000; count++) {
    const condition = randomCondition(chance, [
      ['answer.a', 'gold', 6, '6'],
      ['score.nps', 6, '9', 7.5],
      ['customer.tier', 'Gold', true],
    ])
    const known: Record<string, unknown> = { 'answer.a': fact(), 'score.nps': fact(), 'customer.tier': fact() }
    const facts = (field: string) => known[field]
    const wanted = evaluate(condition, facts)
    if (wanted) held += 1
    if (compile(condition)(facts) !== wanted) throw new Error(`${JSON.stringify(condition)} over ${JSON.stringify(known)}`)
  }
  expect(held).toBeGreaterThan(4_000)
  expect(held).toBeLessThan(16_000)
})
