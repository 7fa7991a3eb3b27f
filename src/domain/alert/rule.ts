import { z } from 'zod'
import { conditionSchema } from '../condition/schema'
import { emailSchema, keySchema, localizedSchema, severitySchema } from '../schemas'
import { quietSchema } from './quiet'

const recipientSchema = z
  .string()
  .trim()
  .transform((to) => (to.startsWith('member:') ? to.toLowerCase() : to))
  .refine(
    (to) =>
      to === 'touchpoint_owner' ||
      to === 'account_owner' ||
      (to.startsWith('member:') && emailSchema.safeParse(to.slice(7)).success) ||
      (to.startsWith('team:') && keySchema.safeParse(to.slice(5)).success),
    'must be touchpoint_owner, account_owner, member:EMAIL or team:KEY',
  )

export const ruleSchema = z.strictObject({
  name: localizedSchema,
  touchpoints: z.union([z.literal('all'), z.array(keySchema).min(1).max(500)]).default('all'),
  when: conditionSchema,
  severity: severitySchema.default('medium'),
  notify: z
    .array(z.strictObject({ to: recipientSchema, by: z.literal('email', 'must be email').default('email') }))
    .max(20)
    .default([]),
  openCase: z.boolean().default(true),
  once: z.strictObject({ per: z.enum(['customer', 'response']), hours: z.number().positive().max(8760).default(24) }).optional(),
  quiet: quietSchema.optional(),
  enabled: z.boolean().default(true),
})

export type Rule = z.output<typeof ruleSchema>
