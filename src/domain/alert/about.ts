import { z } from 'zod'
import { keySchema } from '../schemas'

/** What a rule's numbers must at least stand on: under it, chance says more than the numbers do. */
const least = (fallback: number, smallest: number) => z.int().min(smallest).max(1_000_000).default(fallback)

/** For how long the same touchpoint, or the organization, isn't told of again. */
const againHours = (fallback: number) => z.number().positive().max(8760).default(fallback)

/**
 * What a rule is about, where it isn't single answers. `no_answer`: an invitation that nobody has answered for so many days;
 * `shift`: a touchpoint's metric (nps, csat, ces or one of one's own) has stood elsewhere since a day within the last two weeks
 * (domain/analysis/find-shift);
 * `standard_missed`: its standard over the last days, beyond chance; `overdue_share`: the share of the cases of the last days that
 * ran out; `dead_deliveries`: messages that could not be delivered.
 */
export const aboutSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('no_answer'), days: z.int().min(1).max(60).default(7) }),
  z.strictObject({
    kind: z.literal('shift'),
    metric: keySchema.optional(),
    direction: z.enum(['worse', 'either']).default('worse'),
    least: least(30, 30),
    againHours: againHours(168),
  }),
  z.strictObject({
    kind: z.literal('standard_missed'),
    days: z.int().min(1).max(366).default(28),
    least: least(30, 10),
    againHours: againHours(168),
  }),
  z.strictObject({
    kind: z.literal('overdue_share'),
    days: z.int().min(1).max(366).default(7),
    percent: z.number().min(0).max(99.9).default(20),
    least: least(10, 1),
    againHours: againHours(24),
  }),
  z.strictObject({
    kind: z.literal('dead_deliveries'),
    hours: z.int().min(1).max(720).default(24),
    least: least(1, 1),
    againHours: againHours(24),
  }),
])

export type About = z.output<typeof aboutSchema>
export type AboutKind = About['kind']
export type AboutOf<K extends AboutKind> = Extract<About, { kind: K }>

/** The metric that a rule names: every touchpoint is judged by it, instead of by what it is shown by. */
export const namedMetric = (about: About): string | undefined => (about.kind === 'shift' ? about.metric : undefined)

/**
 * How often the worker looks whether such a rule holds. Numbers of days move slowly, and are added up anew at each look; what waits for
 * an invitation's answer moves by the minute.
 */
export const watchEverySeconds: Record<AboutKind, number> = {
  ...{ no_answer: 300, shift: 900, standard_missed: 900, overdue_share: 900, dead_deliveries: 60 },
}
