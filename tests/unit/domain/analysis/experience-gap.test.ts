import { describe, expect, test } from 'vitest'
import { experienceGaps, type GapSums } from '@/domain/analysis/experience-gap'

/** `n` people who all answered alike. */
const alike = (question: string, experience: number, expectation: number, importance: number, n = 4): GapSums => ({
  ...{ question, n, experience, expectation, importance },
  satisfactionSum: n * (experience - expectation),
  satisfactionSumSquares: n * (experience - expectation) ** 2,
})

describe('the experience gap', () => {
  // The electronics chain of the field's textbook example.
  const chain = [
    alike('price', 7, 7, 6),
    alike('service', 6, 6, 7),
    alike('product', 6, 7, 8),
    alike('convenience', 5, 7, 9),
    alike('relationship', 4, 4, 5),
  ]

  test('is what it is in the worked example: convenience is the key experience', () => {
    const [first, second] = experienceGaps(chain)
    expect(first).toMatchObject({
      question: 'convenience',
      satisfaction: { value: -2 },
      weighted: -18,
      isKey: true,
      ideal: 10,
      toIdeal: -5,
    })
    expect(second).toMatchObject({ question: 'product', satisfaction: { value: -1 }, isKey: false, toIdeal: 0 })
  })

  test('keeps today’s experience as the ideal of what isn’t the key experience, unless one is given', () => {
    const gaps = experienceGaps(chain, { service: 8 })
    expect(gaps.filter(({ isKey }) => isKey)).toHaveLength(1)
    expect(gaps.find(({ question }) => question === 'service')).toMatchObject({ ideal: 8, toIdeal: -2 })
    expect(gaps.find(({ question }) => question === 'price')).toMatchObject({ ideal: 7, toIdeal: 0 })
  })

  test('has no key experience where nothing is missing', () => {
    expect(experienceGaps([alike('price', 8, 7, 5)])[0]).toMatchObject({ isKey: false, toIdeal: 0 })
  })

  test('has an interval from two answers on, and says nothing without any', () => {
    const mixed = { ...alike('price', 5, 7, 9), n: 2, satisfactionSum: -4, satisfactionSumSquares: 10 }
    const [gap] = experienceGaps([mixed, alike('service', 0, 0, 0, 0)])
    expect(gap?.satisfaction.low).toBeLessThan(-2)
    expect(gap?.satisfaction.high).toBeGreaterThan(-2)
    expect(experienceGaps([alike('price', 5, 7, 9, 1)])[0]?.satisfaction.low).toBeNull()
    expect(experienceGaps([alike('service', 0, 0, 0, 0)])).toEqual([])
  })
})
