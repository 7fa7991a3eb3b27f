import { z } from 'zod'
import { alertPolicySchema } from '../alert/policy'
import { leastThreshold, mostThreshold } from '../analysis/suppress-small'
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

const timeZoneSchema = z.string().refine(isTimeZone, 'must be a time zone such as Asia/Shanghai')

export const settingsSchema = z.strictObject({
  name: localizedSchema,
  locale: localeSchema.default('en'),
  timeZone: timeZoneSchema.default('UTC'),
  businessHours: businessHoursSchema.nullable().default(null),
  holidays: z.array(z.iso.date('must be a day such as 2026-10-01')).max(500).default([]),
  /** left out: as it is */
  cases: casePolicySchema.optional(),
  /** left out: as it is */
  alerts: alertPolicySchema.optional(),
  /** groups of fewer anonymous answers, and of fewer of somebody's cases, are not shown; left out: as it is */
  anonymityThreshold: z
    .int()
    .min(leastThreshold, `must be ${leastThreshold} or more`)
    .max(mostThreshold, `must be ${mostThreshold} or less`)
    .optional(),
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
  /** their own weekly hours and time zone; left out, they stay as they are; null: the organization's */
  workingHours: businessHoursSchema.nullable().optional(),
  timeZone: timeZoneSchema.nullable().optional(),
  /** messages about alerts on one of their days; left out, it stays as it is; null: as many as the organization says */
  alertsPerDay: z.int().min(1).max(1000).nullable().optional(),
})
export type MemberInput = z.output<typeof memberSchema>

/** Whom what comes to a team finds: all of it, or one of it, by turns or by who has the fewest running cases. */
export const teamRoutings = ['everyone', 'turns', 'least_loaded'] as const
export type TeamRouting = (typeof teamRoutings)[number]

export const teamSchema = z.strictObject({
  name: localizedSchema,
  members: z.array(emailSchema).max(1000).default([]),
  /** without it everyone is told */
  routing: z.enum(teamRoutings).optional(),
})
export type TeamInput = z.output<typeof teamSchema>

export { emailSchema, keySchema }
