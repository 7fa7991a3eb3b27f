import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isDay, startOfDay, weekday } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'

const zones = ['UTC', 'Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'America/Sao_Paulo', 'Pacific/Apia']

describe('a day begins', () => {
  it.each([
    ['2026-11-22', 'Asia/Shanghai', '2026-11-21T16:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Berlin', '2026-03-29T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Berlin', '2026-10-25T23:00:00.000Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    // The clock jumped over midnight: the day began at one.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%s in %s at %s', (day, zone, instant) => {
    expect(startOfDay(day, zone).toISOString()).toBe(instant)
  })

  it('belongs to its day, and the millisecond before it to another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...zones), (offset, zone) => {
        const day = addDays('1990-01-01', offset)
        const start = startOfDay(day, zone)
        // Apia skipped a whole day once: a day that never was begins where the next one does.
        if (zone === 'Pacific/Apia' && day === '2011-12-30') return
        expect(localDay(start, zone)).toBe(day)
        expect(localDay(new Date(start.getTime() - 1), zone) < day).toBe(true)
      }),
    )
  })
})

describe('days', () => {
  it('add up over months, years and leap days', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365)
  })
  it('know their weekday, Monday first', () => {
    expect(weekday('2026-11-23')).toBe(0)
    expect(weekday('2026-11-22')).toBe(6)
  })
  it.each(['2026-02-30', '2026-13-01', '26-01-01', '', 'today'])('%s is no day', (text) => {
    expect(isDay(text)).toBe(false)
  })
})
