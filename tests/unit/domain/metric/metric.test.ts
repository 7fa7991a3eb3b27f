import { describe, expect, test } from 'vitest'
import { distributionOf } from '@/domain/analysis/distribution'
import { noSums, type Sums, summarize } from '@/domain/analysis/summarize'
import { withoutScore } from '@/domain/analysis/without-score'
import { boxIn, cutsOf, leastsOf } from '@/domain/metric/cut'
import { type Defined, type StandardDefinition, standardDefaults, toDefinitions, withDraft } from '@/domain/metric/definition'
import { compareIndex, scoreParts, summarizeIndex } from '@/domain/metric/index-score'
import { measureOf } from '@/domain/metric/measure'
import { readingOf } from '@/domain/metric/reading'
import { tellDefinition } from '@/domain/metric/tell-definition'
import { scoreAnswers } from '@/domain/score/score-answers'
import { createChance } from '~tests/support/chance'

const defined = (key: string, definition: Defined['definition']): Defined => ({ key, version: 2, since: new Date(0), definition })
const nothing = toDefinitions([])

test('what the product comes with sorts every answer as scores are sorted', () => {
  for (const kind of ['nps', 'csat', 'ces'] as const) {
    const scale = { nps: [0, 10], csat: [1, 5], ces: [1, 7] }[kind] as [number, number]
    for (let value = scale[0]; value <= scale[1]; value += 1) {
      const survey = { touchpoint: 't', title: 'T', pages: [{ questions: [{ key: 'q', kind, text: 'Q' }] }] }
      const [score] = scoreAnswers(survey as never, { q: value })
      const box = boxIn(standardDefaults[kind], value)
      expect([score?.category, box]).toEqual([
        { nps: { high: 'promoter', middle: 'passive', low: 'detractor' } }[kind as 'nps']?.[box] ??
          { high: 'satisfied', middle: 'neutral', low: 'dissatisfied' }[box],
        box,
      ])
    }
  }
  expect(cutsOf(nothing)).toEqual({})
  expect(leastsOf(nothing)).toEqual({ nps: 1, csat: 1, ces: 1 })
})

test('only boxes that differ are counted anew: a reason or a number of answers changes no count', () => {
  const kept = toDefinitions([
    defined('nps', { ...standardDefaults.nps, least: 30, reason: 'Few say little' }),
    defined('ces', { positiveFrom: 6, negativeTo: 2, least: 1 }),
  ])
  expect(cutsOf(kept)).toEqual({ ces: { positiveFrom: 6, negativeTo: 2 } })
  expect(leastsOf(kept)).toMatchObject({ nps: 30, csat: 1 })
  expect(kept.standard.csat).toMatchObject({ version: 1, since: null })
})

test('bars stand in the boxes of any definition, and a histogram counted by it equals a count of its answers', () => {
  const chance = createChance(3)
  for (let round = 0; round < 500; round += 1) {
    const answers = Array.from({ length: chance.below(60) }, () => chance.below(11))
    const negativeTo = chance.below(10)
    const cut: StandardDefinition = { negativeTo, positiveFrom: negativeTo + 1 + chance.below(10 - negativeTo), least: 1 }
    const counts = Array.from({ length: 11 }, (_, value) => answers.filter((one) => one === value).length)
    const { n, bars } = distributionOf('nps', counts, cut)
    const inBox = (box: 'low' | 'middle' | 'high') =>
      bars.filter((bar) => bar.box === box).reduce((sum, { count }) => sum + count, 0)
    expect(n).toBe(answers.length)
    expect([inBox('low'), inBox('middle'), inBox('high')]).toEqual([
      answers.filter((one) => one <= cut.negativeTo).length,
      answers.filter((one) => one > cut.negativeTo && one < cut.positiveFrom).length,
      answers.filter((one) => one >= cut.positiveFrom).length,
    ])
  }
})

