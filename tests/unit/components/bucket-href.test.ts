import { expect, it } from 'vitest'
import { bucketHref } from '@/components/charts/bucket-href'
import { lastDayOf } from '@/domain/analysis/period'

const period = { from: '2026-01-14', to: '2026-03-10' }
const link = { href: '/responses?channel=web&where=score.nps%3Aexists&period=90d', period }

it.each([
  ['2026-02-03', 'day', '2026-02-03', '2026-02-03'],
  ['2026-01-12', 'week', '2026-01-14', '2026-01-18'],
  ['2026-02-01', 'month', '2026-02-01', '2026-02-28'],
  ['2026-03-01', 'month', '2026-03-01', '2026-03-10'],
] as const)(
  'the answers of the point at %s by %s are those from %s to %s: of its days that the chart counts',
  (start, interval, from, to) => {
    const [path, query] = bucketHref(link, start, interval).split('?')
    expect(path).toBe('/responses')
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      channel: 'web',
      where: 'score.nps:exists',
      period: 'custom',
      from,
      to,
    })
  },
)

it('an address without a question mark gets one', () => {
  expect(bucketHref({ href: '/responses', period }, '2026-02-03', 'day')).toBe(
    '/responses?period=custom&from=2026-02-03&to=2026-02-03',
  )
})

it('a bucket ends before the next begins, in leap years too', () => {
  expect(lastDayOf('2028-02-01', 'month')).toBe('2028-02-29')
  expect(lastDayOf('2026-12-28', 'week')).toBe('2027-01-03')
})
