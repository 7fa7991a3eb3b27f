import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANALYZED_LENGTH, analyzeText } from '@/domain/text/analyze-text'
import { type TextInsight, TOPIC_KEYS } from '@/domain/text/text-insight'
import { createTextModels } from '@/domain/text/text-models'
import { segmentText } from '@/pipeline/score/segment-text'

const models = createTextModels({ segment: segmentText })
const insightOf = (text: string, hints = {}): TextInsight => {
  const insight = analyzeText(text, hints, models)
  if (!insight) throw new Error('no insight')
  return insight
}

describe('what a comment says', () => {
  it.each([
    ['The courier was rude and the box was damaged.', 'en', 'negative'],
    ['Quick, friendly and easy. Excellent service!', 'en', 'positive'],
    ['The delivery arrived on Tuesday.', 'en', 'neutral'],
    ['快递员态度差，等了三天还没到，包装破损', 'zh', 'negative'],
    ['服务热情周到，送货很快，非常满意！', 'zh', 'positive'],
    ['周二送到的', 'zh', 'neutral'],
    ['It is not good, I do not recommend it', 'en', 'negative'],
    ['不好吃，不推荐', 'zh', 'negative'],
    ['I could not fault it, no complaints', 'en', 'positive'],
    ['没有问题，一点瑕疵都没有', 'zh', 'positive'],
    ['The staff could be friendlier and quicker', 'en', 'negative'],
    ['又快又好', 'zh', 'positive'],
    ['👎😡', 'und', 'negative'],
  ])('%s → %s, %s', (text, language, label) => {
    expect(insightOf(text)).toMatchObject({ language, label })
  })

  it('gives nothing for text without anything visible', () => {
    expect(['', '  ', '\n\t\u3000'].map((text) => analyzeText(text))).toEqual([null, null, null])
  })

  it('weighs what follows a "but" for more', () => {
    expect(insightOf('The shop is nice but the staff is rude').sentiment).toBeLessThan(0)
    expect(insightOf('The staff is rude but the shop is nice').sentiment).toBeGreaterThan(
      insightOf('The shop is nice but the staff is rude').sentiment,
    )
    expect(insightOf('环境不错，但是态度恶劣').sentiment).toBeLessThan(0)
  })

  it('judges each topic by its own clause and shows the clause', () => {
    const text = 'The courier was friendly, but the parcel was damaged.'
    const topics = insightOf(text).topics.map(({ key, sentiment, start, end }) => [
      key,
      Math.sign(sentiment),
      text.slice(start, end),
    ])
    expect(topics).toContainEqual(['staff_service', 1, 'The courier was friendly'])
    expect(topics).toContainEqual(['loss_damage', -1, 'but the parcel was damaged'])
  })

  it('lets a clause without an opinion take its sentence’s', () => {
    const mention = insightOf('About the price, I am very disappointed').topics.find(({ key }) => key === 'price_value')
    expect(mention?.sentiment).toBeLessThan(0)
  })

  it('is surer of much agreeing evidence than of a mixture or of none', () => {
    const sure = insightOf('Terrible, rude, slow and broken').confidence
    const mixed = insightOf('Terrible room, lovely breakfast').confidence
    expect(sure).toBeGreaterThan(mixed)
    expect(insightOf('Tuesday').confidence).toBe(0)
  })

  it('moves with the customer’s own score, also on scales where 1 is best', () => {
    const text = 'The delivery arrived on Tuesday'
    expect(insightOf(text, { rating: { value: 0, low: 0, high: 10 } }).label).toBe('negative')
    expect(insightOf(text, { rating: { value: 1, low: 5, high: 1 } }).label).toBe('positive')
    expect(insightOf(text, { rating: { value: 3, low: 3, high: 3 } }).sentiment).toBe(insightOf(text).sentiment)
  })

  it('knows that "nothing" is praise when asked what to improve', () => {
    expect(insightOf('Nothing', { asks: 'improvements' }).label).toBe('positive')
    expect(insightOf('More staff on duty', { asks: 'improvements' }).label).toBe('negative')
    expect(insightOf('The nurses', { asks: 'strengths' }).label).toBe('positive')
  })

  it('works with another model put in its place', () => {
    const always = { findValences: () => [{ start: 0, end: 1, valence: -4 }], findContrasts: () => [] }
    const swapped = { ...models, sentimentFor: () => always }
    expect(analyzeText('Perfect', {}, swapped)?.label).toBe('negative')
  })

  it('reads the first part of a very long text', () => {
    const text = `${'fine words. '.repeat(ANALYZED_LENGTH / 10)}`
    expect(insightOf(text).topics.every(({ end }) => end <= ANALYZED_LENGTH)).toBe(true)
  })
})

describe('any string at all', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    // Whole UTF-16, lone surrogates and control characters included.
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 }).map((units) => String.fromCharCode(...units)),
    fc
      .array(fc.constantFrom('not ', 'good', '不', '很', '好', '，', '. ', '!', '没有', 'but ', '😡', '\ud83d', ' ', '5', '.'), {
        maxLength: 80,
      })
      .map((parts) => parts.join('')),
  )

  it('gives an insight within its bounds, with spans inside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const insight = analyzeText(text, {}, models)
        if (insight === null) {
          expect(text.trim()).toBe('')
          return
        }
        expect(Math.abs(insight.sentiment)).toBeLessThanOrEqual(1)
        expect(insight.confidence).toBeGreaterThanOrEqual(0)
        expect(insight.confidence).toBeLessThanOrEqual(1)
        expect(insight.sentiment).toBe(Math.round(insight.sentiment * 1000) / 1000)
        for (const { key, start, end, sentiment } of insight.topics) {
          expect(TOPIC_KEYS).toContain(key)
          expect(Math.abs(sentiment)).toBeLessThanOrEqual(1)
          expect(start).toBeLessThan(end)
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 400 },
    )
  })

  it.each(['a', 'but good ', '不好', '，', '!', ' ', '\ud800', 'https://x ', "n't "])(
    'survives 100 KB of %j within two seconds',
    (unit) => {
      const began = performance.now()
      analyzeText(unit.repeat(Math.ceil(100_000 / unit.length)), {}, models)
      expect(performance.now() - began).toBeLessThan(2000)
    },
  )
})
