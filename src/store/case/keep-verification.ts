import type { PoolClient } from 'pg'
import { applyStep } from '@/domain/case/case'
import { defaultCasePolicy } from '@/domain/case/policy'
import { slaOf } from '@/domain/case/sla'
import { nextOfVerification, silentAt, type Verification, whyUnasked } from '@/domain/case/verification'
import { hot, pool, withTransaction } from '../connection'
import { addCaseMails } from '../delivery/add-case-mails'
import { addCaseEvent } from './add-case-event'
import { type LockedCase, lockAwaited } from './lock-case'
import { spreadStep, writeStep } from './write-step'

export type AwaitedVerdict = { organizationId: string; id: string }

/** Deliveries to hand over to people, and to webhooks. */
type Kept = { deliveries: string[]; told: string[]; isChanged: boolean }

/** Resolved cases whose customer is to be asked, or has said nothing in their time. */
export const findAwaitedVerdicts = async (limit: number): Promise<AwaitedVerdict[]> => {
  const { rows } = await pool().query<AwaitedVerdict>(
    'select organization_id as "organizationId", id from cases where verify_at <= now() order by verify_at limit $1',
    [limit],
  )
  return rows
}

type Customer = {
  email: string | null
  name: string | null
  locale: string | null
  unsubscribedAt: Date | null
  isRefused: boolean
}

const findCustomer = async (client: PoolClient, organizationId: string, { customerId }: LockedCase) => {
  if (customerId === null) return undefined
  const { rows } = await client.query<Customer>(
    `select c.email, c.name, c.locale, c.unsubscribed_at as "unsubscribedAt",
            exists (select 1 from refused_addresses r where r.organization_id = c.organization_id and r.address = lower(c.email)) as "isRefused"
       from customers c where c.organization_id = $1 and c.id = $2`,
    [organizationId, customerId],
  )
  return rows[0]
}

const saveMoment = (client: PoolClient, organizationId: string, id: string, at: Date | null, asked: number | null) =>
  hot(client, 'case.awaited', 'update cases set verify_at = $3, asked_sequence = $4 where organization_id = $1 and id = $2', [
    organizationId,
    id,
    at,
    asked,
  ])

/** Asks, or says why nobody is asked; either way the same time is left for a word. */
const ask = async (client: PoolClient, organizationId: string, one: LockedCase, setting: Verification): Promise<Kept> => {
  const customer = await findCustomer(client, organizationId, one)
  const reason = whyUnasked(customer)
  const until = silentAt(setting, one.now)
  const event = { organizationId, caseId: one.id, at: one.now, by: 'system' }
  const sequence = await addCaseEvent(
    client,
    reason === undefined
      ? { ...event, type: 'ask', data: { until } }
      : { ...event, type: 'not_asked', data: { unasked: reason, until } },
  )
  await saveMoment(client, organizationId, one.id, until, sequence)
  if (reason !== undefined || !customer?.email) return { deliveries: [], told: [], isChanged: true }
  const { email, name, locale } = customer
  const people = [{ email, name, locale: locale ?? one.locale }]
  const mails = { organizationId, caseId: one.id, event: sequence, kind: 'verify', people } as const
  return { deliveries: await addCaseMails(client, mails), told: [], isChanged: true }
}

/** Silence is no word: the case is closed as any other, and counts as unverified. */
const closeUnverified = async (client: PoolClient, organizationId: string, one: LockedCase): Promise<Kept> => {
  const step = { type: 'close' } as const
  const next = applyStep(one, step, { at: one.now, sla: (severity) => slaOf(one, severity) })
  if (!next) throw new Error(`a case that is ${one.status} can't be closed`)
  const data = { reason: 'silence' }
  const written = { organizationId, locked: one, next, step, by: 'system', at: one.now, data }
  const sequence = await writeStep(client, written)
  return { deliveries: [], told: await spreadStep(client, written, sequence), isChanged: true }
}

/**
 * Looks at one resolved case whose moment has come: asks its customer, or closes it where nobody has said a word. Event, mail and
 * the next moment are one transaction under the case's lock, so each happens once, whoever looks and wherever they die.
 */
export const keepVerification = ({ organizationId, id }: AwaitedVerdict): Promise<Kept> =>
  withTransaction(async (client) => {
    const one = await lockAwaited(client, organizationId, id)
    if (!one) return { deliveries: [], told: [], isChanged: false }
    const setting = (one.casePolicy ?? defaultCasePolicy).verification
    const next = one.status === 'resolved' ? nextOfVerification(one.askedSequence !== null, setting) : 'nothing'
    if (next === 'ask') return ask(client, organizationId, one, setting)
    if (next === 'close') return closeUnverified(client, organizationId, one)
    await saveMoment(client, organizationId, id, null, one.askedSequence)
    return { deliveries: [], told: [], isChanged: false }
  })
