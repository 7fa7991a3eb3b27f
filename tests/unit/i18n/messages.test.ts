import { describe, expect, it } from 'vitest'
import { acceptedLocale } from '@/i18n/locales'
import en from '@/i18n/messages/en.json'
import zhCN from '@/i18n/messages/zh-CN.json'

type Tree = { [key: string]: string | Tree }

const flatten = (tree: Tree, path: string[] = []): [key: string, text: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[[...path, key].join('.'), value] as [string, string]] : flatten(value, [...path, key]),
  )

/** Names of what a text takes: {name}, {count, plural, …}, <tag>. */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[},]|<(\w+)>/g)].map((match) => match[1] ?? match[2] ?? ''))].sort()

const english = new Map(flatten(en))
const chinese = new Map(flatten(zhCN))

describe('the console’s texts', () => {
  it('have the same keys in both languages', () => {
    expect([...chinese.keys()]).toEqual([...english.keys()])
  })
  it('are never empty', () => {
    expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([])
  })
  it('take the same values in both languages', () => {
    const different = [...english].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(chinese.get(key) ?? '').join(),
    )
    expect(different).toEqual([])
  })
  it('are translated: whole sentences differ', () => {
    const same = [...english].filter(([key, text]) => /[a-z] [a-z]/.test(text) && chinese.get(key) === text)
    expect(same).toEqual([])
  })
})

describe('a browser’s languages', () => {
  it.each([
    ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
    ['fr-FR,fr;q=0.9,zh;q=0.8,en;q=0.7', 'zh-CN'],
    ['de,en-GB;q=0.5', 'en'],
    ['en;q=0.1,zh-Hans;q=0.9', 'zh-CN'],
    ['zh;q=0,en', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('%s are served in %s', (header, locale) => {
    expect(acceptedLocale(header)).toBe(locale)
  })
})
