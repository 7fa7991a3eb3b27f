import { describe, expect, it } from 'vitest'
import { createChineseSentiment } from '@/domain/text/chinese-sentiment'
import { findEmojiValences } from '@/domain/text/emoji-valence'
import { englishSentiment } from '@/domain/text/english-sentiment'
import { refineSegments } from '@/domain/text/refine-segments'
import { segmentByIntl } from '@/domain/text/segment-by-intl'
import type { SentimentModel } from '@/domain/text/text-models'
import { labelOf, normalize, sumValences } from '@/domain/text/weigh-sentiment'
import { segmentText } from '@/pipeline/score/segment-text'

const chinese = createChineseSentiment(segmentText)
const sum = (model: SentimentModel, text: string) => model.findValences(text).reduce((total, { valence }) => total + valence, 0)

describe('English valences', () => {
  it('turns a word within reach of a negation, not beyond a full stop', () => {
    expect(sum(englishSentiment, 'not very helpful')).toBeLessThan(0)
    expect(sum(englishSentiment, 'it was not. Helpful people')).toBeGreaterThan(0)
  })

  it('strengthens by degree, shouting and exclamation, weakens by dampeners', () => {
    const plain = sum(englishSentiment, 'helpful staff')
    expect(sum(englishSentiment, 'extremely helpful staff')).toBeGreaterThan(plain)
    expect(sum(englishSentiment, 'staff was so HELPFUL')).toBeGreaterThan(sum(englishSentiment, 'staff was so helpful'))
    expect(sum(englishSentiment, 'staff: helpful!')).toBeGreaterThan(plain)
    expect(sum(englishSentiment, 'slightly helpful staff')).toBeLessThan(plain)
  })

  it('keeps each rating’s place, phrases before words', () => {
    const text = 'A waste of money, honestly awful.'
    const found = englishSentiment.findValences(text).map(({ start, end }) => text.slice(start, end))
    expect(found).toContain('waste of money')
    expect(found).toContain('awful')
    expect(found).not.toContain('waste')
  })

  it('reads typographic apostrophes', () => {
    expect(sum(englishSentiment, 'I can’t fault it')).toBeGreaterThan(0)
    expect(sum(englishSentiment, 'it isn’t good')).toBeLessThan(0)
  })
})

describe('Chinese valences', () => {
  it('turns a word after a negation, before or behind it', () => {
    expect(sum(chinese, '不是很满意')).toBeLessThan(0)
    expect(sum(chinese, '一点问题都没有')).toBeGreaterThan(0)
    expect(sum(chinese, '没有，谢谢')).toBeGreaterThan(0)
  })

  it('strengthens and weakens by degree', () => {
    expect(sum(chinese, '非常满意')).toBeGreaterThan(sum(chinese, '满意'))
    expect(sum(chinese, '比较失望')).toBeGreaterThan(sum(chinese, '失望'))
  })

  it('does not find a word inside another', () => {
    expect(sum(chinese, '好像是星期二')).toBe(0)
  })

  it('keeps places right behind emoji and broken surrogates', () => {
    const text = '😀\ud800服务热情'
    const found = chinese.findValences(text).map(({ start, end }) => text.slice(start, end))
    expect(found).toContain('热情')
  })

  it('works on the runtime’s own segmenter too', () => {
    expect(sum(createChineseSentiment(segmentByIntl), '态度恶劣')).toBeLessThan(0)
  })

  it('takes glued degrees apart and leaves words alone', () => {
    expect(refineSegments(['挺快', '的'])).toEqual(['挺', '快', '的'])
    expect(refineSegments(['又快又好', '不错', '快递员'])).toEqual(['又', '快', '又', '好', '不错', '快递员'])
  })
})

describe('emoji', () => {
  it('count, and an address is no frown', () => {
    expect(findEmojiValences('👍 :)').map(({ valence }) => Math.sign(valence))).toEqual([1, 1])
    expect(findEmojiValences('see https://shop.example')).toEqual([])
  })
})

describe('weighing', () => {
  it('squeezes sums as VADER does and leaves a band for neutral', () => {
    expect(normalize(4)).toBeCloseTo(4 / Math.sqrt(31), 12)
    expect([-0.2, -0.19, 0, 0.19, 0.2].map(labelOf)).toEqual(['negative', 'neutral', 'neutral', 'neutral', 'positive'])
  })

  it('halves what stands before a contrast and adds a half behind it', () => {
    const at = (start: number, valence: number) => ({ start, end: start + 1, valence })
    expect(sumValences([at(0, 2), at(10, -2)], [{ start: 5, end: 8 }])).toBe(-2)
    expect(sumValences([at(0, 2), at(10, -2)], [])).toBe(0)
  })
})
