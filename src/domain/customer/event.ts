import { z } from 'zod'
import { contextSchema, customerSchema } from '../response/submission'
import { instantSchema, keySchema, uuidSchema } from '../schemas'

/** One item of `POST /api/v1/events`. */
export const eventSchema = z.strictObject({
  id: uuidSchema,
  touchpoint: keySchema,
  customer: customerSchema,
  occurredAt: instantSchema.refine((at) => at.getTime() > 0, 'lies before 1970'),
  attributes: contextSchema.default({}),
})
export type EventInput = z.output<typeof eventSchema>

/** The events of one call alone: each is checked by itself, so that the valid ones get in. */
export const eventsSchema = z
  .array(z.unknown())
  .min(1, 'needs at least one event')
  .max(1000, 'takes at most 1,000 events in a call')
