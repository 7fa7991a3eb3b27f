import type { Random } from './random'

/** A UUID of version 7 (RFC 9562) for a moment of the past, its random bits from the seed. */
export const uuidAt = (milliseconds: number, random: Random): string => {
  const time = milliseconds.toString(16).padStart(12, '0')
  const hex = (digits: number) => Array.from({ length: digits }, () => random.int(0, 15).toString(16)).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`
}
