import { priceUnrest } from '../stories'
import { addComment, type Fill, type Filled, quality, rate, type Scene } from './scene'

const OBSTACLES = ['payment', 'voucher', 'address', 'account', 'errors'] as const

const obstaclesOf = ({ random }: Scene, clarity: number): string[] => {
  const chosen = new Set<string>(clarity < 0.55 ? ['extra_costs'] : [])
  while (chosen.size < 1 + Number(random.chance(0.35))) chosen.add(random.pick(OBSTACLES))
  return [...chosen]
}

export const fillCheckout: Fill = (scene) => {
  const { random, region, day, days, channel } = scene
  const minds = random.chance(priceUnrest(day, days))
  const ease = quality(scene, channel === 'app' ? 0.84 : 0.78, 0.18)
  const clarity = quality(scene, minds ? 0.6 : 0.8)
  const value = quality(scene, minds ? 0.34 : 0.76)
  const ces = rate(random, Math.min(1, (0.78 * ease + 0.22 * clarity) * 1.3 - 0.24), 1, 7)
  const filled: Filled = { answers: { ces }, context: { region } }
  if (ces <= 4) filled.answers.obstacles = obstaclesOf(scene, clarity)
  filled.answers.device = channel === 'app' ? 'phone' : random.weighted({ computer: 52, phone: 38, tablet: 10 })
  filled.answers.price = rate(random, value, 1, 5)
  filled.answers.clarity = rate(random, clarity, 1, 5)
  if (minds)
    addComment(scene, filled, 'comment', 0.75, { tone: 'bad', topics: ces <= 4 ? ['price.bad', 'checkout.bad'] : ['price.bad'] })
  else if (ces <= 3) addComment(scene, filled, 'comment', 0.8, { tone: 'bad', topics: ['checkout.bad'] })
  else if (ces <= 5) addComment(scene, filled, 'comment', 0.6, { tone: 'mid', topics: ['checkout.mid'] })
  else
    addComment(scene, filled, 'comment', 0.4, {
      tone: 'good',
      topics: random.chance(0.2) ? ['price.good', 'checkout.good'] : ['checkout.good'],
    })
  return filled
}
