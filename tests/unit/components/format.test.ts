import { describe, expect, it } from 'vitest'
import { conditionWords } from '@/components/format/condition-words'
import { formatDuration } from '@/components/format/format-duration'
import {
  directionOf,
  formatChange,
  formatGap,
  formatHalfWidth,
  formatMetric,
  formatSpread,
} from '@/components/format/format-metric'
import { languageName } from '@/components/format/language-name'
import { listHref } from '@/components/format/list-href'
import { slaOf } from '@/components/format/sla'
import { initialsOf } from '@/components/ui/initials'
import { wilson } from '@/domain/analysis/interval'

describe('a metric is written', () => {
  it.each([
    ['nps', -21.4, '−21'],
    ['nps', -0.3, '0'],
    ['csat', 0.836, '84%'],
    ['ces', 5.55, '5.6'],
    ['sentiment', -0.5, '−0.50'],
  ] as const)('%s %f as %s', (kind, value, text) => {
    expect(formatMetric(kind, value, 'en')).toBe(text)
  })
  it('with half its interval, never as ±0 unless it is', () => {
    expect(formatHalfWidth('nps', 34, 42, 'en')).toBe('4')
    expect(formatHalfWidth('csat', 0.839, 0.841, 'en')).toBe('0.1')
    expect(formatHalfWidth('ces', 5, 5, 'en')).toBe('0.0')
  })
  it.each([
    [1, 1, '[21,\u00a0100]'],
    [0, 53, '[0,\u00a07]'],
    [3, 53, '[2,\u00a015]'],
    [34, 48, '±12'],
    [1516, 1630, '±1'],
    [4975, 5000, '±0.2'],
  ] as const)('a share of %d of %d as %s: with its bounds where ± would tell another interval', (of, n, text) => {
    expect(formatSpread('csat', wilson(of, n), 'en')).toBe(text)
  })
  it('a score with its bounds where few answers lean to one end, and with ± where they don’t', () => {
    expect(formatSpread('nps', { value: 100, low: -12.4, high: 100 }, 'zh-CN')).toBe('[−12,\u00a0100]')
    expect(formatSpread('nps', { value: 23, low: 18, high: 28 }, 'en')).toBe('±5')
    expect(formatSpread('ces', { value: 7, low: null, high: null }, 'en')).toBe('±?')
  })
  it('with the sign of its change, shares in points', () => {
    expect([formatChange('nps', 6.2, 'en'), formatChange('csat', -0.012, 'en'), formatChange('nps', 0.4, 'en')]).toEqual([
      '+6',
      '−1',
      '0',
    ])
  })
  it('with a gap to its target that is never 0 where it is missed', () => {
    expect([
      formatGap('nps', -24, 'en'),
      formatGap('csat', -0.0025, 'en'),
      formatGap('ces', -0.004, 'en'),
      formatGap('nps', 0, 'en'),
    ]).toEqual(['−24', '−0.3', '−0.004', '0'])
  })
  it('as risen or fallen only when that is more than chance', () => {
    const change = { difference: 5, low: 1, high: 9, p: 0.01 }
    expect(directionOf({ ...change, isSignificant: true })).toBe('rise')
    expect(directionOf({ ...change, isSignificant: false })).toBe('none')
    expect(directionOf(null)).toBe('none')
  })
})

describe('a length of time', () => {
  it.each([
    [320, '320 ms'],
    [4_200, '4.2 sec'],
    [840_000, '14 min'],
    [21_600_000, '6 hr'],
    [400_000_000, '4.6 days'],
  ])('of %d ms is %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds, 'en')).toBe(text)
  })
  it('is never finer than asked for', () => {
    expect(formatDuration(0, 'en', 'minute')).toBe('0 min')
  })
})

describe('a case’s clock', () => {
  const openedAt = '2026-11-22T08:00:00Z'
  const dueAt = '2026-11-22T12:00:00Z'
  it.each([
    ['2026-11-22T09:00:00Z', 'ok', 0.25],
    ['2026-11-22T11:30:00Z', 'soon', 0.875],
    ['2026-11-22T13:00:00Z', 'overdue', 1],
  ])('at %s is %s', (now, state, used) => {
    expect(slaOf({ openedAt, dueAt, remainingMinutes: null }, new Date(now))).toMatchObject({ state, used })
  })
  it('that stands is paused, and never runs out meanwhile', () => {
    expect(slaOf({ openedAt, dueAt, remainingMinutes: 90 }, new Date('2026-12-01T00:00:00Z'))).toMatchObject({
      state: 'paused',
      leftMilliseconds: 5_400_000,
    })
  })
  it('is none without a due time', () => {
    expect(slaOf({ openedAt, dueAt: null, remainingMinutes: null }, new Date(openedAt))).toBeNull()
  })
})

describe('a condition in words', () => {
  const words = {
    leaf: (op: string, field: string, value: string) => `${field} ${op} ${value}`.trim(),
    not: (text: string) => `not ${text}`,
    all: (parts: readonly string[]) => parts.join(' and '),
    any: (parts: readonly string[]) => parts.join(' or '),
    list: (parts: readonly string[]) => parts.join('|'),
    fieldOf: (field: string) => field,
    valueOf: (_: string, value: string | number | boolean) => String(value),
  }
  it('puts what is joined otherwise inside brackets, and single parts in none', () => {
    const a = { field: 'a', op: 'lte', value: 6 } as const
    const b = { field: 'b', op: 'in', value: ['x', 'y'] } as const
    const c = { field: 'c', op: 'exists' } as const
    expect(conditionWords({ all: [a, { any: [b, c] }] }, words)).toBe('a lte 6 and (b in x|y or c exists)')
    expect(conditionWords({ all: [a, { any: [b] }] }, words)).toBe('a lte 6 and b in x|y')
    expect(
      conditionWords(
        {
          any: [
            { field: 'a', op: 'lte' },
            { field: 'b', op: 'in', value: [] },
          ],
        },
        words,
      ),
    ).toBe('a lte … or b in …')
    expect(conditionWords({ not: { all: [a, c] } }, words)).toBe('not (a lte 6 and c exists)')
  })
})

describe('small things', () => {
  it.each([
    ['Mei Chen', 'MC'],
    ['Anna Maria Weber', 'AW'],
    ['王秀兰', '秀兰'],
    ['admin', 'A'],
    ['', ''],
  ])('initials of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
  it('a list’s address keeps its filters, and drops those that are empty', () => {
    expect(listHref('/cases', { view: 'mine', status: null, cursor: 'x' }, { cursor: null })).toBe('/cases?view=mine')
    expect(listHref('/cases', {}, {})).toBe('/cases')
  })
})

describe('a language is named', () => {
  it.each([
    ['zh-CN', 'en', 'Chinese (China)'],
    ['de', 'zh-CN', '德语'],
    ['en-US-US', 'en', 'en-US-US'],
  ])('%s in %s as %s', (tag, locale, name) => {
    expect(languageName(tag, locale)).toBe(name)
  })
})
