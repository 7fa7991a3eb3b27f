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
      (/^(team|webhook|chat):/.test(to) && keySchema.safeParse(to.slice(to.indexOf(':') + 1)).success),
    'must be touchpoint_owner, account_owner, member:EMAIL, team:KEY, webhook:KEY or chat:KEY',
  )

const waysOf = (to: string): 'webhook' | 'chat' | 'email' =>
  to.startsWith('webhook:') ? 'webhook' : to.startsWith('chat:') ? 'chat' : 'email'

/** People are told by mail, webhooks and chats in their own way: `by` may be left out, and can't be another. */
const notifySchema = z
  .strictObject({ to: recipientSchema, by: z.enum(['email', 'webhook', 'chat']).optional() })
  .refine(({ to, by }) => by === undefined || by === waysOf(to), {
    path: ['by'],
    message: 'must be email, or for a webhook or chat that',
  })
  .transform(({ to }) => ({ to, by: waysOf(to) }))

export const ruleSchema = z.strictObject({
  name: localizedSchema,
  touchpoints: z.union([z.literal('all'), z.array(keySchema).min(1).max(500)]).default('all'),
  when: conditionSchema,
  severity: severitySchema.default('medium'),
  notify: z.array(notifySchema).max(20).default([]),
  openCase: z.boolean().default(true),
  once: z.strictObject({ per: z.enum(['customer', 'response']), hours: z.number().positive().max(8760).default(24) }).optional(),
  quiet: quietSchema.optional(),
  enabled: z.boolean().default(true),
})

export type Rule = z.output<typeof ruleSchema>
