import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import { dueOf } from '@/domain/case/sla'
import type { CaseStep, StepOf } from '@/domain/case/step'
import { type Failure, fail } from '@/domain/errors'
import { addCaseMails } from '../delivery/add-case-mails'
import { addCaseEvent } from './add-case-event'
import { asAddressed, findTold } from './find-people'
import type { LockedCase } from './lock-case'
import type { Prepared, Stepping } from './prepare-step'

type Following = Stepping & { prepared: Prepared; at: Date; sequence: number; isPast: boolean }
/** Deliveries to hand over, and other cases that changed. */
export type Followed = { deliveries: string[]; others: string[] }

const nothing: Followed = { deliveries: [], others: [] }

const moveResponses = (
  client: PoolClient,
  organizationId: string,
  from: string,
  to: string,
  responses: readonly string[] | null,
) =>
  client.query(
    `with gone as (
       delete from case_responses where organization_id = $1 and case_id = $2 and ($4::uuid[] is null or response_id = any($4)) returning response_id),
     there as (
       insert into case_responses (organization_id, case_id, response_id) select $1, $3, response_id from gone on conflict do nothing)
     update alerts set case_id = $3 where organization_id = $1 and case_id = $2 and ($4::uuid[] is null or response_id = any($4))`,
    [organizationId, from, to, responses],
  )

const followMerge = async (client: PoolClient, { organizationId, locked, prepared, at, by }: Following): Promise<Followed> => {
  const into = prepared.other as LockedCase
  await moveResponses(client, organizationId, locked.id, into.id, null)
  const data = { case: locked.number }
  await addCaseEvent(client, { organizationId, caseId: into.id, type: 'merged', at, by, data })
  return { deliveries: [], others: [into.id] }
}

/** The new case begins as the old one stands: its severity and owner, on a clock of its own. */
const followSplit = async (client: PoolClient, about: Following, step: StepOf<'split'>): Promise<Followed | Failure> => {
  const { organizationId, locked, at, by, sequence } = about
  const { rows } = await client.query<{ id: string }>(
    'select response_id as id from case_responses where organization_id = $1 and case_id = $2',
    [organizationId, locked.id],
  )
  const responses = [...new Set(step.responses)]
  if (responses.some((id) => !rows.some((row) => row.id === id)))
    return fail('reference_missing', undefined, [{ path: 'responses', message: 'must be answers of this case' }])
  if (responses.length === rows.length) return fail('step_not_allowed', 'At least one answer must stay with the case.')
  const id = uuidV7()
  const opened = await client.query<{ number: number }>(
    `with numbered as (update organizations set case_counter = case_counter + 1 where id = $1 returning case_counter)
     insert into cases (organization_id, id, number, status, severity, touchpoint_id, owner_member_id, owner_team_id, customer_id, opened_at, due_at, event_count, updated_at)
     select $1, $2, case_counter, 'open', $3, $4, $5::uuid, $6::uuid, $7::uuid, $8::timestamptz, $9::timestamptz, 0, now() from numbered returning number`,
    [
      organizationId,
      id,
      locked.severity,
      locked.touchpointId,
      locked.ownerMemberId,
      locked.ownerTeamId,
      locked.customerId,
      at,
      dueOf(locked, locked.severity, at),
    ],
  )
  const number = opened.rows[0]?.number
  await moveResponses(client, organizationId, locked.id, id, responses)
  const data = { response: responses[0], severity: locked.severity, case: locked.number }
  await addCaseEvent(client, { organizationId, caseId: id, type: 'open', at, by, data })
  await client.query(
    `update case_events set data = data || jsonb_build_object('case', $4::int) where organization_id = $1 and case_id = $2 and sequence = $3`,
    [organizationId, locked.id, sequence, number],
  )
  return { deliveries: [], others: [id] }
}

/** The other case tells it too. */
const followLink = async (client: PoolClient, about: Following, type: 'link' | 'unlink'): Promise<Followed> => {
  const { organizationId, locked, prepared, at, by } = about
  const other = prepared.other as LockedCase
  await addCaseEvent(client, { organizationId, caseId: other.id, type, at, by, data: { case: locked.number } })
  return { deliveries: [], others: [other.id] }
}

/** Whose case it is hears that it isn't mended, unless they say so themselves. */
const followVerdict = async (client: PoolClient, about: Following): Promise<Followed> => {
  const { organizationId, locked, by, sequence } = about
  const told = (await findTold(client, organizationId, locked, 'case_owner')).filter(({ email }) => email !== by)
  const mails = { organizationId, caseId: locked.id, event: sequence, kind: 'case', people: asAddressed(locked, told) } as const
  return { ...nothing, deliveries: await addCaseMails(client, mails) }
}

/** What a step brings about beside the case's own state, in the same transaction. */
export const followStep = async (client: PoolClient, about: Following, step: CaseStep): Promise<Followed | Failure> => {
  const { organizationId, locked, prepared, sequence } = about
  const mails = { organizationId, caseId: locked.id, event: sequence }
  if (step.type === 'merge') return followMerge(client, about)
  if (step.type === 'split') return followSplit(client, about, step)
  if (step.type === 'link' || step.type === 'unlink') return followLink(client, about, step.type)
  if (step.type === 'verify' && !step.fixed && !about.isPast) return followVerdict(client, about)
  if (step.type === 'mail' && prepared.mail)
    return { ...nothing, deliveries: await addCaseMails(client, { ...mails, kind: 'customer', people: [prepared.mail] }) }
  if (step.type === 'note' && prepared.mentioned) {
    const people = asAddressed(locked, prepared.mentioned)
    return { ...nothing, deliveries: await addCaseMails(client, { ...mails, kind: 'case', people }) }
  }
  return nothing
}
