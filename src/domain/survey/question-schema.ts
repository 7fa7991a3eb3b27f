import { z } from 'zod'
import { conditionSchema } from '../condition/schema'
import { dimensions, localizedSchema, modules } from '../schemas'
import { isCalendarDay } from './kinds/check-date'
import {
  columnsSchema,
  exclusiveOptionsSchema,
  httpUrl,
  optionsSchema,
  pictureOptionsSchema,
  questionKeySchema,
  twoOptionsSchema,
} from './option-schema'
import { contactFields, fileTypes, type Question } from './question'

const base = {
  key: questionKeySchema,
  text: localizedSchema,
  hint: localizedSchema.optional(),
  required: z.boolean().optional(),
  showIf: conditionSchema.optional(),
  anchored: z.boolean().optional(),
  dimension: z.enum(dimensions).optional(),
  module: z.enum(modules).optional(),
  role: z.enum(['outcome', 'driver', 'reason']).optional(),
}

const ends = z.strictObject({ low: localizedSchema.optional(), high: localizedSchema.optional() }).optional()
const flag = z.boolean().optional()
const day = z.string().refine(isCalendarDay, 'must be a day of the calendar, YYYY-MM-DD').optional()

/** What two bounds of one question can't mean. */
type Bounds = { path: string; low: unknown; high: unknown; message: string }
const refuseCrossed =
  (context: { addIssue: (issue: { code: 'custom'; path: string[]; message: string }) => void }) =>
  ({ path, low, high, message }: Bounds) => {
    if (low !== undefined && high !== undefined && (low as number) > (high as number))
      context.addIssue({ code: 'custom', path: [path], message })
  }

const multiChoice = z
  .strictObject({
    ...base,
    kind: z.literal('multi_choice'),
    options: exclusiveOptionsSchema,
    randomize: flag,
    other: flag,
    minimum: z.int().min(0).optional(),
    maximum: z.int().min(1).optional(),
  })
  .superRefine(({ minimum, maximum, options, other }, context) => {
    const most = options.filter(({ exclusive }) => !exclusive).length + (other ? 1 : 0)
    const refuse = refuseCrossed(context)
    refuse({ path: 'minimum', low: minimum, high: most, message: `there are only ${most} options to choose` })
    refuse({ path: 'minimum', low: minimum, high: maximum, message: 'must not be over the maximum' })
  })

const slider = z
  .strictObject({
    ...base,
    kind: z.literal('slider'),
    low: z.number().min(-1e6).max(1e6).default(0),
    high: z.number().min(-1e6).max(1e6).default(100),
    step: z.number().min(0.001).max(1e6).default(1),
    ends,
  })
  .superRefine(({ low, high, step }, context) => {
    if (low >= high) context.addIssue({ code: 'custom', path: ['high'], message: 'must be over the low end' })
    else if (step > high - low) context.addIssue({ code: 'custom', path: ['step'], message: 'must fit between the ends' })
  })

const number = z
  .strictObject({
    ...base,
    kind: z.literal('number'),
    minimum: z.number().min(-1e12).max(1e12).optional(),
    maximum: z.number().min(-1e12).max(1e12).optional(),
    decimals: z.int().min(0).max(6).optional(),
    unit: localizedSchema.optional(),
  })
  .superRefine(({ minimum, maximum }, context) =>
    refuseCrossed(context)({ path: 'minimum', low: minimum, high: maximum, message: 'must not be over the maximum' }),
  )

const ranking = z
  .strictObject({
    ...base,
    kind: z.literal('ranking'),
    options: twoOptionsSchema,
    randomize: flag,
    top: z.int().min(1).optional(),
  })
  .superRefine(({ top, options }, context) =>
    refuseCrossed(context)({ path: 'top', low: top, high: options.length, message: `there are only ${options.length} options` }),
  )

const text = z
  .strictObject({
    ...base,
    kind: z.literal('text'),
    long: flag,
    minLength: z.int().min(1).max(10_000).optional(),
    maxLength: z.int().min(1).max(10_000).optional(),
  })
  .superRefine(({ minLength, maxLength, long }, context) =>
    refuseCrossed(context)({
      path: 'minLength',
      low: minLength,
      high: maxLength ?? (long ? 5000 : 500),
      message: 'must not be over the longest text that fits',
    }),
  )

const date = z
  .strictObject({ ...base, kind: z.literal('date'), earliest: day, latest: day })
  .superRefine(({ earliest, latest }, context) =>
    refuseCrossed(context)({ path: 'earliest', low: earliest, high: latest, message: 'must not be after the latest' }),
  )

const fields = z.array(z.enum(contactFields)).min(1).max(contactFields.length)
const contact = z
  .strictObject({
    ...base,
    kind: z.literal('contact'),
    fields: fields.default([...contactFields]),
    needed: fields.optional(),
  })
  .superRefine(({ fields: shown, needed = [] }, context) => {
    const missing = needed.find((field) => !shown.includes(field))
    if (missing) context.addIssue({ code: 'custom', path: ['needed'], message: `"${missing}" is not among its fields` })
  })

const kindSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.enum(['nps', 'csat', 'ces']), ends }),
  z.strictObject({
    ...base,
    kind: z.literal('rating'),
    scale: z.int().min(3).max(10).default(5),
    shape: z.enum(['stars', 'numbers', 'smileys']).optional(),
    ends,
  }),
  slider,
  number,
  z.strictObject({ ...base, kind: z.enum(['single_choice', 'dropdown']), options: optionsSchema, randomize: flag, other: flag }),
  multiChoice,
  z.strictObject({ ...base, kind: z.literal('image_choice'), options: pictureOptionsSchema, randomize: flag }),
  ranking,
  z.strictObject({ ...base, kind: z.literal('matrix'), rows: optionsSchema, columns: columnsSchema, randomize: flag }),
  z.strictObject({
    ...base,
    kind: z.literal('constant_sum'),
    options: twoOptionsSchema,
    randomize: flag,
    total: z.int().min(1).max(1_000_000).default(100),
    unit: localizedSchema.optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('gap'), ends }),
  text,
  date,
  contact,
  z.strictObject({ ...base, kind: z.literal('consent'), link: httpUrl.optional() }),
  z.strictObject({
    ...base,
    kind: z.literal('file'),
    maximum: z.int().min(1).max(10).default(1),
    maxBytes: z
      .int()
      .min(1024)
      .max(25 * 1024 * 1024)
      .default(5 * 1024 * 1024),
    types: z.array(z.enum(fileTypes)).min(1).default(['image', 'pdf', 'document']),
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
