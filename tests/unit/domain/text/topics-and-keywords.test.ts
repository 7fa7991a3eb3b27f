import { describe, expect, it } from 'vitest'
import { findKeywords } from '@/domain/text/find-keywords'
import { findTopicSpans } from '@/domain/text/find-topic-spans'
import { splitClauses } from '@/domain/text/split-clauses'
import { segmentText } from '@/pipeline/score/segment-text'

describe('topics', () => {
  it.each([
    ['Waited two hours in the queue', 'en', 'speed_waiting'],
    ['the driver did not listen', 'en', 'staff_service'],
    ['far too expensive', 'en', 'price_value'],
    ['battery died after a week', 'en', 'product_quality'],
    ['the shop was dirty', 'en', 'environment'],
    ['parking is impossible', 'en', 'location_access'],
    ['nobody told me', 'en', 'communication'],
    ['could not rebook my appointment', 'en', 'process_booking'],
    ['one cup was broken', 'en', 'loss_damage'],
    ['等了一个小时', 'zh', 'speed_waiting'],
    ['客服态度不好', 'zh', 'staff_service'],
    ['太贵，不划算', 'zh', 'price_value'],
    ['电池不耐用', 'zh', 'product_quality'],
    ['店里太吵', 'zh', 'environment'],
    ['停车不方便', 'zh', 'location_access'],
    ['没人通知我', 'zh', 'communication'],
    ['退款流程太复杂', 'zh', 'process_booking'],
    ['包装破损，少件', 'zh', 'loss_damage'],
  ])('%s (%s) is about %s', (text, language, key) => {
    expect(findTopicSpans(text, language).map((span) => span.key)).toContain(key)
  })

  it('finds whole English words only', () => {
    expect(findTopicSpans('the waiter translated plates', 'en').map(({ start, end }) => [start, end])).toEqual([[4, 10]])
  })

  it('has none for a language without seed words', () => {
    expect(findTopicSpans('Lieferung service', 'de')).toEqual([])
  })
})

describe('clauses', () => {
  it('end at punctuation of both scripts, not inside numbers, and know their sentence', () => {
    const text = ' Paid 1,200.50, too much! 慢，贵。'
    expect(splitClauses(text).map(({ start, end, sentence }) => [text.slice(start, end), sentence])).toEqual([
      ['Paid 1,200.50', 0],
      ['too much', 0],
      ['慢', 1],
      ['贵', 1],
    ])
  })
})

describe('keywords', () => {
  it('are frequent content words without stop words', () => {
    expect(findKeywords('The courier lost the parcel and the courier’s van was late', 'en', segmentText)).toEqual([
      'courier',
      'lost',
      'parcel',
      'van',
      'late',
    ])
  })

  it('are words of two characters and more in Chinese', () => {
    expect(findKeywords('快递员把包裹弄丢了，快递员很不耐烦', 'zh', segmentText)).toEqual(
      expect.arrayContaining(['快递', '包裹']),
    )
  })

  it('are at most eight, none where words cannot be told apart', () => {
    expect(findKeywords('alpha bravo charlie delta echo foxtrot golf hotel india', 'en', segmentText)).toHaveLength(8)
    expect(findKeywords('とても良かった', 'ja', segmentText)).toEqual([])
  })
})
