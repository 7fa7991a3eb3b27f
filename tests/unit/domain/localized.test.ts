import { expect, test } from 'vitest'
import { chooseLocale, localize } from '@/domain/localized'

test('a text comes in the locale asked for, else its language, the fallback, any', () => {
  const text = { en: 'Hello', 'zh-CN': '你好' }
  expect(localize(text, 'zh-CN')).toBe('你好')
  expect(localize(text, 'zh-TW')).toBe('你好')
  expect(localize(text, 'en-GB')).toBe('Hello')
  expect(localize(text, 'fr')).toBe('Hello')
  expect(localize({ de: 'Hallo' }, 'fr')).toBe('Hallo')
  expect(localize('plain', 'fr')).toBe('plain')
  expect(localize(undefined, 'fr')).toBe('')
})

test('the first locale that is wanted and offered wins, by language if not exactly', () => {
  expect(chooseLocale(['en', 'zh-CN'], ['zh-cn'])).toBe('zh-CN')
  expect(chooseLocale(['en', 'zh-CN'], ['fr', 'zh'])).toBe('zh-CN')
  expect(chooseLocale(['en', 'zh-CN'], ['fr'])).toBe('en')
  expect(chooseLocale([], [])).toBe('en')
})
