import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDay } from '@/domain/analysis/local-day'
import { type CountedScore, foldChanges, toDecimal } from '@/domain/analysis/rollup'

const score = fc.record({
  organizationId: fc.constant('o'),
  metric: fc.constantFrom('nps', 'sentiment'),
  surveyId: fc.constant('s'),
  touchpointId: fc.constantFrom('t1', 't2'),
  day: fc.constantFrom('2026-01-01', '2026-01-02'),
  channel: fc.constantFrom('web', 'app'),
  kind: fc.constant('nps' as const),
  value: fc.oneof(
    fc.integer({ min: 0, max: 10 }),
    fc.integer({ min: -1000, max: 1000 }).map((thousandths) => thousandths / 1000),
  ),
  category: fc.constantFrom('promoter' as const, 'passive' as const, 'detractor' as const),
}) as fc.Arbitrary<CountedScore>

test('taking back what was added leaves nothing', () => {
  fc.assert(
    fc.property(fc.array(score), (scores) => {
      expect(foldChanges(scores, scores)).toEqual([])
    }),
  )
})

test('edits in any order end at the recount of what is left', () => {
  fc.assert(
    fc.property(fc.array(score), fc.array(score), fc.array(score), (first, second, third) => {
      const total = new Map<string, { n: number; sum: bigint; squares: bigint }>()
      const apply = (old: CountedScore[], added: CountedScore[]) => {
        for (const change of foldChanges(old, added)) {
          const key = [change.metric, change.touchpointId, change.day, change.channel].join()
          const known = total.get(key) ?? { n: 0, sum: 0n, squares: 0n }
          total.set(key, {
            n: known.n + change.n,
            sum: known.sum + change.sumThousandths,
            squares: known.squares + change.sumSquaresMillionths,
          })
        }
      }
      apply([], first)
      apply(first, second)
      apply(second, third)
      const left = new Map(
        foldChanges([], third).map((change) => [[change.metric, change.touchpointId, change.day, change.channel].join(), change]),
      )
      for (const [key, { n, sum, squares }] of total) {
        const wanted = left.get(key)
        expect([n, sum, squares]).toEqual([wanted?.n ?? 0, wanted?.sumThousandths ?? 0n, wanted?.sumSquaresMillionths ?? 0n])
      }
    }),
  )
})

test('changes come sorted by key, so that nobody deadlocks', () => {
  fc.assert(
    fc.property(fc.array(score), (scores) => {
      const keys = foldChanges([], scores).map((change) =>
        [change.organizationId, change.metric, change.surveyId, change.touchpointId, change.day, change.channel].join('\u0000'),
      )
      expect(keys).toEqual([...keys].sort())
    }),
  )
})

test('whole values fill the histogram', () => {
  const [change] = foldChanges(
    [],
    [{ organizationId: 'o', metric: 'm', surveyId: 's', touchpointId: 't', day: 'd', channel: 'c', kind: 'mean', value: 7 }],
  )
  expect(change?.histogram).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0])
})

test('exact decimals', () => {
  expect(toDecimal(1234n, 3)).toBe('1.234')
  expect(toDecimal(-5n, 3)).toBe('-0.005')
  expect(toDecimal(0n, 6)).toBe('0.000000')
})

test('a day is the organization’s, not the server’s', () => {
  const at = new Date('2026-03-01T18:30:00Z')
  expect(localDay(at, 'Asia/Shanghai')).toBe('2026-03-02')
  expect(localDay(at, 'America/New_York')).toBe('2026-03-01')
})
