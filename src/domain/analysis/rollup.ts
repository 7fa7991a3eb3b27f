import { boxOf, type Score } from '../score/score'

/** What one score is counted under. */
export type RollupKey = {
  organizationId: string
  metric: string
  surveyId: string
  touchpointId: string
  day: string
  channel: string
}

export type CountedScore = RollupKey & Pick<Score, 'kind' | 'value' | 'category'>

/**
 * A change of one rollup. Sums are whole thousandths and millionths, so that adding and taking back in any order ends
 * at exactly the same number.
 */
export type RollupChange = RollupKey & {
  kind: Score['kind']
  n: number
  low: number
  middle: number
  high: number
  sumThousandths: bigint
  sumSquaresMillionths: bigint
  /** how many had the whole value 0 … 10 */
  histogram: number[]
}

const keyOf = (key: RollupKey): string =>
  [key.organizationId, key.metric, key.surveyId, key.touchpointId, key.day, key.channel].join('\u0000')

const emptyChange = ({ organizationId, metric, surveyId, touchpointId, day, channel, kind }: CountedScore): RollupChange => ({
  organizationId,
  metric,
  surveyId,
  touchpointId,
  day,
  channel,
  kind,
  n: 0,
  low: 0,
  middle: 0,
  high: 0,
  sumThousandths: 0n,
  sumSquaresMillionths: 0n,
  histogram: Array.from({ length: 11 }, () => 0),
})

const count = (change: RollupChange, score: CountedScore, sign: 1 | -1): void => {
  const thousandths = BigInt(Math.round(score.value * 1000))
  const box = boxOf(score.category)
  change.n += sign
  if (box) change[box] += sign
  change.sumThousandths += BigInt(sign) * thousandths
  change.sumSquaresMillionths += BigInt(sign) * thousandths * thousandths
  const bucket = change.histogram[score.value]
  if (Number.isInteger(score.value) && bucket !== undefined) change.histogram[score.value] = bucket + sign
}

const isNothing = (change: RollupChange): boolean =>
  change.n === 0 &&
  change.low === 0 &&
  change.middle === 0 &&
  change.high === 0 &&
  change.sumThousandths === 0n &&
  change.sumSquaresMillionths === 0n &&
  change.histogram.every((bucket) => bucket === 0)

/**
 * What taking back old scores and adding new ones changes, one entry a rollup. Sorted by key: whoever applies the
 * changes in this order can't deadlock with another who does.
 */
export const foldChanges = (takenBack: readonly CountedScore[], added: readonly CountedScore[]): RollupChange[] => {
  const changes = new Map<string, RollupChange>()
  const changeOf = (score: CountedScore): RollupChange => {
    const key = keyOf(score)
    const known = changes.get(key) ?? emptyChange(score)
    changes.set(key, known)
    return known
  }
  for (const score of takenBack) count(changeOf(score), score, -1)
  for (const score of added) count(changeOf(score), score, 1)
  return [...changes.entries()]
    .filter(([, change]) => !isNothing(change))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, change]) => change)
}

/** Thousandths (or millionths) as an exact decimal text for the database. */
export const toDecimal = (units: bigint, places: 3 | 6): string => {
  const sign = units < 0n ? '-' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}
