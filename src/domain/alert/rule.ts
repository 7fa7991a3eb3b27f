import { z } from 'zod'
import { type Condition, fieldsOf } from '../condition/condition'
import { conditionSchema } from '../condition/schema'
import { emailSchema, keySchema, localizedSchema, severitySchema } from '../schemas'
import { type About, aboutSchema } from './about'
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

const shape = {
  name: localizedSchema,
  touchpoints: z.union([z.literal('all'), z.array(keySchema).min(1).max(500)]).default('all'),
  severity: severitySchema.default('medium'),
  notify: z.array(notifySchema).max(20).default([]),
  openCase: z.boolean().default(true),
  once: z.strictObject({ per: z.enum(['customer', 'response']), hours: z.number().positive().max(8760).default(24) }).optional(),
  quiet: quietSchema.optional(),
  enabled: z.boolean().default(true),
}

/** A rule about single answers. */
export const responseRuleSchema = z.strictObject({ ...shape, when: conditionSchema })

/** What a rule about more than answers asks of its customers, where it asks nothing. */
const anything: Condition = { all: [] }

const asksAnything = (when: Condition): boolean => 'all' in when && when.all.length === 0

/**
 * A rule as it is put. Without `about` it is about single answers, and `when` says which. One about something else says `when` only of
 * customers who haven't answered; it opens no case, since there is no answer to follow up, and has its own window instead of `once`.
 */
export const ruleSchema = z
  .strictObject({ ...shape, when: conditionSchema.optional(), about: aboutSchema.optional() })
  .superRefine(({ about, when, once }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (!about) {
      if (!when) wrong('when', 'is needed: which answers the rule is about')
      return
    }
    if (once) wrong('once', 'is for rules about answers; this one says againHours in about')
    if (!when || asksAnything(when)) return
    if (about.kind !== 'no_answer') wrong('when', `a rule about ${about.kind} asks nothing of single answers; leave it out`)
    else if (!fieldsOf(when).every((field) => field.startsWith('customer.') || field === 'touchpoint.key'))
      wrong('when', 'can ask customer.ATTRIBUTE and touchpoint.key only: there is no answer yet')
  })
  .transform(({ about, when = anything, ...rule }) => (about ? { ...rule, openCase: false, about, when } : { ...rule, when }))

export type Rule = z.output<typeof responseRuleSchema> & { about?: About }
