import { fillCheckout } from './answers/checkout'
import { fillDelivery } from './answers/delivery'
import { fillProduct } from './answers/product-30-days'
import { fillReturns } from './answers/returns'
import type { Fill } from './answers/scene'
import { fillServiceContact } from './answers/service-contact'
import { fillShopVisit } from './answers/shop-visit'
import type { Rhythm } from './calendar'

export type SurveyPlan = {
  survey: string
  count: number
  fill: Fill
  rhythm: Rhythm
  channels: Readonly<Record<string, number>>
  /** Share of answers whose customer is known. */
  known: number
  /** Questions of the first screen: a partial has at least these. */
  firstScreen: number
  /** The member who works the touchpoint's cases. */
  owner: string
}

const EVENINGS: Rhythm['hours'] = [
  [7, 8, 4],
  [9, 11, 8],
  [12, 13, 10],
  [14, 17, 6],
  [18, 21, 12],
  [22, 23, 5],
  [0, 6, 0.4],
]
const OPENING: Rhythm['hours'] = [
  [10, 11, 6],
  [12, 14, 9],
  [15, 17, 11],
  [18, 19, 10],
  [20, 20, 4],
]
const OFFICE: Rhythm['hours'] = [
  [8, 8, 4],
  [9, 11, 12],
  [12, 13, 7],
  [14, 17, 11],
  [18, 20, 5],
  [21, 23, 1],
]

/** Six surveys, about 6,000 answers; counts are per 120 days. */
export const SURVEY_PLANS: readonly SurveyPlan[] = [
  {
    survey: 'delivery',
    count: 1750,
    fill: fillDelivery,
    rhythm: { weekdays: [10, 11, 11, 11, 12, 9, 4], hours: EVENINGS },
    channels: { email: 58, app: 32, web: 10 },
    known: 0.95,
    firstScreen: 1,
    owner: 'mei.zhou@aurora-home.example',
  },
  {
    survey: 'shop-visit',
    count: 1150,
    fill: fillShopVisit,
    rhythm: { weekdays: [6, 6, 6, 7, 10, 19, 17], hours: OPENING },
    channels: { shop_qr: 62, kiosk: 38 },
    known: 0.35,
    firstScreen: 1,
    owner: 'lena.fischer@aurora-home.example',
  },
  {
    survey: 'checkout',
    count: 1000,
    fill: fillCheckout,
    rhythm: { weekdays: [10, 9, 9, 9, 10, 12, 13], hours: EVENINGS },
    channels: { web: 74, app: 26 },
    known: 0.72,
    firstScreen: 1,
    owner: 'tom.becker@aurora-home.example',
  },
  {
    survey: 'product-30-days',
    count: 900,
    fill: fillProduct,
    rhythm: { weekdays: [10, 10, 10, 9, 9, 11, 12], hours: EVENINGS },
    channels: { email: 56, app: 44 },
    known: 0.97,
    firstScreen: 2,
    owner: 'yun.song@aurora-home.example',
  },
  {
    survey: 'service-contact',
    count: 750,
    fill: fillServiceContact,
    rhythm: { weekdays: [15, 13, 12, 12, 11, 5, 1], hours: OFFICE },
    channels: { phone: 46, email: 34, web: 20 },
    known: 0.93,
    firstScreen: 2,
    owner: 'sofia.reyes@aurora-home.example',
  },
  {
    survey: 'returns',
    count: 450,
    fill: fillReturns,
    rhythm: { weekdays: [14, 11, 10, 10, 10, 8, 4], hours: OFFICE },
    channels: { web: 48, email: 36, app: 16 },
    known: 0.96,
    firstScreen: 1,
    owner: 'nina.patel@aurora-home.example',
  },
]
