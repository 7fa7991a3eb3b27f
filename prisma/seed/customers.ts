import type { DemoCustomer, DemoLocale, Region, Tier } from './demo'
import names from './material/names.json'
import type { Random } from './random'

const REGION_WEIGHTS: Record<Region, number> = { north: 24, east: 32, south: 26, west: 18 }
const TIER_WEIGHTS: Record<Tier, number> = { gold: 9, silver: 27, basic: 64 }
const VALUES: Record<Tier, [low: number, high: number]> = { gold: [18_000, 86_000], silver: [5_000, 18_000], basic: [200, 5_000] }
const ACCOUNT_OWNERS = ['grace.lin@aurora-home.example', 'yun.song@aurora-home.example']
const CHINESE_SHARE = 0.55
const DAY = 86_400_000

const nameOf = (random: Random, locale: DemoLocale): string =>
  locale === 'zh-CN'
    ? `${random.pick(names.zh.family)}${random.pick(names.zh.given)}`
    : `${random.pick(names.en.given)} ${random.pick(names.en.family)}`

/** Invented customers: every address is at mail.example, every number from the range that Ofcom keeps for fiction. */
export const makeCustomers = (random: Random, count: number, now: Date): DemoCustomer[] =>
  Array.from({ length: count }, (_, at) => {
    const locale: DemoLocale = random.chance(CHINESE_SHARE) ? 'zh-CN' : 'en'
    const tier = random.weighted(TIER_WEIGHTS)
    const name = nameOf(random, locale)
    const number = 10_001 + at
    const local = locale === 'en' ? name.toLowerCase().replace(' ', '.') : `user${number}`
    return {
      externalId: `AH-${number}`,
      name,
      email: `${local}.${number}@mail.example`,
      ...(random.chance(0.3) ? { phone: `+44 7700 900${String(at % 1000).padStart(3, '0')}` } : {}),
      locale,
      value: random.int(...VALUES[tier]),
      attributes: {
        tier,
        region: random.weighted(REGION_WEIGHTS),
        since: new Date(now.getTime() - random.int(140, 2600) * DAY).toISOString().slice(0, 10),
        ...(tier === 'gold' ? { owner: random.pick(ACCOUNT_OWNERS) } : {}),
        invented: true,
      },
    }
  })
