import { z } from 'zod'
import { instantSchema, keySchema } from '../schemas'

/** What silences a rule: why, and until when; at one touchpoint, or everywhere without one. */
export const muteSchema = z.strictObject({
  reason: z.string().trim().min(1, 'must say why').max(500),
  until: instantSchema,
  touchpoint: keySchema.optional(),
})

export type NewMute = z.output<typeof muteSchema>

export const longestMuteDays = 366
