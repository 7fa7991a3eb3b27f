import { z } from 'zod'
import { deepestIssues } from '../parse'
import { keySchema, localizedSchema } from '../schemas'
import type { HeadlineMetric } from '../score/metric-kind'
import { isHeadlineMetric, type MetricDefinition, standardScales } from './definition'

const common = {
  least: z.number().int().min(1).max(10_000).default(1),
  reason: z.string().trim().min(1).max(1000).optional(),
}
const finite = z.number().min(-1e12).max(1e12)

const standardSchema = (metric: HeadlineMetric) => {
  const { from, to } = standardScales[metric]
  return z
    .strictObject({
      positiveFrom: z
        .number()
        .int()
        .min(from + 1)
        .max(to),
      negativeTo: z
        .number()
        .int()
        .min(from)
        .max(to - 1),
      ...common,
    })
    .refine(({ positiveFrom, negativeTo }) => negativeTo < positiveFrom, {
      path: ['negativeTo'],
      message: 'must be below positiveFrom: an answer is in one box',
    })
}

const own = { name: localizedSchema, description: localizedSchema.optional(), ...common }
const questionSchema = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}(\.[A-Za-z0-9_-]{1,64})?$/, 'must be a question’s key; KEY.ROW for a row of a matrix')
const unique = (items: readonly string[]): boolean => new Set(items).size === items.length
const asked = {
  question: questionSchema,
  surveys: z.array(keySchema).min(1).max(200).refine(unique, 'names a survey twice').optional(),
  // More is what a definition that says nothing means: said or not, it is the same definition.
  better: z
    .enum(['more', 'less'])
    .transform((better) => (better === 'less' ? better : undefined))
    .optional(),
}

const meanSchema = z.strictObject({
  ...own,
  ...asked,
  of: z.literal('mean'),
  scale: z
    .strictObject({ from: finite, to: finite })
    .refine(({ from, to }) => from < to, 'must go from less to more')
    .optional(),
})

const shareSchema = z
  .strictObject({
    ...own,
    ...asked,
    of: z.literal('share'),
    positiveFrom: finite.optional(),
    options: z.array(z.string().min(1).max(64)).min(1).max(200).refine(unique, 'names an option twice').optional(),
  })
  .refine(({ positiveFrom, options }) => (positiveFrom === undefined) !== (options === undefined), {
    path: ['positiveFrom'],
    message: 'name either positiveFrom (from which number on) or options (which answers), not both',
  })

const indexSchema = z.strictObject({
  ...own,
  of: z.literal('index'),
  parts: z
    .array(z.strictObject({ metric: keySchema, weight: z.number().positive().max(1000) }))
    .min(2)
    .max(12)
    .refine((parts) => unique(parts.map(({ metric }) => metric)), 'names a metric twice'),
})

const ownSchema = z.discriminatedUnion('of', [meanSchema, shareSchema, indexSchema], 'must say "of": mean, share or index')

/** What a key may be defined as: `nps`, `csat` and `ces` have boxes on their own scale, every other key is a metric of one’s own. */
export const metricSchema = (key: string): z.ZodType<MetricDefinition> =>
  isHeadlineMetric(key) ? standardSchema(key) : ownSchema

/** Definitions by key, each checked for what its key may be. */
export const metricsSchema = z.record(keySchema, z.unknown()).transform((entries, context): Record<string, MetricDefinition> => {
  const checked: Record<string, MetricDefinition> = {}
  for (const [key, value] of Object.entries(entries)) {
    if (key === 'sentiment') {
      context.addIssue({ code: 'custom', path: [key], message: 'sentiment can’t be defined: it is read from words' })
      continue
    }
    const parsed = metricSchema(key).safeParse(value)
    if (parsed.success) checked[key] = parsed.data
    else
      for (const { path, message } of deepestIssues(parsed.error.issues))
        context.addIssue({ code: 'custom', path: [key, ...path], message })
  }
  return checked
})
