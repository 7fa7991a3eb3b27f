import { z } from 'zod'
import { conditionSchema } from '../condition/schema'
import { keySchema, localeSchema, localizedSchema } from '../schemas'
import type { SurveyDefinition } from './definition'
import { findLogicFaults } from './logic-faults'
import { mostLogic, weightOfLogic } from './logic-weight'
import { httpUrl, questionKeySchema } from './option-schema'
import { questionSchema } from './question-schema'

const originSchema = z
  .string()
  .regex(/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i, 'must be an origin such as https://shop.example, without a path')
  .transform((origin) => origin.toLowerCase())

const jumpSchema = z
  .strictObject({
    when: conditionSchema.optional(),
    page: keySchema.optional(),
    end: z.enum(['completed', 'disqualified']).optional(),
  })
  .refine(({ page, end }) => (page === undefined) !== (end === undefined), 'must name either a page or an end')

const pageSchema = z.strictObject({
  key: keySchema.optional(),
  title: localizedSchema.optional(),
  showIf: conditionSchema.optional(),
  questions: z.array(questionSchema).min(1, 'needs at least one question').max(100),
  randomize: z.boolean().optional(),
  jumps: z.array(jumpSchema).max(50).optional(),
})

const quotaSchema = z.strictObject({
  key: keySchema,
  when: conditionSchema.optional(),
  limit: z.int().min(0).max(10_000_000),
})

const outcomes = ['completed', 'disqualified', 'quota_full'] as const

const localesSchema = z
  .array(localeSchema)
  .min(1)
  .max(50)
  .superRefine((locales, context) => {
    const all = locales.map((locale) => locale.toLowerCase())
    all.forEach((locale, index) => {
      if (all.indexOf(locale) < index)
        context.addIssue({ code: 'custom', path: [index], message: `"${locales[index]}" is named twice` })
    })
  })
  .default(['en'])

const linkSchema = z.union([
  httpUrl.transform((url) => ({ url })),
  z.strictObject({ url: httpUrl, text: localizedSchema.optional() }),
])

/**
 * A survey as people write it; the output has its defaults filled in. Beyond shapes it finds keys used twice and
 * conditions that ask for a question that doesn't exist or comes later.
 */
export const surveySchema: z.ZodType<SurveyDefinition> = z
  .strictObject({
    touchpoint: keySchema,
    locales: localesSchema,
    title: localizedSchema,
    pages: z.array(pageSchema).min(1, 'needs at least one page').max(100),
    thanks: z
      .array(
        z.strictObject({
          outcome: z.enum(outcomes).optional(),
          when: conditionSchema.optional(),
          text: localizedSchema,
          link: linkSchema.optional(),
        }),
      )
      .max(20)
      .default([]),
    quotas: z.array(quotaSchema).max(50).optional(),
    hiddenFields: z.array(questionKeySchema).max(50).optional(),
    theme: z
      .strictObject({
        color: z
          .string()
          .regex(/^#([0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a colour such as #0a7 or #00aa77')
          .optional(),
        logo: httpUrl.optional(),
        font: z
          .string()
          .max(100)
          .regex(/^(?:[\w ,-]|'[\w ,-]*')+$/, 'must be a list of font names')
          .optional(),
      })
      .optional(),
    idleSeconds: z.int().min(5).max(86_400).default(60),
    origins: z.array(originSchema).max(100).optional(),
    anonymous: z.boolean().optional(),
    progress: z.boolean().optional(),
  })
  .superRefine((definition, context) => {
    const weight = weightOfLogic(definition as SurveyDefinition)
    if (weight > mostLogic)
      context.addIssue({
        code: 'custom',
        path: ['pages'],
        message: `its conditions compare with ${weight.toLocaleString('en')} values in all; at most ${mostLogic.toLocaleString('en')} are possible`,
      })
    for (const { path, message } of findLogicFaults(definition as SurveyDefinition))
      context.addIssue({ code: 'custom', path, message })
  }) as z.ZodType<SurveyDefinition>
