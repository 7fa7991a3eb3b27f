import { expect, test } from 'vitest'
import { aboutSchema } from '@/domain/alert/about'
import { judgeSeries, type SeriesAbout } from '@/domain/alert/judge-series'
import { looksBetween } from '@/domain/alert/looks'
import { createSeriesReplay, type KnownSums } from '@/domain/alert/replay-series'
import { addDays } from '@/domain/analysis/calendar'
import { noSums } from '@/domain/analysis/summarize'
import { toDefinitions } from '@/domain/metric/definition'
import { readingsOf } from '@/domain/metric/reading'
import { createChance } from '~tests/support/chance'

const first = '2026-03-01'
const from = new Date(`${first}T00:00:00Z`)
const hour = 3_600_000
const definitions = toDefinitions([])
const setting = { definitions, readings: readingsOf(definitions, ['nps', 'csat', 'ces']) }
const about = aboutSchema.parse({ kind: 'standard_missed', days: 3, least: 10 }) as SeriesAbout
const places = ['a', 'b'].map((id) => ({ id, standardMetric: 'csat', standardTarget: 0.8 }))
const looksOf = (hours: number) =>
  looksBetween(from, new Date(from.getTime() + hours * hour), { everySeconds: 3600, first, timeZone: 'UTC' })

/** So many good and bad answers at a place, known from a look on, given on the day of that look. */
const known = (touchpointId: string, look: number, high: number, low: number, daysAgo = 0): KnownSums => ({
  ...noSums,
  ...{ touchpointId, look, metric: 'csat', day: addDays(first, Math.floor(look / 24) - daysAgo), n: high + low, high, low },
})

/** What the looks saw, as `place look: n`, when it is fed in parts that end there. */
const seen = (rows: readonly KnownSums[], hours: number, ends: readonly number[]): string[] => {
  const looks = looksOf(hours)
  const replay = createSeriesReplay({ places, about, looks, ...setting })
  const told: string[] = []
  let begun = 0
  for (const end of ends) {
    const part = rows.filter(({ look }) => look >= begun && look < end)
    replay.feed(part, end, ({ found, at }) => {
      const n = 'n' in found.finding ? found.finding.n : 0
      told.push(`${found.touchpointId} ${(at.getTime() - from.getTime()) / hour}: ${n}`)
    })
    begun = end
  }
  return told
}

test('a place is seen from the look that knows enough until better answers or the turn of days take it back', () => {
  const rows = [known('a', 2, 2, 8), known('a', 5, 200, 0), known('nowhere', 1, 0, 90)]
  expect(seen(rows, 8, [99])).toEqual(['a 2: 10', 'a 3: 10', 'a 4: 10'])
  const aged = seen([known('b', 1, 0, 20)], 100, [999])
  expect([aged[0], aged.at(-1), aged.length]).toEqual(['b 1: 20', 'b 71: 20', 71])
})

test('at each look it says what the judgement of the rows known then says, in whatever parts it is fed', () => {
  const { below } = createChance(11)
  const rows = Array.from({ length: 60 }, () => known(below(2) ? 'a' : 'b', below(96), below(12), below(5), below(2)))
  const looks = looksOf(95)
  const expected = Array.from({ length: looks.count }, (_, look) => {
    const today = addDays(first, Math.floor(look / 24))
    return places.flatMap((place) => {
      const own = rows.filter(
        (row) => row.touchpointId === place.id && row.look <= look && row.day >= addDays(today, -2) && row.day <= today,
      )
      const found = judgeSeries(place, about, { ...setting, today }, own)
      return found && 'n' in found.finding ? [`${place.id} ${look}: ${found.finding.n}`] : []
    })
  }).flat()
  expect(expected.length).toBeGreaterThan(5)
  expect(seen(rows, 95, [96])).toEqual(expected)
  expect(seen(rows, 95, [10, 10, 40, 41, 96])).toEqual(expected)
})
