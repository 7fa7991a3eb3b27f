import type { PoolClient } from 'pg'
import { applyStep } from '@/domain/case/case'
import { slaOf } from '@/domain/case/sla'
import type { CaseStep } from '@/domain/case/step'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { withTransaction } from '../connection'
import { followStep } from './follow-step'
import { type LockedCase, lockBoth, lockCase } from './lock-case'
import { type Prepared, prepareStep } from './prepare-step'
import { spreadStep, writeStep } from './write-step'

export type RecordStep = {
  organizationId: string
  number: number
  step: CaseStep
  by: string
  at?: Date
  /** how many events the case had when whoever takes the step saw it: what others decided since is told, not overruled */
  seen?: number | undefined
  /** the event whose question this answers: refused where it isn't the one that is open */
  asked?: number
}

/** `told`: deliveries to webhooks. `others`: cases that changed with it. `undo`: what takes the step back, where a step can. */
export type RecordedStep = { id: string; deliveries: string[]; told: string[]; others: string[]; undo: CaseStep | null }

/** What an event keeps of a step: for a mail, the words as they leave. */
const dataOf = (step: CaseStep, { mail }: Prepared): Record<string, unknown> => {
  const { type: _, ...data } = step
  return mail ? { ...data, subject: mail.subject, text: mail.text } : data
}

/** Steps that decide nothing for anybody else. */
const harmless: readonly string[] = [
  'note',
  'recover',
  'link',
  'unlink',
  'mail',
  'join',
  'warn',
  'run_out',
  'escalate',
  'ask',
  'not_asked',
  'response_deleted',
]

/** What somebody else decided about the case since it was seen: who, and what. */
const findOverruled = async (client: PoolClient, organizationId: string, one: LockedCase, by: string, seen: number) => {
  if (one.eventCount <= seen) return undefined
  const { rows } = await client.query<{ type: string; by: string }>(
    `select e.type, coalesce((select m.name from members m join users u on u.id = m.user_id
              where m.organization_id = $1 and u.email = e.by), e.by) as by
       from case_events e where e.organization_id = $1 and e.case_id = $2 and e.sequence > $3 and e.by <> $4 and e.type <> all($5::text[])
      order by e.sequence desc limit 1`,
    [organizationId, one.id, seen, by, harmless],
  )
  return rows[0]
}

const ownerName = async (client: PoolClient, organizationId: string, one: LockedCase): Promise<string | undefined> => {
  const { rows } = await client.query<{ name: string }>(
    `select u.email as name from members m join users u on u.id = m.user_id where m.organization_id = $1 and m.id = $2
     union all select key from teams where organization_id = $1 and id = $3`,
    [organizationId, one.ownerMemberId, one.ownerTeamId],
  )
  return rows[0]?.name
}

/** Only what puts a case back exactly as it was; both stay in its history. Reopening, say, starts a fresh clock. */
const undoOf = async (client: PoolClient, organizationId: string, one: LockedCase, step: CaseStep): Promise<CaseStep | null> => {
  if (step.type !== 'assign') return null
  const owner = await ownerName(client, organizationId, one)
  return owner === undefined ? null : { type: 'assign', owner }
}

/**
 * Takes a step on a case: its event, its new state and what follows from it in one transaction, under the case's lock, so that of
 * two people acting at once the second meets the state that the first made. `at` is given only for history that is loaded.
 */
export const recordStep = (input: RecordStep): Promise<RecordedStep | Failure> =>
  withTransaction(async (client) => {
    const { organizationId, number, step, by, at: given, seen, asked } = input
    const otherNumber = step.type === 'merge' ? step.into : step.type === 'link' || step.type === 'unlink' ? step.case : undefined
    if (otherNumber !== undefined) await lockBoth(client, organizationId, [number, otherNumber])
    const locked = await lockCase(client, organizationId, number)
    if (!locked) return fail('case_not_found', `There is no case ${number}.`)
    if (asked !== undefined && locked.askedSequence !== asked) return fail('step_not_allowed', 'The question is no longer open.')
    const at = given ?? locked.now
    const overruled =
      seen === undefined || harmless.includes(step.type)
        ? undefined
        : await findOverruled(client, organizationId, locked, by, seen)
    if (overruled)
      return fail('conflict', 'Somebody else has changed the case meanwhile.', [{ path: overruled.type, message: overruled.by }])
    const next = applyStep(locked, step, { at, sla: (severity) => slaOf(locked, severity) })
    if (!next) return fail('step_not_allowed', `A case that is ${locked.status} doesn’t allow "${step.type}".`)
    const prepared = await prepareStep(client, { organizationId, locked, by }, step)
    if (isFailure(prepared)) return prepared
    const undo = await undoOf(client, organizationId, locked, step)
    const data = { ...dataOf(step, prepared), ...(asked === undefined ? {} : { asked }) }
    const written = { organizationId, locked, next, step, by, at, data, owner: prepared.owner, isPast: given !== undefined }
    const sequence = await writeStep(client, written)
    const followed = await followStep(client, { ...written, prepared, sequence }, step)
    if (isFailure(followed)) throw new Refusal(followed)
    const told = await spreadStep(client, written, sequence)
    return { id: locked.id, ...followed, undo, told }
  }).catch((error: unknown) => {
    if (error instanceof Refusal) return error.failure
    throw error
  })

/** Undoes what the transaction wrote, and carries out why. */
class Refusal extends Error {
  constructor(readonly failure: Failure) {
    super('the step was refused')
  }
}
