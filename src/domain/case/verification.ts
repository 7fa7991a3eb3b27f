import { z } from 'zod'
import { localizedSchema } from '../schemas'

const words = localizedSchema.optional()

/**
 * How customers are asked whether a case is mended: `afterHours` after it was resolved, by one mail with a personal link. Who says
 * nothing within `silenceDays` leaves it unverified; 0: nobody is asked. Words that are left out are the product's own.
 */
export const verificationSchema = z.strictObject({
  silenceDays: z.int().min(0).max(90).default(7),
  afterHours: z.number().min(0).max(720).default(24),
  subject: words,
  text: words,
  question: words,
})

export type Verification = z.output<typeof verificationSchema>

export const verificationDefaults: Verification = verificationSchema.parse({})

/** Why a customer can't be asked. */
export const unaskedReasons = ['anonymous', 'no_address', 'unsubscribed', 'refused'] as const
export type UnaskedReason = (typeof unaskedReasons)[number]

/** `isRefused`: their mail server wants nothing for this address */
export type Askable = { email: string | null; unsubscribedAt: Date | null; isRefused: boolean } | undefined

/** Undefined for a customer who can be asked. */
export const whyUnasked = (customer: Askable): UnaskedReason | undefined => {
  if (!customer) return 'anonymous'
  if (customer.email === null || customer.email === '') return 'no_address'
  if (customer.unsubscribedAt !== null) return 'unsubscribed'
  return customer.isRefused ? 'refused' : undefined
}

const hourMs = 3_600_000

/** When the customer of a case that was resolved at `at` is asked; null where nobody is. */
export const askAt = ({ silenceDays, afterHours }: Verification, at: Date): Date | null =>
  silenceDays === 0 ? null : new Date(at.getTime() + afterHours * hourMs)

/** When silence counts as no word, for a customer who is asked at `at`. */
export const silentAt = ({ silenceDays }: Verification, at: Date): Date => new Date(at.getTime() + silenceDays * 24 * hourMs)

/** What a resolved case's moment calls for. Whoever was asked keeps the time they were given, whatever the settings say since. */
export const nextOfVerification = (isAsked: boolean, { silenceDays }: Verification): 'ask' | 'close' | 'nothing' => {
  if (isAsked) return 'close'
  return silenceDays === 0 ? 'nothing' : 'ask'
}
