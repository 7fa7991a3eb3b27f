import { z } from 'zod'
import { roles, severities } from './vocabulary'

export * from './experience'
export * from './vocabulary'

/** The schemas that several parts of the programme share. */
export const keySchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, 'must be 1 to 64 of a–z, 0–9, "-" and "_", beginning with a letter or digit')

export const channelSchema = z.string().regex(/^[a-z0-9_-]{1,32}$/, 'must be 1 to 32 of a–z, 0–9, "-" and "_"')

/** `en-US-US` looks like a tag and is none: whoever formats by it or names its language would throw. */
const isLanguageTag = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

export const localeSchema = z
  .string()
  .max(35)
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/, 'must be a language tag such as en or zh-CN')
  .refine(isLanguageTag, 'must be a language tag such as en or zh-CN')

/** Texts are never empty: an empty one would show as a blank button or heading. */
export const localizedSchema = z.union([
  z.string().trim().min(1, 'must not be empty').max(5000),
  z
    .record(localeSchema, z.string().trim().min(1, 'must not be empty').max(5000))
    .refine((texts) => Object.keys(texts).length > 0, 'needs a text in at least one language'),
])

export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email('must be an email address'))

export const instantSchema = z.iso
  .datetime({ offset: true, message: 'must be an RFC 3339 time such as 2026-05-01T09:30:00Z' })
  .transform((text) => new Date(text))

/** Any RFC 9562 UUID, in lower case. */
export const uuidSchema = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i, 'must be a UUID')
  .transform((id) => id.toLowerCase())

export const severitySchema = z.enum(severities)

export const roleSchema = z.enum(roles)
