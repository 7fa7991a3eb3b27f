import { describe, expect, it } from 'vitest'
import { readCursor, readTimeCursor, toPage, writeCursor } from '@/domain/cursor'

const id = '01a1e275-295e-72f9-b8d5-5711bd768025'

describe('a cursor', () => {
  it('comes back as it was written, whatever its parts hold', () => {
    expect(readCursor(writeCursor(['a~b', 7, '%']), 3)).toEqual(['a~b', '7', '%'])
  })
  it('of an instant and an id is read as such', () => {
    expect(readTimeCursor(writeCursor(['2026-11-22T00:00:00.000Z', id]))).toEqual({ at: new Date('2026-11-22T00:00:00Z'), id })
  })
  it.each([
    null,
    '',
    'x',
    `yesterday~${id}`,
    `-200000-01-01T00:00:00Z~${id}`,
    `+200000-01-01T00:00:00Z~${id}`,
    '2026-11-22T00:00:00Z~nobody',
    '%E0~%A4',
    "2026-11-22~' or 1=1",
  ])('that is wrong (%s) starts at the top', (text) => {
    expect(readTimeCursor(text)).toBeNull()
  })
})

describe('a page', () => {
  it('tells of a next one only when there is one more row', () => {
    expect(toPage([1, 2, 3], 2, String)).toEqual({ items: [1, 2], nextCursor: '2' })
    expect(toPage([1, 2], 2, String)).toEqual({ items: [1, 2], nextCursor: null })
    expect(toPage([], 2, String)).toEqual({ items: [], nextCursor: null })
  })
})
