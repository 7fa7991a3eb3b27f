import { z } from 'zod'
import { readCondition } from '../condition/read-condition'
import type { Localized } from '../localized'
import { clean } from '../response/clean'
import { channelSchema, keySchema, localizedSchema, roleSchema } from '../schemas'
import { columns, mostRows, settle } from './layout'
import { breakdownGroups, mostSegments, mostWidgets, type WidgetKind } from './widget-kinds'

const texts = (text: Localized): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text))
const short = (most: number) =>
  localizedSchema
    .transform((text): Localized => clean(text))
    .refine((text) => texts(text).every((one) => one.length > 0 && one.length <= most), `takes 1 to ${most} characters`)

const conditionText = z
  .string()
  .min(1)
  .max(8000)
  .transform(clean<string>)
  .refine((text) => 'value' in readCondition(text), 'is no condition')

/** What a widget is narrowed to beside what its dashboard is. */
const ownNarrowing = z.strictObject({
  journey: keySchema.optional(),
  touchpoint: keySchema.optional(),
  survey: keySchema.optional(),
  channel: channelSchema.optional(),
  where: conditionText.optional(),
})
export type OwnNarrowing = z.output<typeof ownNarrowing>

const place = {
  id: z.string().regex(/^[a-z0-9-]{1,36}$/, 'must be 1 to 36 of a–z, 0–9 and "-"'),
  x: z
    .int()
    .min(0)
    .max(columns - 1),
  y: z.int().min(0).max(10_000),
  w: z.int().min(1).max(columns),
  h: z.int().min(1).max(mostRows),
  title: short(80).optional(),
}
const narrowable = { ...place, only: ownNarrowing.optional() }
/** one of the field's or of the organization's own; a widget whose metric is gone says so */
const metric = keySchema
const of = <Kind extends WidgetKind>(kind: Kind) => z.literal(kind)

export const widgetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: of('number'), ...narrowable, metric }),
  z.strictObject({ kind: of('trend'), ...narrowable, metric }),
  z.strictObject({
    kind: of('breakdown'),
    ...narrowable,
    metric,
    by: z.enum(breakdownGroups),
    /** conditions with the names that they were kept under */
    segments: z
      .array(z.strictObject({ name: z.string().trim().min(1).max(80), where: conditionText }))
      .max(mostSegments)
      .optional(),
  }),
  z.strictObject({ kind: of('distribution'), ...narrowable, metric }),
  z.strictObject({ kind: of('changes'), ...narrowable }),
  z.strictObject({ kind: of('rates'), ...narrowable }),
  z.strictObject({ kind: of('journey'), ...narrowable }),
  z.strictObject({ kind: of('gap'), ...place, survey: keySchema.optional() }),
  z.strictObject({ kind: of('newest'), ...narrowable }),
  z.strictObject({ kind: of('cases'), ...place, touchpoint: keySchema.optional() }),
  z.strictObject({ kind: of('alerts'), ...place, touchpoint: keySchema.optional() }),
  z.strictObject({ kind: of('loop'), ...place }),
  z.strictObject({ kind: of('note'), ...place, text: short(2000) }),
])
export type Widget = z.output<typeof widgetSchema>

/** What people give a dashboard; widgets come out in reading order, none over another. */
export const dashboardSchema = z.strictObject({
  name: short(80),
  isShared: z.boolean(),
  widgets: z
    .array(widgetSchema)
    .max(mostWidgets, `takes at most ${mostWidgets} widgets`)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'have an id each')
    .transform((all) => settle(all)),
})
export type DashboardInput = z.output<typeof dashboardSchema>

/** `revision`: the one that was edited; a save over a newer one is a conflict. */
export const dashboardSaveSchema = z.strictObject({ revision: z.int().min(1), dashboard: dashboardSchema })

/** Which shared dashboard a role opens at; null for the overview. */
export const roleDefaultSchema = z.strictObject({ role: roleSchema, dashboardId: z.string().nullable() })
