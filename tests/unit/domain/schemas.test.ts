import { describe, expect, it } from 'vitest'
import { localeSchema } from '@/domain/schemas'

describe('a language tag', () => {
  it.each(['en', 'zh-CN', 'sr-Latn-RS', 'de-1996'])('%s is taken', (tag) => {
    expect(localeSchema.parse(tag)).toBe(tag)
  })
  it.each(['en-US-US', 'en-1996-1996', 'zh-min-nan-tw', `en${'-abcdefgh'.repeat(50)}`])(
    '%s, by which nothing can be formatted, is none',
    (tag) => {
      expect(() => new Intl.NumberFormat(localeSchema.parse(tag))).toThrow('must be a language tag')
    },
  )
})
