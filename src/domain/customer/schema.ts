import type { z } from 'zod'
import { customerSchema } from '../response/submission'

/** The body of `PUT /api/v1/customers/{externalId}`: all that is known of them; what isn't given is taken away. */
export const customerBodySchema = customerSchema.omit({ externalId: true })
export type CustomerBody = z.output<typeof customerBodySchema>

export const externalIdSchema = customerSchema.shape.externalId
