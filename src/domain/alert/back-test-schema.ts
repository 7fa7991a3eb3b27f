import { z } from 'zod'

export const longestDays = 400

const days = z.int().min(1).max(longestDays).default(30)

/** `rule`: as it would be saved; without it the stored one is tested. */
export const backTestSchema = z.strictObject({ days, rule: z.unknown().optional() })

/** `notify`: whether people are told and cases opened, as if the answers came now. */
export const pastAlertsSchema = z.strictObject({ days, notify: z.boolean().default(false) })
