import { expect, test } from 'vitest'
import { wordLocales, wordsFor } from '@/widget/words/all'
import { earlyWords, lateWords } from '@/widget/words/early'
import { en } from '@/widget/words/en'
import { fill } from '@/widget/words/words'

const flat = (value: unknown, path = ''): [string, string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, inner]) => flat(inner, `${path}.${key}`))
const slots = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()

test.each(wordLocales)('%s says everything, with the same places to fill in', (locale) => {
  const words = new Map(flat(wordsFor(locale)))
  for (const [path, text] of flat(wordsFor('en'))) {
    expect(words.get(path)?.trim(), path).toBeTruthy()
    expect(slots(words.get(path) ?? ''), path).toEqual(slots(text))
  }
  expect([...words.keys()].sort()).toEqual(
    flat(wordsFor('en'))
      .map(([path]) => path)
      .sort(),
  )
})

test('a language without words of its own is spoken to in English, a variant in its language', () => {
  expect(wordsFor('sw')).toMatchObject(en)
  expect(wordsFor('en-GB')).toMatchObject(en)
  expect(wordsFor('zh-TW').send).toBe('送出')
  expect(wordsFor('zh-HK').send).toBe('送出')
  expect(wordsFor('zh-SG').send).toBe('提交')
  expect(wordsFor('pt-BR').next).toBe('Avançar')
})

test('what isn’t given stays visible', () => {
  expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}')
})

test('what an embed is told first and later is together what it says, each once', () => {
  const [early, late] = [earlyWords(wordsFor('en')), lateWords(wordsFor('en'))].map((words) => new Map(flat(words)))
  const both = new Map([...(early ?? []), ...(late ?? [])])
  expect(both.size).toBe((early?.size ?? 0) + (late?.size ?? 0))
  const missing = flat(wordsFor('en')).filter(([path, text]) => both.get(path) !== text)
  expect(missing.map(([path]) => path).filter((path) => !/^\.(kiosk|languages|notices\.(?!unavailable))/.test(path))).toEqual([])
})
