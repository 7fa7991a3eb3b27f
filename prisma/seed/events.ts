import type { DemoCustomer, DemoEvent, DemoResponse } from './demo'
import type { Random } from './random'
import { uuidAt } from './uuid'

const MINUTE = 60_000
const HOUR = 60

type Happening = { touchpoint: string; name: string; minutes: readonly [least: number, most: number]; hasOrder?: true }

/** What a customer of each survey had just met with, and how long before they answered. */
const HAPPENINGS: Readonly<Record<string, Happening>> = {
  delivery: { touchpoint: 'delivery', name: 'order_delivered', minutes: [2 * HOUR, 30 * HOUR], hasOrder: true },
  'shop-visit': { touchpoint: 'shop-advice', name: 'shop_visited', minutes: [5, 50] },
  checkout: { touchpoint: 'checkout', name: 'order_placed', minutes: [2, 20], hasOrder: true },
  'product-30-days': { touchpoint: 'delivery', name: 'order_delivered', minutes: [672 * HOUR, 792 * HOUR], hasOrder: true },
  'service-contact': { touchpoint: 'service-line', name: 'ticket_closed', minutes: [HOUR, 30 * HOUR] },
  returns: { touchpoint: 'returns', name: 'return_received', minutes: [6 * HOUR, 72 * HOUR], hasOrder: true },
}

const toEvent = (random: Random, happening: Happening, customer: DemoCustomer, response: DemoResponse): DemoEvent => {
  const at = Date.parse(response.submittedAt) - random.int(...happening.minutes) * MINUTE
  return {
    id: uuidAt(at, random),
    touchpoint: happening.touchpoint,
    customer: { externalId: customer.externalId },
    occurredAt: new Date(at).toISOString(),
    attributes: {
      name: happening.name,
      ...(happening.hasOrder ? { order: `A-${random.int(100_000, 999_999)}` } : {}),
      ...response.context,
    },
  }
}

/** What happened to the known customers before they answered, in order of time. */
export const makeEvents = (random: Random, responses: readonly DemoResponse[]): DemoEvent[] =>
  responses
    .flatMap((response) => {
      const happening = HAPPENINGS[response.survey]
      return happening && response.customer ? [toEvent(random, happening, response.customer, response)] : []
    })
    .sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : a.occurredAt > b.occurredAt ? 1 : a.id < b.id ? -1 : 1))
