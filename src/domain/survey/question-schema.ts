import { z } from 'zod'
import { conditionSchema } from '../condition/schema'
import { dimensions, localizedSchema, modules } from '../schemas'
import type { Question } from './definition'

const questionKeySchema = z
  .string()
  .regex(/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/, 'must be 1 to 64 letters, digits, "-" and "_", beginning with a letter')
  .refine((key) => !(key in {}), 'is a word that every object knows; choose another')

const base = {
  key: questionKeySchema,
  text: localizedSchema,
  hint: localizedSchema.optional(),
  required: z.boolean().optional(),
  showIf: conditionSchema.optional(),
  dimension: z.enum(dimensions).optional(),
  module: z.enum(modules).optional(),
  role: z.enum(['outcome', 'driver', 'reason']).optional(),
}

const ends = z.strictObject({ low: localizedSchema.optional(), high: localizedSchema.optional() }).optional()

const options = z
  .array(z.strictObject({ key: questionKeySchema, text: localizedSchema }))
  .min(1, 'needs at least one option')
  .max(200)
  .superRefine((list, context) => {
    const seen = new Set<string>()
    list.forEach((option, index) => {
      if (seen.has(option.key))
        context.addIssue({ code: 'custom', path: [index, 'key'], message: `"${option.key}" is used twice` })
      seen.add(option.key)
    })
  })

const multiChoice = z
  .strictObject({
    ...base,
    kind: z.literal('multi_choice'),
    options,
    other: z.boolean().optional(),
    minimum: z.int().min(0).optional(),
    maximum: z.int().min(1).optional(),
  })
  .superRefine(({ minimum, maximum, options: list, other }, context) => {
    const most = list.length + (other ? 1 : 0)
    if (minimum !== undefined && minimum > most)
      context.addIssue({ code: 'custom', path: ['minimum'], message: `there are only ${most} options to choose` })
    if (minimum !== undefined && maximum !== undefined && minimum > maximum)
      context.addIssue({ code: 'custom', path: ['maximum'], message: 'must not be under the minimum' })
  })

const kindSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.enum(['nps', 'csat', 'ces']), ends }),
  z.strictObject({
    ...base,
    kind: z.literal('rating'),
    scale: z.int().min(3).max(10).default(5),
    shape: z.enum(['stars', 'numbers']).optional(),
    ends,
  }),
  z.strictObject({ ...base, kind: z.literal('single_choice'), options, other: z.boolean().optional() }),
  multiChoice,
  z.strictObject({
    ...base,
    kind: z.literal('text'),
    long: z.boolean().optional(),
    maxLength: z.int().min(1).max(10_000).optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('statement') }),
])

/** `nps`, `csat`, `ces` and `sentiment` are metrics: as a question's key they would say two things. */
const reserved = ['nps', 'csat', 'ces', 'sentiment']

export const questionSchema: z.ZodType<Question> = kindSchema.superRefine((question, context) => {
  if (reserved.includes(question.key) && question.key !== question.kind)
    context.addIssue({
      code: 'custom',
      path: ['key'],
      message: `"${question.key}" names a metric: only a question of that kind may use it`,
    })
  if (question.kind === 'statement' && question.required)
    context.addIssue({ code: 'custom', path: ['required'], message: 'a statement takes no answer, so it can’t be required' })
}) as z.ZodType<Question>
