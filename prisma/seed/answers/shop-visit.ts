import type { MaterialTopic } from '../material'
import { DELIGHTFUL_SHOP, priceUnrest } from '../stories'
import { addComment, type Fill, type Filled, quality, rate } from './scene'

const SHOP_WEIGHTS = { riverside: 24, central: 30, harbour: 20, 'airport-road': 14, 'old-town': 12 } as const
const OTHER_PURPOSES = {
  en: ['a repair', 'a gift card', 'my daughter needed a charger'],
  'zh-CN': ['修东西', '买礼品卡', '陪朋友来的'],
}

export const fillShopVisit: Fill = (scene) => {
  const { random, region, locale, day, days } = scene
  const shop = random.weighted(SHOP_WEIGHTS)
  const delights = shop === DELIGHTFUL_SHOP
  const advice = quality(scene, delights ? 0.95 : 0.76)
  const waiting = quality(scene, delights ? 0.86 : 0.68, 0.22)
  const surroundings = quality(scene, delights ? 0.9 : 0.78)
  const overall = 0.5 * advice + 0.32 * waiting + 0.18 * surroundings
  const csat = rate(random, Math.min(1, overall * 1.3 - 0.2), 1, 5)
  const filled: Filled = { answers: { csat }, context: { region, shop } }
  const purpose = random.weighted({ browse: 25, advice: 30, buy: 30, collect: 13, other: 2 })
  filled.answers.purpose = purpose === 'other' ? { other: random.pick(OTHER_PURPOSES[locale]) } : purpose
  filled.answers.advice = rate(random, advice, 1, 5)
  filled.answers.waiting = rate(random, waiting, 1, 5)
  filled.answers.surroundings = rate(random, surroundings, 1, 5)
  if (csat >= 4) {
    const topics: MaterialTopic[] = delights ? ['shop.riverside', 'shop.good'] : ['shop.good']
    addComment(scene, filled, 'comment', delights ? 0.72 : 0.5, { tone: 'good', topics })
  } else if (csat === 3) addComment(scene, filled, 'comment', 0.5, { tone: 'mid', topics: ['shop.mid'] })
  else {
    const topics: MaterialTopic[] = random.chance(priceUnrest(day, days)) ? ['price.bad', 'shop.bad'] : ['shop.bad']
    addComment(scene, filled, 'comment', 0.8, { tone: 'bad', topics })
  }
  return filled
}
