import { describe, expect, test } from 'vitest'
import { renderSurveyTest, type SurveyTestInput } from '@/delivery/email/render-survey-test'
import { surveyContent } from '@/delivery/email/survey-content'
import { surveySchema } from '@/domain/survey/schema'
import { surveyMailWords } from '@/i18n/survey-mail-words'
import { wordLocales, wordsFor } from '@/widget/words/all'

const define = (questions: object[], more: object = {}) =>
  surveySchema.parse({
    touchpoint: 'delivery',
    locales: ['en', 'ar'],
    title: { en: 'Your order', ar: 'طلبك' },
    pages: [{ questions }],
    ...more,
  })
const nps = { key: 'nps', kind: 'nps', text: 'Would you recommend us?' }
const url = 'http://localhost:3000/t/a.b.c'

describe('a survey’s mail', () => {
  test('speaks every language that the survey’s pages speak, with the same words at a scale’s ends', () => {
    expect(Object.keys(surveyMailWords)).toEqual([...wordLocales])
    for (const locale of wordLocales) expect(surveyMailWords[locale]?.ends).toEqual(wordsFor(locale).ends)
    expect(new Set(Object.values(surveyMailWords).map(({ answer }) => answer)).size).toBeGreaterThanOrEqual(9)
  })

  test.each([
    ['nps', {}, 0, 10],
    ['csat', {}, 1, 5],
    ['ces', {}, 1, 7],
    ['rating', { scale: 3 }, 1, 3],
  ])('has a link for each number of a %s question', (kind, more, low, high) => {
    const { points } = surveyContent(define([{ key: 'first', kind, text: 'How?', ...more }]), 'en', url)
    expect(points).toHaveLength(high - low + 1)
    expect(points[0]).toEqual({ value: low, url: `${url}?lang=en&first=${low}` })
    expect(points.at(-1)).toEqual({ value: high, url: `${url}?lang=en&first=${high}` })
  })

  test('of anything else shows the question and the way to it; what the logic hides isn’t shown', () => {
    const hidden = { ...nps, showIf: { field: 'response.channel', op: 'eq', value: 'web' } }
    const why = { key: 'why', kind: 'text', text: 'Why, {{context.name|dear customer}}?' }
    const content = surveyContent(define([{ key: 'hello', kind: 'statement', text: 'Hello.' }, hidden, why]), 'en', url)
    expect(content).toMatchObject({ lead: ['Hello.'], question: 'Why, dear customer?', points: [], ends: undefined })
    const only = surveyContent(define([{ key: 'hello', kind: 'statement', text: 'Hello.' }]), 'en', url)
    expect(only).toMatchObject({ lead: ['Hello.'], question: undefined })
  })

  test('wears the survey’s colour, readable, its own direction, and its own words at the ends', () => {
    const theme = { color: '#ffe066', logo: 'https://shop.example/logo.svg', font: 'Georgia' }
    const own = { ...nps, ends: { low: 'never', high: 'always' } }
    const content = surveyContent(define([own], { theme }), 'ar', url)
    expect(content).toMatchObject({ direction: 'rtl', title: 'طلبك', brand: { fill: '#ffe066', text: '#101214' } })
    expect(content.ends).toEqual({ low: 'never', high: 'always' })
    expect(content).toMatchObject({ logo: 'https://shop.example/logo.svg', font: 'Georgia' })
  })
})

describe('a test of it', () => {
  const input: SurveyTestInput = {
    definition: define([{ ...nps, text: 'A <script>alert(1)</script> & more?' }], { title: { en: 'Line\nbreak', ar: 'طلبك' } }),
    ...{ locale: 'en', memberLocale: 'en', version: 3, isDraft: true, url },
  }

  test('says what is tested and that nothing is kept, in the member’s language, and nothing of it is markup', () => {
    const { subject, text, html } = renderSurveyTest(input)
    expect(subject).toBe('[Test] Line break')
    for (const part of [text, html]) {
      expect(part).toContain('Draft; customers see version 3')
      expect(part).toContain('is not kept')
      expect(part).toContain('for 7 days')
    }
    expect(html).not.toContain('<script>')
    expect(text).toContain(`Answer the survey: ${url}?lang=en`)
    const chinese = renderSurveyTest({ ...input, memberLocale: 'zh-CN', locale: 'ar', isDraft: false })
    expect(chinese.subject).toBe('[测试] طلبك')
    expect(chinese.html).toContain('<html dir="rtl" lang="ar"')
    expect(chinese.html).toContain('版本 3')
    expect(renderSurveyTest({ ...input, version: null }).text).toContain('not published yet')
  })
})
