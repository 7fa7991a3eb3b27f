import { z } from 'zod'
import { contextSchema, customerSchema } from '../response/submission'
import { channelSchema, instantSchema, localeSchema } from '../schemas'

/** One invitation in `POST /api/v1/invitations`. */
export const invitationSchema = z.strictObject({
  survey: z.string().min(1).max(200),
  customer: customerSchema,
  channel: channelSchema.optional(),
  expiresAt: instantSchema.optional(),
  editableUntil: instantSchema.optional(),
  locale: localeSchema.optional(),
  context: contextSchema.optional(),
})
export type InvitationInput = z.output<typeof invitationSchema>

/** The envelope of many: they are checked one by one, so that the valid ones are made. */
export const invitationsSchema = z.strictObject({
  invitations: z
    .array(z.unknown())
    .min(1, 'needs at least one invitation')
    .max(1000, 'takes at most 1,000 invitations in a call'),
})
