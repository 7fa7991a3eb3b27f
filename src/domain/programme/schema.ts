import { z } from 'zod'
import { ruleSchema } from '../alert/rule'
import { caseMailSchema, recoveryActionSchema, rootCauseSchema } from '../case/options'
import { chatSchema, webhookSchema } from '../delivery/target-schema'
import { metricsSchema } from '../metric/schema'
import { memberSchema, settingsSchema, teamSchema } from '../organization/schema'
import { deepestIssues } from '../parse'
import { emailSchema, keySchema } from '../schemas'
import { surveySchema } from '../survey/schema'
import { journeySchema, touchpointSchema } from '../touchpoint/schema'

const byKey = <S extends z.ZodType>(value: S) => z.record(keySchema, value).default({})

/** A survey in a file may stay unpublished: `publish: false`. Its faults are told at their place in the file. */
const surveyInFile = z.looseObject({ publish: z.boolean().default(true) }).transform(({ publish, ...rest }, context) => {
  const parsed = surveySchema.safeParse(rest)
  if (parsed.success) return { publish, definition: parsed.data }
  for (const { path, message } of deepestIssues(parsed.error.issues))
    context.addIssue({ code: 'custom', path: [...path], message })
  return z.NEVER
})

/**
 * The whole programme as one file: the shapes of the `PUT …/{key}` calls, each under its key.
 * Sections are optional: what a file doesn't name stays as it is.
 */
export const programmeSchema = z.strictObject({
  settings: settingsSchema.optional(),
  members: z.record(emailSchema, memberSchema).default({}),
  teams: byKey(teamSchema),
  journeys: byKey(journeySchema),
  touchpoints: byKey(touchpointSchema),
  surveys: byKey(surveyInFile),
  metrics: metricsSchema.default({}),
  webhooks: byKey(webhookSchema),
  chats: byKey(chatSchema),
  alertRules: byKey(ruleSchema),
  rootCauses: byKey(rootCauseSchema),
  recoveryActions: byKey(recoveryActionSchema),
  caseMails: byKey(caseMailSchema),
})

export type Programme = z.output<typeof programmeSchema>
