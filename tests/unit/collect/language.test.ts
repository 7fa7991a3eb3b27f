import { expect, test } from 'vitest'
import { acceptedLanguages, localeOf, nameOfLanguage } from '@/collect/survey/language'

test('a browser’s languages come in its order, unwanted ones not at all', () => {
  expect(acceptedLanguages('en;q=0.5, zh-CN, de;q=0.9, fr;q=0, *;q=0.1')).toEqual(['zh-CN', 'de', 'en'])
  expect(acceptedLanguages(null)).toEqual([])
  expect(acceptedLanguages('<script>,;;q=,=')).toEqual([])
})

test('the address decides, then the browser, then the survey', () => {
  const offered = ['en', 'zh-CN']
  expect(localeOf(offered, 'zh-CN', 'en')).toBe('zh-CN')
  expect(localeOf(offered, 'xx', 'zh-TW,en;q=0.3')).toBe('zh-CN')
  expect(localeOf(offered, null, 'sv')).toBe('en')
})

test('a language is named in itself', () => {
  expect(nameOfLanguage('zh-CN')).toBe('简体中文')
  expect(nameOfLanguage('en')).toBe('English')
  expect(nameOfLanguage('fr')).toBe('Français')
})
