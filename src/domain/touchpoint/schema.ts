import { z } from 'zod'
import { channelSchema, dimensions, emailSchema, keySchema, localizedSchema, modules, phases } from '../schemas'

const uniqueKeys = (stages: readonly { key: string }[]) => new Set(stages.map((stage) => stage.key)).size === stages.length

export const journeySchema = z.strictObject({
  name: localizedSchema,
  stages: z
    .array(z.strictObject({ key: keySchema, name: localizedSchema, phase: z.enum(phases) }))
    .min(1, 'needs at least one stage')
    .max(50)
    .refine(uniqueKeys, 'stage keys must differ'),
})
export type JourneyInput = z.output<typeof journeySchema>

/** Targets are in the metric's own unit: −100…100 for NPS, 0…1 for shares, 0…100 for indexes, in the scale for means. */
export const standardSchema = z.strictObject({
  metric: z.string().regex(/^[a-zA-Z0-9][\w-]{0,63}$/, 'must be a metric’s key, sentiment or a question’s key'),
  target: z.number().min(-100).max(1_000_000),
  responseHours: z.number().positive().max(8760).optional(),
})
export type Standard = z.output<typeof standardSchema>

export const touchpointSchema = z.strictObject({
  name: localizedSchema,
  journey: keySchema,
  stage: keySchema,
  channel: channelSchema,
  dimension: z.enum(dimensions).optional(),
  module: z.enum(modules).optional(),
  /** one of the few that decide what customers think of the company: marked on the map */
  momentOfTruth: z.boolean().optional(),
  /** its place within its stage; touchpoints without one stand behind the others, oldest first */
  position: z.int().min(0).max(10_000).optional(),
  owner: z.union([emailSchema, keySchema]),
  standard: standardSchema.optional(),
  /** answers and numbers stay; the map and the pickers leave it out, and its surveys take no more answers */
  archived: z.boolean().optional(),
})
export type TouchpointInput = z.output<typeof touchpointSchema>
