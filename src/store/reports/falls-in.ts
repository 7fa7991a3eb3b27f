import type { Cut, Cuts } from '@/domain/metric/cut'
import { type Box, categoriesOf } from '@/domain/score/box'

/** A number of a checked definition, as SQL writes it. */
const literal = (value: number): string => {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number to cut a scale at`)
  return `(${value})::numeric`
}

const test = ({ positiveFrom, negativeTo }: Cut, box: Box): string => {
  const isHigh = `s.value >= ${literal(positiveFrom)}`
  const isLow = negativeTo === undefined ? 'false' : `s.value <= ${literal(negativeTo)}`
  return box === 'high' ? isHigh : box === 'low' ? `${isLow} and not ${isHigh}` : `not (${isHigh}) and not (${isLow})`
}

/** Whether a score `s` falls in a box: by its value where a cut says so, else by the category it was sorted into as it came. */
export const fallsIn = (cuts: Cuts, box: Box): string => {
  const named = categoriesOf(box).map((category) => `'${category}'`)
  const asItCame = `s.category in (${named.join(', ')})`
  const anew = Object.entries(cuts).map(([kind, cut]) => `when '${kind}' then ${test(cut, box)}`)
  return anew.length === 0 ? asItCame : `case s.kind ${anew.join(' ')} else ${asItCame} end`
}
