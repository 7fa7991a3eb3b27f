import type { PoolClient } from 'pg'
import { isOpenStatus } from '@/domain/case/case'
import { defaultCasePolicy } from '@/domain/case/policy'
import { slaOf } from '@/domain/case/sla'
import { type ClockCall, watchClock } from '@/domain/case/watch'
import { hot, pool, withTransaction } from '../connection'
import { addCaseMails } from '../delivery/add-case-mails'
import { addCaseEvent } from './add-case-event'
import { findOwner } from './find-owner'
import { asAddressed, findTold } from './find-people'
import { type LockedCase, lockDueCase } from './lock-case'

export type DueClock = { organizationId: string; id: string }

/** Running cases whose clock is to be looked at. */
export const findDueClocks = async (limit: number): Promise<DueClock[]> => {
  const { rows } = await pool().query<DueClock>(
    `select organization_id as "organizationId", id from cases where sla_at <= now() order by sla_at limit $1`,
    [limit],
  )
  return rows
}

/** The last step of a chain may give the case to somebody else: an event of its own, as if a person had done it. */
const giveTo = async (client: PoolClient, organizationId: string, one: LockedCase, to: string): Promise<void> => {
  const name = to.slice(to.indexOf(':') + 1)
  const owner = await findOwner(client, organizationId, name)
  // They may have left since the chain was written; the administrators are told, and the case stays where it is.
  if (!owner) return
  await client.query('update cases set owner_member_id = $3, owner_team_id = $4 where organization_id = $1 and id = $2', [
    organizationId,
    one.id,
    owner.member,
    owner.team,
  ])
  const data = { owner: name, reason: 'escalation' }
  await addCaseEvent(client, { organizationId, caseId: one.id, type: 'assign', at: one.now, by: 'system', data })
}

const answerCall = async (client: PoolClient, organizationId: string, one: LockedCase, call: ClockCall): Promise<string[]> => {
  const event = { organizationId, caseId: one.id, at: one.now, by: 'system' }
  if (call.type === 'run_out') {
    await addCaseEvent(client, { ...event, type: 'run_out', data: { dueAt: one.dueAt } })
    return []
  }
  const people = await findTold(client, organizationId, one, call.type === 'warn' ? 'case_owner' : call.to)
  const told = people.map(({ email }) => email)
  const data =
    call.type === 'warn'
      ? { dueAt: one.dueAt, told }
      : { step: call.step, to: call.to, assign: call.assign, told, dueAt: one.dueAt }
  const sequence = await addCaseEvent(client, { ...event, type: call.type, data })
  if (call.type === 'escalate' && call.assign) await giveTo(client, organizationId, one, call.to)
  return addCaseMails(client, { organizationId, caseId: one.id, event: sequence, kind: 'case', people: asAddressed(one, people) })
}

/**
 * Looks at one case's clock: warns, notes that it ran out, goes on along the chain. Events, messages and how far it came are
 * one transaction under the case's lock, so it happens once, whoever looks and wherever they die. Answers the new deliveries.
 */
export const keepClock = ({ organizationId, id }: DueClock): Promise<{ deliveries: string[]; isChanged: boolean }> =>
  withTransaction(async (client) => {
    const one = await lockDueCase(client, organizationId, id)
    if (!one) return { deliveries: [], isChanged: false }
    const policy = one.casePolicy ?? defaultCasePolicy
    const { calls, level, nextAt } = isOpenStatus(one.status)
      ? watchClock(one, policy, slaOf(one, one.severity), one.now)
      : { calls: [], level: one.level, nextAt: null }
    const deliveries: string[] = []
    for (const call of calls) deliveries.push(...(await answerCall(client, organizationId, one, call)))
    await hot(client, 'case.keep-clock', 'update cases set sla_at = $3, sla_level = $4 where organization_id = $1 and id = $2', [
      organizationId,
      id,
      nextAt,
      level,
    ])
    return { deliveries, isChanged: calls.length > 0 }
  })
