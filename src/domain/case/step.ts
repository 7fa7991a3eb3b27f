import { z } from 'zod'
import { emailSchema, keySchema, uuidSchema } from '../schemas'
import { amountSchema, currencySchema } from './options'

const text = z.string().trim().min(1, 'must not be empty').max(5000)
const note = text.optional()
const caseNumber = z.int().positive().max(999_999_999)

const mailSchema = z
  .strictObject({
    type: z.literal('mail'),
    /** of the organization's mails to customers; what is given beside it has its say over it */
    template: keySchema.optional(),
    subject: z.string().trim().min(1, 'must not be empty').max(200).optional(),
    text: note,
  })
  .refine((mail) => mail.template !== undefined || (mail.subject !== undefined && mail.text !== undefined), {
    message: 'needs a template, or a subject and a text',
  })

/** A step that a person takes on a case: what `POST /api/v1/cases/{number}/events` takes. */
export const stepSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('acknowledge'), text: note }),
  /** acknowledges it, where nobody has, and makes it the member's own */
  z.strictObject({ type: z.literal('take'), text: note }),
  z.strictObject({ type: z.literal('start'), text: note }),
  z.strictObject({ type: z.literal('wait'), text: note }),
  z.strictObject({ type: z.literal('note'), text, mentions: z.array(emailSchema).max(20).optional() }),
  z.strictObject({ type: z.literal('assign'), owner: z.union([emailSchema, keySchema]), text: note }),
  z
    .strictObject({
      type: z.literal('recover'),
      action: keySchema,
      amountCents: amountSchema.optional(),
      currency: currencySchema.optional(),
      text: note,
    })
    .refine(({ amountCents, currency }) => amountCents === undefined || currency !== undefined, {
      path: ['currency'],
      message: 'is needed with an amount',
    }),
  mailSchema,
  /** this case's answers and alerts go over to another one, which carries it on */
  z.strictObject({ type: z.literal('merge'), into: caseNumber, text: note }),
  /** some of this case's answers become a case of their own */
  z.strictObject({ type: z.literal('split'), responses: z.array(uuidSchema).min(1).max(100), text: note }),
  z.strictObject({ type: z.literal('link'), case: caseNumber, text: note }),
  z.strictObject({ type: z.literal('unlink'), case: caseNumber, text: note }),
  z.strictObject({ type: z.literal('resolve'), rootCause: keySchema, text }),
  z.strictObject({ type: z.literal('verify'), fixed: z.boolean(), text: note }),
  z.strictObject({ type: z.literal('close'), text: note }),
  z.strictObject({ type: z.literal('reopen'), text: note }),
])

export type CaseStep = z.output<typeof stepSchema>
export type CaseStepType = CaseStep['type']
export type StepOf<T extends CaseStepType> = Extract<CaseStep, { type: T }>
