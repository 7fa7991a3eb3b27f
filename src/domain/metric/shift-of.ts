import { findShift, type Shift, type ShiftPart } from '../analysis/find-shift'
import type { DaySums } from '../analysis/trend'
import type { MeasuredSums } from './number-of'
import type { Reading } from './reading'

/** A metric as one series of days: an index by how much each of its parts moves it. */
const seriesOf = (reading: Reading): ShiftPart[] => {
  if (!('parts' in reading)) return [{ metric: reading.measure.key, kind: reading.measure.kind, weight: 1 }]
  const whole = reading.parts.reduce((sum, { weight }) => sum + weight, 0)
  return reading.parts.flatMap(({ measure: { key, kind, ends, better }, weight }) => {
    const sign = better === 'more' ? 1 : -1
    return ends ? [{ metric: key, kind, weight: (sign * 100 * weight) / whole / (ends.to - ends.from) }] : []
  })
}

type Rows = readonly (MeasuredSums & DaySums)[]

/** Since when a metric stands elsewhere than in the days before; rows of other measures don't matter. */
export const shiftOf = (reading: Reading, before: Rows, now: Rows): Shift | null => findShift(seriesOf(reading), before, now)
