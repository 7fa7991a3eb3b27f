import type { Region } from './demo'

// Weeks count from 1, from the first day of the demo.
const COURIER_WEEK = 9
const REFUND_WEEK = 12

export const weekOf = (day: number): number => Math.floor(day / 7) + 1

/** A new courier takes over the north in week 9: slow and careless. The other regions keep theirs. */
export const isBadCourier = (region: Region, day: number): boolean => region === 'north' && weekOf(day) >= COURIER_WEEK

export const courierOf = (region: Region, day: number): string => {
  if (isBadCourier(region, day)) return 'northway'
  return region === 'south' ? 'parcel-one' : 'swiftline'
}

/** From week 12 on, returns are refunded at once: the fix that worked. */
export const isRefundedAtOnce = (day: number): boolean => weekOf(day) >= REFUND_WEEK

/** The shop that delights. */
export const DELIGHTFUL_SHOP = 'riverside'

/** Share of customers who mind the prices: rises from 4 % to 34 % over the demo. */
export const priceUnrest = (day: number, days: number): number => 0.04 + 0.3 * (day / Math.max(1, days - 1))