test('a score is taken out of the box that the definition counts it in', () => {
  const sums = { ...noSums, n: 3, low: 1, middle: 1, high: 1, sum: 22, sumSquares: 182 }
  const eight = { kind: 'nps', value: 8, category: 'passive' } as const
  expect(withoutScore(sums, eight)).toMatchObject({ n: 2, low: 1, middle: 0, high: 1 })
  expect(withoutScore(sums, eight, { nps: { positiveFrom: 8, negativeTo: 5 } })).toMatchObject({ n: 2, middle: 1, high: 0 })
})

test('fewer answers than the definition asks for have n and nothing else', () => {
  const sums = { ...noSums, n: 4, high: 3, low: 1 }
  expect(summarize('nps', sums, 5)).toEqual({
    n: 4,
    value: null,
    low: null,
    high: null,
    counts: { promoter: 3, passive: 0, detractor: 1 },
  })
  expect(summarize('nps', sums, 4).value).toBe(50)
})

describe('an index', () => {
  const definitions = toDefinitions([
    defined('quick', { name: 'Quick', of: 'mean', question: 'speed', scale: { from: 1, to: 5 }, least: 1 }),
    defined('whole', {
      name: 'Whole',
      of: 'index',
      parts: [
        { metric: 'nps', weight: 3 },
        { metric: 'csat', weight: 2 },
        { metric: 'quick', weight: 5 },
      ],
      least: 1,
    }),
  ])
  const reading = readingOf(definitions, 'whole')
  if (!reading || !('parts' in reading)) throw new Error('there is no index')
  const { parts } = reading
  const sums: Record<string, Sums> = {
    // 60 promoters, 20 detractors of 100: NPS 40, which is 70 of 100
    nps: { ...noSums, n: 100, high: 60, middle: 20, low: 20 },
    // 56 of 70: 80
    csat: { ...noSums, n: 70, high: 56, low: 14 },
    // a mean of 4 of 1–5: 75
    quick: { ...noSums, n: 50, sum: 200, sumSquares: 850 },
  }
  const sumsOf = (key: string) => sums[key] ?? noSums

  test('is the weighted mean of its parts on 0–100: (3 × 70 + 2 × 80 + 5 × 75) ÷ 10 = 74.5', () => {
    expect(scoreParts(parts, sumsOf).map(({ key, score, share }) => [key, score, share])).toEqual([
      ['nps', 70, 0.3],
      ['csat', 80, 0.2],
      ['quick', 75, 0.5],
    ])
    const index = summarizeIndex(parts, sumsOf)
    expect(index).toMatchObject({ n: 50 })
    expect(index.value).toBeCloseTo(74.5, 10)
    // Bounds of the parts: NPS 40 by adjusted Wald, 0.8 by Wilson, 4 ± t(0.975, 49) · √(50/49/50).
    const nps = summarize('nps', sums.nps as Sums)
    const csat = summarize('csat', sums.csat as Sums)
    const half = 2.009575 * Math.sqrt(50 / 49 / 50)
    const low = 0.3 * ((Number(nps.low) + 100) / 2) + 0.2 * 100 * Number(csat.low) + 0.5 * (75 - 25 * half)
    expect(index.low).toBeCloseTo(low, 5)
  })

  test('has an interval that covers the truth at least as often as it says, also where its parts say the same', () => {
    const chance = createChance(12)
    let [covered, rounds] = [0, 400]
    // Each customer's mood moves all three answers: the parts are strongly correlated.
    const truth = { nps: 0, csat: 0.5, quick: 3 }
    for (let round = 0; round < rounds; round += 1) {
      const drawn = Array.from({ length: 80 }, () => chance.below(4))
      const count = (fits: (mood: number) => boolean) => drawn.filter(fits).length
      const speeds = drawn.map((mood) => mood * (4 / 3) + 1)
      const drawnSums: Record<string, Sums> = {
        nps: {
          ...noSums,
          n: 80,
          high: count((mood) => mood === 3),
          low: count((mood) => mood === 0),
          middle: count((mood) => mood === 1 || mood === 2),
        },
        csat: { ...noSums, n: 80, high: count((mood) => mood > 1), low: count((mood) => mood <= 1) },
        quick: { ...noSums, n: 80, sum: speeds.reduce((a, b) => a + b, 0), sumSquares: speeds.reduce((a, b) => a + b * b, 0) },
      }
      const index = summarizeIndex(parts, (key) => drawnSums[key] ?? noSums)
      const real = 0.3 * ((truth.nps + 100) / 2) + 0.2 * 100 * truth.csat + 0.5 * ((100 * (truth.quick - 1)) / 4)
      if (Number(index.low) <= real && real <= Number(index.high)) covered += 1
    }
    expect(covered / rounds).toBeGreaterThanOrEqual(0.95)
  })

  test('without a number of each part has none, and says so by the smallest n', () => {
    expect(summarizeIndex(parts, (key) => (key === 'csat' ? noSums : sumsOf(key)))).toMatchObject({
      n: 0,
      value: null,
      low: null,
    })
    expect(summarizeIndex(parts, sumsOf, 51)).toMatchObject({ n: 50, value: null })
    expect(compareIndex(parts, sumsOf, () => noSums)).toBeNull()
  })

  test('differs from another time by the weighed differences of its parts, and from itself by nothing', () => {
    const before: Record<string, Sums> = { ...sums, nps: { ...noSums, n: 100, high: 40, middle: 20, low: 40 } }
    const change = compareIndex(parts, sumsOf, (key) => before[key] ?? noSums)
    // Only NPS moved, by 40 points: 20 of 100, three tenths of which are 6.
    expect(change?.difference).toBeCloseTo(6, 10)
    expect(Number(change?.low)).toBeLessThan(6)
    const none = compareIndex(parts, sumsOf, sumsOf)
    expect(none).toMatchObject({ difference: 0, isSignificant: false })
    expect(none?.p).toBeGreaterThan(0.9)
    const better = {
      nps: { ...noSums, n: 900, high: 800, middle: 50, low: 50 },
      csat: { ...noSums, n: 900, high: 890, low: 10 },
      quick: { ...noSums, n: 900, sum: 4400, sumSquares: 21700 },
    }
    const rise = compareIndex(parts, (key) => better[key as 'nps'], sumsOf)
    expect(rise?.isSignificant).toBe(true)
    expect(rise?.p).toBeLessThan(0.001)
  })
})

