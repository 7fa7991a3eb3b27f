import { addComment, type Fill, type Filled, quality, rate } from './scene'

const SUBJECTS = { repair: 38, order: 24, invoice: 14, advice: 14, warranty: 10 } as const
const MISSING = { answer: 34, callback: 26, repair: 24, money: 16 } as const

export const fillServiceContact: Fill = (scene) => {
  const { random, region } = scene
  const subject = random.weighted(SUBJECTS)
  const friendliness = quality(scene, 0.82)
  const knowledge = quality(scene, 0.76, 0.19)
  const reach = quality(scene, 0.7, 0.22)
  const outcome = 0.6 * knowledge + 0.4 * reach + random.normal(0, 0.08)
  const solved = outcome > 0.62 ? 'yes' : outcome > 0.48 ? 'partly' : 'no'
  const overall =
    0.3 * friendliness + 0.45 * knowledge + 0.25 * reach + (solved === 'yes' ? 0.1 : solved === 'no' ? -0.22 : -0.05)
  const csat = rate(random, Math.min(1, Math.max(0, overall * 1.25 - 0.22)), 1, 5)
  const filled: Filled = { answers: { csat, solved }, context: { region, subject } }
  filled.answers.ces = rate(random, Math.max(0, Math.min(1, reach + (solved === 'no' ? -0.25 : 0.08))), 1, 7)
  filled.answers.friendliness = rate(random, friendliness, 1, 5)
  filled.answers.knowledge = rate(random, knowledge, 1, 5)
  if (solved !== 'yes') {
    const missing = new Set([random.weighted(MISSING), random.weighted(MISSING)])
    filled.answers.missing = [...missing]
  }
  if (csat >= 4) addComment(scene, filled, 'comment', 0.5, { tone: 'good', topics: ['service.good'] })
  else if (csat === 3) addComment(scene, filled, 'comment', 0.6, { tone: 'mid', topics: ['service.mid'] })
  else addComment(scene, filled, 'comment', 0.84, { tone: 'bad', topics: ['service.bad'] })
  return filled
}
