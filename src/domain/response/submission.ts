import { z } from 'zod'
import { channelSchema, instantSchema, localeSchema, uuidSchema } from '../schemas'

const scalar = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()])

export const contextSchema = z
  .record(z.string().min(1).max(64), scalar)
  .refine((context) => Object.keys(context).length <= 100, 'takes at most 100 entries')

const slugSchema = z.string().min(1).max(200)

/** The body of `PUT /api/v1/responses/{id}`. What the answers may be is the survey's to say. */
export const submissionSchema = z.strictObject({
  survey: slugSchema,
  version: z.int().positive().optional(),
  revision: z.int().min(1).max(1_000_000),
  answers: z.record(z.string().max(64), z.unknown()),
  completed: z.boolean().default(false),
  /** the index of the page that the customer is on: what the pages before it settle, such as a full quota, takes effect */
  page: z.int().min(0).max(1000).optional(),
  locale: localeSchema.optional(),
  channel: channelSchema.optional(),
  source: z.string().max(200).optional(),
  customerToken: z.string().max(4000).optional(),
  invitationToken: z.string().max(4000).optional(),
  /** the answer to a challenge that an earlier attempt was met with */
  proof: z.strictObject({ challenge: z.string().max(1000), nonce: z.string().max(20) }).optional(),
  context: contextSchema.optional(),
  startedAt: instantSchema.optional(),
})
export type Submission = z.output<typeof submissionSchema>

/** What a customer is worth: sums over millions of them stay numbers, whatever somebody's system sends. */
const mostWorth = 1e15
const worthSchema = z.number().min(-mostWorth, 'is too small').max(mostWorth, 'is too large')

export const customerSchema = z.strictObject({
  externalId: z.string().trim().min(1).max(200),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email('must be an email address')).optional(),
  phone: z.string().trim().max(40).optional(),
  name: z.string().trim().max(200).optional(),
  locale: localeSchema.optional(),
  value: worthSchema.optional(),
  attributes: contextSchema.optional(),
})
export type CustomerInput = z.output<typeof customerSchema>

/** One answer from elsewhere, in `POST /api/v1/responses`. */
export const importedSchema = z.strictObject({
  id: uuidSchema.optional(),
  survey: slugSchema,
  answers: z.record(z.string().max(64), z.unknown()),
  completed: z.boolean().default(true),
  submittedAt: instantSchema.refine((at) => at.getTime() > 0, 'lies before 1970'),
  startedAt: instantSchema.optional(),
  customer: customerSchema.optional(),
  locale: localeSchema.optional(),
  channel: channelSchema.optional(),
  source: z.string().max(200).optional(),
  context: contextSchema.optional(),
})
export type Imported = z.output<typeof importedSchema>

export const alertPolicies = ['none', 'recent', 'all'] as const
export type AlertPolicy = (typeof alertPolicies)[number]

/** How long an imported answer still alerts under `recent`. */
export const recentHours = 24

/** Whether an answer that arrives now may alert anybody: old answers must not mail owners. */
export const mayAlert = (policy: AlertPolicy, submittedAt: Date, now: Date): boolean =>
  policy === 'all' || (policy === 'recent' && now.getTime() - submittedAt.getTime() <= recentHours * 3_600_000)

/** The envelope alone: its responses are checked one by one, so that the valid ones get in. */
export const importSchema = z.strictObject({
  responses: z.array(z.unknown()).min(1, 'needs at least one response').max(1000, 'takes at most 1,000 responses in a call'),
  alerts: z.enum(alertPolicies).default('recent'),
})
