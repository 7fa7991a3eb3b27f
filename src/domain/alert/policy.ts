import { z } from 'zod'
import { emailSchema, keySchema, roleSchema } from '../schemas'

/** Whom alerts go to that reach nobody else: a member, a team, or everybody of a role. */
const fallbackSchema = z
  .string()
  .trim()
  .transform((to) => (to.startsWith('member:') ? to.toLowerCase() : to))
  .refine(
    (to) =>
      (to.startsWith('member:') && emailSchema.safeParse(to.slice(7)).success) ||
      (to.startsWith('team:') && keySchema.safeParse(to.slice(5)).success) ||
      (to.startsWith('role:') && roleSchema.safeParse(to.slice(5)).success),
    'must be member:EMAIL, team:KEY or role:ROLE',
  )

const budgetSchema = z.strictObject({
  /** messages about alerts that one person gets on one of their days */
  perDay: z.int().min(1).max(1000),
  /** when the digest of what is over it leaves, in the person's own time zone */
  digestAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 17:00')
    .default('17:00'),
})

/**
 * How an organization's alerts find people. `accountOwner`: the customer's attribute that names who answers for the account, by
 * address; `fallback` is told where a rule reaches nobody; with `officeHours` the organization's business hours are the working hours
 * of everybody who has none of their own; over `budget`, messages of low and medium severity are told in one digest.
 */
export const alertPolicySchema = z.strictObject({
  accountOwner: z.string().trim().min(1, 'must not be empty').max(100).default('owner'),
  fallback: fallbackSchema.default('role:admin'),
  officeHours: z.boolean().default(false),
  budget: budgetSchema.nullable().default(null),
})

export type AlertPolicy = z.output<typeof alertPolicySchema>
export type AlertBudget = NonNullable<AlertPolicy['budget']>

export const defaultAlertPolicy: AlertPolicy = alertPolicySchema.parse({})
