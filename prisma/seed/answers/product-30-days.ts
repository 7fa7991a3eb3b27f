import { priceUnrest } from '../stories'
import { addComment, type Fill, type Filled, quality, rate } from './scene'

const CATEGORIES = { tv: 22, laptop: 24, washer: 18, headphones: 22, vacuum: 14 } as const
const QUALITY: Record<keyof typeof CATEGORIES, number> = { tv: 0.86, laptop: 0.78, washer: 0.86, headphones: 0.82, vacuum: 0.68 }

export const fillProduct: Fill = (scene) => {
  const { random, region, day, days } = scene
  const category = random.weighted(CATEGORIES)
  const minds = random.chance(priceUnrest(day, days))
  const made = quality(scene, QUALITY[category])
  const setup = quality(scene, category === 'vacuum' ? 0.62 : 0.78)
  const value = quality(scene, minds ? 0.36 : 0.78)
  const overall = 0.6 * made + 0.14 * setup + 0.26 * value
  const nps = rate(random, Math.min(1, overall * 1.4 - 0.26), 0, 10)
  const filled: Filled = { answers: { category, nps }, context: { region, product: category } }
  filled.answers.quality = rate(random, made, 1, 5)
  filled.answers.setup = rate(random, setup, 1, 5)
  filled.answers.price = rate(random, value, 1, 5)
  const about = { product: category }
  if (nps <= 6) {
    const topics = minds ? (['price.bad', 'product.bad'] as const) : (['product.bad'] as const)
    addComment(scene, filled, 'comment', 0.8, { tone: 'bad', topics, ...about })
    filled.answers.kept = random.weighted({ keep: 40, repair: 20, return: 18, undecided: 22 })
  } else if (nps <= 8) addComment(scene, filled, 'comment', 0.5, { tone: 'mid', topics: ['product.mid'], ...about })
  else
    addComment(scene, filled, 'comment', 0.55, {
      tone: 'good',
      topics: random.chance(0.15) ? ['price.good', 'product.good'] : ['product.good'],
      ...about,
    })
  return filled
}
