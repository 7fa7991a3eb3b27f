import { z } from 'zod'

/** Jobs carry ids and nothing else: the queue holds no personal data, and a lost queue loses nothing. */
const reference = z.strictObject({ organizationId: z.uuid(), id: z.uuid() })

export type Reference = z.output<typeof reference>

export const jobs = {
  /** a response owes scores: scoredRevision < revision */
  'score-response': { payload: reference.extend({ revision: z.int() }), concurrency: 64, attempts: 3 },
  /** a scored response owes the rules' verdict: evaluatedRevision < scoredRevision; few at once, since each holds a connection */
  'evaluate-rules': { payload: reference.extend({ revision: z.int() }), concurrency: 4, attempts: 3 },
  /** a delivery is due; its own retries are rows, so the job runs once */
  'deliver-message': { payload: reference.extend({ attempt: z.int() }), concurrency: 8, attempts: 1 },
  /** a webhook's or a chat's message is due; their workers wait for answers and do little else */
  'deliver-to-target': { payload: reference.extend({ attempt: z.int() }), concurrency: 64, attempts: 1 },
  /** somebody waits for a file of responses */
  'write-export': { payload: reference.extend({ attempt: z.int() }), concurrency: 2, attempts: 1 },
  /** rollups are to be counted again */
  'rebuild-rollups': { payload: reference.extend({ attempt: z.int() }), concurrency: 1, attempts: 1 },
} as const

export type JobName = keyof typeof jobs
export type Payload<N extends JobName> = z.output<(typeof jobs)[N]['payload']>

/** The same work asked for twice is one job. BullMQ's ids may not contain ":". */
export const jobIdOf = <N extends JobName>(name: N, payload: Payload<N>): string => {
  const turn = 'revision' in payload ? payload.revision : payload.attempt
  return `${name}_${payload.organizationId}_${payload.id}_${turn}`
}

export const jobNames = Object.keys(jobs) as JobName[]
