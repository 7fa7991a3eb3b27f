import { z } from 'zod'
import { responseRuleSchema } from '../alert/rule'
import { freeKey } from '../free-key'
import type { Programme } from '../programme/schema'
import { channelSchema, dimensions, keySchema, phases } from '../schemas'
import { surveySchema } from '../survey/schema'
import { standardSchema } from '../touchpoint/schema'

/** A template is complete in both of the console's languages. */
const bothLanguages = z.strictObject({ en: z.string().min(1), 'zh-CN': z.string().min(1) })

/** A template as its file has it. The survey lacks its touchpoint, the rule whom it tells: both come with the use. */
export const templateSchema = z.strictObject({
  name: bothLanguages,
  purpose: bothLanguages,
  /** how to read the results */
  reading: bothLanguages,
  /** what it measures: nps, csat, ces, experience-gap, or a question's key */
  metric: z.string().min(1),
  touchpoint: z.strictObject({
    key: keySchema,
    name: bothLanguages,
    phase: z.enum(phases),
    channel: channelSchema,
    dimension: z.enum(dimensions),
    standard: standardSchema.optional(),
  }),
  survey: z.looseObject({}).transform((survey, context) => {
    const parsed = surveySchema.safeParse({ ...survey, touchpoint: 'touchpoint', locales: ['en', 'zh-CN'] })
    if (parsed.success) return parsed.data
    for (const { path, message } of parsed.error.issues) context.addIssue({ code: 'custom', path: [...path], message })
    return z.NEVER
  }),
  rule: responseRuleSchema.omit({ touchpoints: true, notify: true, enabled: true }).extend({ key: keySchema }),
})
export type Template = z.output<typeof templateSchema> & { key: string }

type Known = Pick<Programme, 'journeys'> & Record<'touchpoints' | 'surveys' | 'alertRules', Readonly<Record<string, unknown>>>

const freeIn = (key: string, taken: Readonly<Record<string, unknown>>): string =>
  freeKey(key, (one) => Object.hasOwn(taken, one), '-')

const firstJourney: Programme['journeys'][string] = {
  name: { en: 'Customer journey', 'zh-CN': '客户旅程' },
  stages: [
    { key: 'discover', name: { en: 'Discover', 'zh-CN': '了解' }, phase: 'pre-sale' },
    { key: 'buy', name: { en: 'Buy', 'zh-CN': '购买' }, phase: 'sale' },
    { key: 'use', name: { en: 'Use', 'zh-CN': '使用' }, phase: 'after-sale' },
  ],
}

/** The first stage of the template's phase, on the first journey that has one; a first journey where there is none. */
const placeFor = ({ touchpoint }: Template, { journeys }: Known) => {
  for (const [journey, { stages }] of Object.entries(journeys)) {
    const stage = stages.find(({ phase }) => phase === touchpoint.phase)
    if (stage) return { journey, stage: stage.key, journeys: {} }
  }
  const journey = freeIn('customer', journeys)
  const stage = firstJourney.stages.find(({ phase }) => phase === touchpoint.phase)?.key ?? 'use'
  return { journey, stage, journeys: { [journey]: firstJourney } }
}

/**
 * A template as a piece of programme: a touchpoint of the owner's, a survey that is a draft yet, and a rule that tells the
 * touchpoint's owner. Keys that are taken get a number, so using a template twice changes nothing that is there.
 */
export const fillTemplate = (template: Template, owner: string, known: Known) => {
  const { key: touchpointKey, phase: _, ...touchpoint } = template.touchpoint
  const { key: ruleKey, ...rule } = template.rule
  const place = placeFor(template, known)
  const keys = {
    touchpoint: freeIn(touchpointKey, known.touchpoints),
    survey: freeIn(template.key, known.surveys),
    rule: freeIn(ruleKey, known.alertRules),
  }
  return {
    keys,
    programme: {
      journeys: place.journeys,
      touchpoints: { [keys.touchpoint]: { ...touchpoint, journey: place.journey, stage: place.stage, owner } },
      surveys: { [keys.survey]: { ...template.survey, touchpoint: keys.touchpoint, publish: false } },
      alertRules: {
        [keys.rule]: { ...rule, touchpoints: [keys.touchpoint], notify: [{ to: 'touchpoint_owner', by: 'email' }] },
      },
    },
  }
}
