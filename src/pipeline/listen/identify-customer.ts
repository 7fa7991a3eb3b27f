import { jwtVerify } from 'jose'
import { clean } from '@/domain/response/clean'
import { type CustomerInput, customerSchema } from '@/domain/response/submission'
import { sayUnreadableIdentity } from '@/domain/unreadable'
import { log } from '@/observe/logger'
import { saveCustomers } from '@/store/customer/save-customers'
import { findIdentitySecret } from '@/store/organization/identity-secret'

/** A token may be valid for an hour at most: one that leaks out of a page must not speak for the customer for long. */
const longestSeconds = 3600
/** Two machines' clocks differ. */
const toleranceSeconds = 60

export const audienceOf = (organizationKey: string): string => `earshot:${organizationKey}`

/** What the claims say of the customer: `sub` is who it is; of the rest, what doesn't fit is left out. */
const customerOf = (payload: Record<string, unknown>): CustomerInput | undefined => {
  const { sub: externalId, email, name, phone, locale, attributes } = payload
  const bare = customerSchema.safeParse({ externalId })
  if (!bare.success) return undefined
  const offered = Object.entries({ email, name, phone, locale, attributes })
  const fitting = offered.filter(([key, value]) => customerSchema.safeParse({ externalId, [key]: value }).success)
  return customerSchema.parse({ externalId, ...Object.fromEntries(fitting) })
}

/**
 * Whom a signed customer token (a JWT with HS256, `aud` "earshot:ORGANIZATION", `sub`, and `exp` at most an hour ahead) speaks
 * for; undefined for every other token: expired, signed by somebody else or not at all, for another organization.
 */
export const readCustomerToken = async (organizationId: string, token: string, now: Date): Promise<CustomerInput | undefined> => {
  const known = await findIdentitySecret(organizationId)
  if (!known) return undefined
  if ('unreadable' in known) {
    // The answer is kept, linked to nobody, as with a token that isn't right: a survey must not fail for a key that was mislaid.
    log().error({ organizationId }, sayUnreadableIdentity(known.unreadable))
    return undefined
  }
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(known.secret), {
      algorithms: ['HS256'],
      audience: audienceOf(known.organizationKey),
      clockTolerance: toleranceSeconds,
      currentDate: now,
      requiredClaims: ['exp', 'sub'],
    })
    if ((payload.exp ?? 0) * 1000 > now.getTime() + (longestSeconds + toleranceSeconds) * 1000) return undefined
    return customerOf(clean(payload))
  } catch (error) {
    // jose throws for every token that isn't right; its errors carry a code. Anything else is a fault of ours.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')) return undefined
    throw error
  }
}

/** The id of the customer whom a token speaks for, created or updated as an import does; null if it speaks for nobody. */
export const identifyCustomer = async (organizationId: string, token: string, now: Date): Promise<string | null> => {
  const customer = await readCustomerToken(organizationId, token, now)
  if (!customer) return null
  return (await saveCustomers(organizationId, [customer])).get(customer.externalId) ?? null
}
