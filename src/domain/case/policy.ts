import { z } from 'zod'
import { emailSchema, keySchema, roleSchema, type Severity, severities, severitySchema } from '../schemas'
import { verificationSchema } from './verification'

/** How long a case may take when neither its touchpoint's standard nor the organization says, in hours of business time. */
export const defaultResponseHours: Readonly<Record<Severity, number>> = { critical: 4, high: 24, medium: 48, low: 72 }

const hours = z.number().positive().max(8760)

/** Whom a step of the chain is told to: the touchpoint's owner, a member, a team, or everybody of a role. */
const recipientSchema = z
  .string()
  .trim()
  .transform((to) => (to.startsWith('member:') ? to.toLowerCase() : to))
  .refine(
    (to) =>
      to === 'touchpoint_owner' ||
      (to.startsWith('member:') && emailSchema.safeParse(to.slice(7)).success) ||
      (to.startsWith('team:') && keySchema.safeParse(to.slice(5)).success) ||
      (to.startsWith('role:') && roleSchema.safeParse(to.slice(5)).success),
    'must be touchpoint_owner, member:EMAIL, team:KEY or role:ROLE',
  )

const stepSchema = z
  .strictObject({
    /** business time after the case has run out */
    afterHours: z.number().min(0).max(8760),
    to: recipientSchema,
    /** whether the case is theirs from then on */
    assign: z.boolean().default(false),
  })
  .refine(({ to, assign }) => !assign || /^(member|team):/.test(to), {
    path: ['assign'],
    message: 'needs a member or a team to give the case to',
  })

export type EscalationStep = z.output<typeof stepSchema>

const chainSchema = z
  .array(stepSchema)
  .max(10)
  .refine((chain) => chain.every((step, at) => at === 0 || (chain[at - 1]?.afterHours ?? 0) <= step.afterHours), {
    message: 'must go on in the order of its hours',
  })
  .refine((chain) => chain.every((step, at) => !step.assign || at === chain.length - 1), {
    message: 'may give the case to somebody else in its last step only',
  })

/**
 * How an organization follows its cases. `responseHours` by severity hold where a touchpoint's standard is longer or says
 * nothing; severities in `aroundTheClock` don't wait for business hours; the owner is warned when `warnAtPercent` of the time is
 * used; what runs out goes along `escalation`; a new bad answer of a customer with an open case of the last `joinHours` joins it;
 * `verification` is how customers are asked whether it is mended.
 */
export const casePolicySchema = z.strictObject({
  responseHours: z.partialRecord(severitySchema, hours).default({}),
  aroundTheClock: z.array(severitySchema).max(severities.length).default([]),
  warnAtPercent: z.int().min(1).max(99).nullable().default(75),
  escalation: chainSchema.default([{ afterHours: 0, to: 'role:manager', assign: false }]),
  joinHours: z.number().min(0).max(8760).default(24),
  verification: verificationSchema.prefault({}),
})

export type CasePolicy = z.output<typeof casePolicySchema>

export const defaultCasePolicy: CasePolicy = casePolicySchema.parse({})
