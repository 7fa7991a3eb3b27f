import { isRefundedAtOnce } from '../stories'
import { addComment, type Fill, type Filled, quality, rate } from './scene'

const BEFORE = { at_once: 3, three_days: 24, week: 41, longer: 32 } as const
const AFTER = { at_once: 78, three_days: 14, week: 5, longer: 3 } as const
const SPEED = { at_once: 0.95, three_days: 0.78, week: 0.58, longer: 0.3 } as const

export const fillReturns: Fill = (scene) => {
  const { random, region, day } = scene
  const refund = random.weighted(isRefundedAtOnce(day) ? AFTER : BEFORE)
  const ease = quality(scene, 0.72)
  const fairness = quality(scene, refund === 'longer' ? 0.5 : 0.78)
  const overall = 0.5 * SPEED[refund] + 0.32 * ease + 0.18 * fairness
  const ces = rate(random, Math.min(1, overall * 1.15 - 0.06), 1, 7)
  const filled: Filled = { answers: { ces, refund }, context: { region, way: random.weighted({ courier: 62, shop: 38 }) } }
  filled.answers.csat = rate(random, Math.min(1, overall * 1.2 - 0.1), 1, 5)
  filled.answers.fairness = rate(random, fairness, 1, 5)
  if (ces <= 3) addComment(scene, filled, 'comment', 0.85, { tone: 'bad', topics: ['returns.bad'] })
  else if (ces <= 5 || refund !== 'at_once') addComment(scene, filled, 'comment', 0.5, { tone: 'mid', topics: ['returns.mid'] })
  else addComment(scene, filled, 'comment', 0.62, { tone: 'good', topics: ['returns.good'] })
  return filled
}
