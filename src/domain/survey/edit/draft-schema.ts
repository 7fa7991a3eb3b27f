import { z } from 'zod'
import { operators } from '../../condition/condition'
import { contactFields, fileTypes } from '../question'
import type { Draft } from './operation'

/**
 * What a draft is at the very least: of the shape that every reader of a definition relies on, and of a size that can be
 * kept. What its values have to be is asked when it is published (`surveySchema`).
 */
const words = z.string().max(20_000)
const localized = z.union([words, z.record(z.string().max(35), words)])
const key = z.string().max(200)
const flag = z.boolean().optional()
const number = z.number().optional()

const scalar = z.union([z.string().max(1000), z.number(), z.boolean()])
const condition: z.ZodType = z.lazy(() =>
  z.union([
    z.strictObject({
      field: z.string().max(200),
      op: z.enum(operators),
      value: z.union([scalar, z.array(scalar).max(500)]).optional(),
    }),
    z.strictObject({ all: z.array(condition).max(100) }),
    z.strictObject({ any: z.array(condition).max(100) }),
    z.strictObject({ not: condition }),
  ]),
)
const showIf = condition.optional()

const base = {
  key,
  text: localized,
  hint: localized.optional(),
  required: flag,
  showIf,
  anchored: flag,
  dimension: z.string().max(64).optional(),
  module: z.string().max(64).optional(),
  role: z.enum(['outcome', 'driver', 'reason']).optional(),
}
const ends = z.strictObject({ low: localized.optional(), high: localized.optional() }).optional()
const option = { key, text: localized, showIf, anchored: flag }
const options = z.array(z.strictObject(option)).max(500)

const question = z.discriminatedUnion('kind', [
  z.strictObject({ ...base, kind: z.enum(['nps', 'csat', 'ces', 'gap']), ends }),
  z.strictObject({
    ...base,
    kind: z.literal('rating'),
    scale: z.number(),
    shape: z.enum(['stars', 'numbers', 'smileys']).optional(),
    ends,
  }),
  z.strictObject({ ...base, kind: z.literal('slider'), low: z.number(), high: z.number(), step: z.number(), ends }),
  z.strictObject({
    ...base,
    kind: z.literal('number'),
    minimum: number,
    maximum: number,
    decimals: number,
    unit: localized.optional(),
  }),
  z.strictObject({ ...base, kind: z.enum(['single_choice', 'dropdown']), options, randomize: flag, other: flag }),
  z.strictObject({
    ...base,
    kind: z.literal('multi_choice'),
    options: z.array(z.strictObject({ ...option, exclusive: flag })).max(500),
    randomize: flag,
    other: flag,
    minimum: number,
    maximum: number,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('image_choice'),
    options: z.array(z.strictObject({ ...option, image: z.string().max(2000) })).max(500),
    randomize: flag,
  }),
  z.strictObject({ ...base, kind: z.literal('ranking'), options, randomize: flag, top: number }),
  z.strictObject({
    ...base,
    kind: z.literal('matrix'),
    rows: options,
    columns: z.array(z.strictObject({ key, text: localized })).max(500),
    randomize: flag,
  }),
  z.strictObject({
    ...base,
    kind: z.literal('constant_sum'),
    options,
    randomize: flag,
    total: z.number(),
    unit: localized.optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('text'), long: flag, minLength: number, maxLength: number }),
  z.strictObject({
    ...base,
    kind: z.literal('date'),
    earliest: z.string().max(40).optional(),
    latest: z.string().max(40).optional(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('contact'),
    fields: z.array(z.enum(contactFields)).max(20),
    needed: z.array(z.enum(contactFields)).max(20).optional(),
  }),
  z.strictObject({ ...base, kind: z.literal('consent'), link: z.string().max(2000).optional() }),
  z.strictObject({
    ...base,
    kind: z.literal('file'),
    maximum: z.number(),
    maxBytes: z.number(),
    types: z.array(z.enum(fileTypes)).max(20),
  }),
  z.strictObject({ ...base, kind: z.literal('statement') }),
])

const page = z.strictObject({
  key: key.optional(),
  title: localized.optional(),
  showIf,
  questions: z.array(question).max(1000),
  randomize: flag,
  jumps: z
    .array(z.strictObject({ when: showIf, page: key.optional(), end: z.enum(['completed', 'disqualified']).optional() }))
    .max(100)
    .optional(),
})

const thanks = z.strictObject({
  outcome: z.enum(['completed', 'disqualified', 'quota_full']).optional(),
  when: showIf,
  text: localized,
  link: z.strictObject({ url: z.string().max(2000), text: localized.optional() }).optional(),
})

export const draftSchema: z.ZodType<Draft> = z.strictObject({
  touchpoint: key,
  locales: z.array(z.string().max(35)).min(1).max(50),
  title: localized,
  pages: z.array(page).max(200),
  thanks: z.array(thanks).max(50),
  quotas: z
    .array(z.strictObject({ key, when: showIf, limit: z.number() }))
    .max(100)
    .optional(),
  hiddenFields: z.array(key).max(100).optional(),
  theme: z
    .strictObject({
      color: z.string().max(100).optional(),
      logo: z.string().max(2000).optional(),
      font: z.string().max(200).optional(),
    })
    .optional(),
  idleSeconds: z.number(),
  origins: z.array(z.string().max(300)).max(200).optional(),
  anonymous: flag,
  progress: flag,
}) as unknown as z.ZodType<Draft>