test('a part that has gone leaves no index, and nothing is a metric that isn’t defined', () => {
  const lonely = toDefinitions([
    defined('whole', {
      name: 'W',
      of: 'index',
      parts: [
        { metric: 'nps', weight: 1 },
        { metric: 'gone', weight: 1 },
      ],
      least: 1,
    }),
  ])
  expect(readingOf(lonely, 'whole')).toBeUndefined()
  expect(readingOf(nothing, 'toString')).toBeUndefined()
  expect(measureOf(nothing, {}, 'constructor')).toBeUndefined()
  expect(readingOf(nothing, 'sentiment')).toMatchObject({ measure: { kind: 'sentiment', version: 1 } })
})

test.each<[Defined, string]>([
  [nothing.standard.nps, 'Share of promoters (9–10) minus share of detractors (0–6), times 100; adjusted Wald interval, 95 %'],
  [
    defined('csat', { positiveFrom: 5, negativeTo: 3, least: 20 }),
    'Share of 5 on a scale of 1–5 (top boxes); Wilson interval, 95 %; shown from 20 answers on',
  ],
  [
    defined('easy', { name: 'Easy', of: 'share', question: 'how', options: ['web', 'app'], least: 1 }),
    'Share of web, app among the answers to "how" in every survey that asks it; Wilson interval, 95 %',
  ],
])('%o in one sentence', (one, sentence) => expect(tellDefinition(one)).toBe(sentence))

test('a draft is the next version of what it changes', () => {
  const drafted = withDraft(nothing, 'nps', { positiveFrom: 10, negativeTo: 8, least: 1 })
  expect(drafted.standard.nps).toMatchObject({ version: 2, definition: { positiveFrom: 10 } })
  expect(withDraft(nothing, 'mine', { name: 'M', of: 'mean', question: 'q', least: 1 }).own.mine).toMatchObject({ version: 1 })
})
