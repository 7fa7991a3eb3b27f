import { z } from 'zod'
import { emailSchema } from '../schemas'

const instant = z.iso
  .datetime({ offset: true, message: 'must be an instant such as 2026-05-01T08:00:00Z' })
  .transform((at) => new Date(at))

/** Which marks go: of these addresses, or those that were set in a time, or all of them, which must be said. */
export const marksSchema = z.union(
  [
    z.strictObject({ addresses: z.array(emailSchema).min(1, 'must hold an address').max(1000) }),
    z.strictObject({ since: instant, until: instant.optional() }),
    z.strictObject({ all: z.literal(true) }),
  ],
  { error: 'must say which: "addresses", "since" (with "until"), or "all": true' },
)
export type Marks = z.output<typeof marksSchema>

/** `cleared`: addresses that mail goes to again; `waiting`: messages to them that weren't sent and can be sent by hand */
export type ClearedMarks = { cleared: number; waiting: number }
