import type { Period } from '@/domain/analysis/period'
import { instantsAround } from './instants-around'

type Span = ReturnType<typeof instantsAround>

const dayMs = 86_400_000
const mostParts = 12
/** A part of fewer days costs more to plan than it saves. */
const fewestDays = 3

/**
 * The time in which the responses of some days were given, cut into parts of `least` days or more that follow each other without a
 * gap; one where it has no end.
 */
export const partsOf = (period: Period, least = fewestDays): [Span, ...Span[]] => {
  const whole = instantsAround(period)
  if (!whole.from || !whole.before) return [whole]
  const [from, length] = [whole.from.getTime(), whole.before.getTime() - whole.from.getTime()]
  const count = Math.max(1, Math.min(mostParts, Math.floor(length / dayMs / least)))
  const at = (part: number): Date => new Date(from + Math.round((length * part) / count))
  const [first, ...rest] = Array.from({ length: count }, (_, part) => ({ from: at(part), before: at(part + 1) }))
  return [first ?? whole, ...rest]
}
