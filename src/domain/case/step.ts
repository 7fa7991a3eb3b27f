import { z } from 'zod'
import { emailSchema, keySchema } from '../schemas'
import { rootCauses } from './root-causes'

const text = z.string().trim().min(1, 'must not be empty').max(5000)
const note = text.optional()

/** A step that a person takes on a case: what `POST /api/v1/cases/{number}/events` takes. */
export const stepSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('acknowledge'), text: note }),
  z.strictObject({ type: z.literal('start'), text: note }),
  z.strictObject({ type: z.literal('wait'), text: note }),
  z.strictObject({ type: z.literal('note'), text }),
  z.strictObject({ type: z.literal('assign'), owner: z.union([emailSchema, keySchema]), text: note }),
  z.strictObject({ type: z.literal('resolve'), rootCause: z.enum(rootCauses), text }),
  z.strictObject({ type: z.literal('verify'), fixed: z.boolean(), text: note }),
  z.strictObject({ type: z.literal('close'), text: note }),
  z.strictObject({ type: z.literal('reopen'), text: note }),
])

export type CaseStep = z.output<typeof stepSchema>
export type CaseStepType = CaseStep['type']
