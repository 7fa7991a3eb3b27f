import { describe, expect, test } from 'vitest'
import { excerptOf } from '@/domain/text/excerpt'
import { foldWord } from '@/domain/text/fold-word'
import { findSpans, readSearch, searchQuery } from '@/domain/text/search'
import { searchTerms, searchVector } from '@/domain/text/search-terms'

const queryOf = (typed: string) => {
  const search = readSearch(typed)
  return search && searchQuery(search)
}
const marked = (text: string, typed: string) => {
  const search = readSearch(typed)
  return search ? findSpans(text, search).map(({ start, end }) => text.slice(start, end)) : []
}

describe('what a text can be found by', () => {
  test('words lose case and form', () => {
    expect(searchTerms('The COURIERS’ vans arrived; they’re late.').map(({ term }) => term)).toEqual([
      'the',
      'courier',
      'van',
      'arriv',
      'theyr',
      'late',
    ])
  })

  test.each([
    ['delivery', 'deliveries'],
    ['arrive', 'arriving'],
    ['stop', 'stopped'],
    ['box', 'boxes'],
    ['carry', 'carried'],
    ['miss', 'misses'],
    ['price', 'prices'],
  ])('%s and %s are one', (one, other) => {
    expect(foldWord(other)).toBe(foldWord(one))
  })

  test.each(['this', 'bus', 'bring', 'bed', 'red', 'glass', 'café', 'gas3s'])('%s stays as it is', (word) => {
    expect(foldWord(word)).toBe(word)
  })

  test('Chinese is found by each two characters that stand together, the last one alone', () => {
    expect(searchVector('物流太慢了')).toBe("'物流':1 '流太':2 '太慢':3 '慢了':4 '了':5")
  })

  test('the two scripts side by side, digits and emoji', () => {
    expect(searchVector('iPhone15很好👍')).toBe("'iphone15':1 '很好':2 '好':3 '👍':4")
  })

  test('wide letters are letters', () => {
    expect(searchTerms('ＡＢＣ １２３').map(({ term }) => term)).toEqual(['abc', '123'])
  })

  test('a term that comes again keeps all its places', () => {
    expect(searchVector('late, very late')).toBe("'late':1,3 'very':2")
  })

  test('nothing is in punctuation', () => {
    expect(searchVector(`… '"\\ -- !?`)).toBe('')
  })
})

describe('what is looked for', () => {
  test('words in any order, what is quoted as it stands, a run of Chinese as it stands', () => {
    expect(queryOf('courier "very late" 物流太慢')).toBe("('very' <1> 'late') & ('courier') & ('物流' <1> '流太' <1> '太慢')")
  })

  test('one Chinese character is the beginning of any two', () => {
    expect(queryOf('慢')).toBe("('慢':*)")
  })

  test('nothing that can be looked for is nothing', () => {
    expect(readSearch('  "" — … ')).toBeUndefined()
  })

  test('notation is no way into the query', () => {
    expect(queryOf("a'b | !c:* <-> \\d")).toBe("('ab') & ('c') & ('d')")
  })
})

describe('what was found is marked', () => {
  test.each([
    ['The courier came late. Couriers!', 'courier', ['courier', 'Couriers']],
    ['物流太慢了，客服也慢', '慢', ['慢', '慢']],
    ['物流太慢了', '太慢', ['太慢']],
    ['物流太慢了', '太慢了', ['太慢了']],
    ['It was late, not very late', '"very late"', ['very late']],
    ['Good 物流', '"good 物流"', ['Good 物流']],
    ['only one of both', 'one three', []],
    ['慢', '太慢', []],
    ['👍 or 👎', '👎', ['👎']],
  ])('%s for %s', (text, typed, expected) => {
    expect(marked(text, typed)).toEqual(expected)
  })
})

describe('an excerpt', () => {
  const tell = (text: string, typed: string, options: { before?: number; length?: number } = {}) => {
    const search = readSearch(typed)
    return excerptOf(text, search ? findSpans(text, search) : [], options)
      .map((part) => (part.isFound ? `[${part.text}]` : part.text))
      .join('')
  }
  test('is the whole of a short text', () => {
    expect(tell('The courier was late.', 'courier')).toBe('The [courier] was late.')
  })
  test('begins at a word a little before what was found, and ends in time', () => {
    expect(tell('one two three four five late six seven', 'late', { before: 12, length: 20 })).toBe('…four five [late] six s')
  })
  test('of a long run of Chinese begins where it must', () => {
    expect(tell('一二三四五六七八九十太慢', '太慢', { before: 3 })).toBe('…八九十[太慢]')
  })
})
