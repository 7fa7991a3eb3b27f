import { z } from 'zod'
import { casePolicySchema } from '../case/policy'
import { emailSchema, instantSchema, keySchema, localeSchema, localizedSchema, roleSchema } from '../schemas'
import { businessHoursSchema } from './business-hours'

const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const settingsSchema = z.strictObject({
  name: localizedSchema,
  locale: localeSchema.default('en'),
  timeZone: z.string().refine(isTimeZone, 'must be a time zone such as Asia/Shanghai').default('UTC'),
  businessHours: businessHoursSchema.nullable().default(null),
  holidays: z.array(z.iso.date('must be a day such as 2026-10-01')).max(500).default([]),
  /** left out: as it is */
  cases: casePolicySchema.optional(),
})
export type Settings = z.output<typeof settingsSchema>

export const passwordSchema = z.string().min(10, 'must have at least 10 characters').max(200)

const momentSchema = instantSchema.transform((at) => at.toISOString())

/** When somebody isn't there, and who stands in for them; moments in RFC 3339. */
export const awaySchema = z
  .strictObject({ from: momentSchema, until: momentSchema, deputy: emailSchema.optional() })
  .refine(({ from, until }) => from < until, 'must end after it begins')
export type Away = z.output<typeof awaySchema>

export const memberSchema = z.strictObject({
  name: z.string().trim().min(1, 'must not be empty').max(200),
  role: roleSchema,
  password: passwordSchema.optional(),
  /** left out, it stays as it is; null where they are back */
  away: awaySchema.nullable().optional(),
})
export type MemberInput = z.output<typeof memberSchema>

export const teamSchema = z.strictObject({ name: localizedSchema, members: z.array(emailSchema).max(1000).default([]) })
export type TeamInput = z.output<typeof teamSchema>

export { emailSchema, keySchema }
