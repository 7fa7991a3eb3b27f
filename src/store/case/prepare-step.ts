import type { PoolClient } from 'pg'
import { isOpenStatus } from '@/domain/case/case'
import { fillTemplate } from '@/domain/case/fill-template'
import { linkedCases } from '@/domain/case/links'
import type { CaseOptions } from '@/domain/case/options'
import type { CaseStep, StepOf } from '@/domain/case/step'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { localize } from '@/domain/localized'
import type { Recipient } from '../alert/find-recipients'
import { findOwner, type Owner } from './find-owner'
import { findMembers } from './find-people'
import type { LockedCase } from './lock-case'
import { lockCase } from './lock-case'
import { type OptionRow, optionsStatement, overlay } from './read-options'

export type Stepping = { organizationId: string; locked: LockedCase; by: string }

/** What a step needs beside the case itself, found and checked before anything is written. */
export type Prepared = {
  owner?: Owner
  mentioned?: Recipient[]
  other?: LockedCase
  mail?: { email: string; name: string | null; locale: string; subject: string; text: string }
}

const missing = (path: string, message: string): Failure => fail('reference_missing', undefined, [{ path, message }])

const readOptions = async (client: PoolClient, organizationId: string): Promise<CaseOptions> =>
  overlay((await client.query<OptionRow>(optionsStatement, [organizationId])).rows)

/** An option that is offered: there, and not archived. */
const offered = <T extends { archived: boolean }>(options: Readonly<Record<string, T>>, key: string): T | undefined => {
  const found = Object.hasOwn(options, key) ? options[key] : undefined
  return found?.archived ? undefined : found
}

type Customer = {
  email: string | null
  name: string | null
  locale: string | null
  unsubscribedAt: Date | null
  writer: string | null
}

const prepareMail = async (client: PoolClient, { organizationId, locked, by }: Stepping, step: StepOf<'mail'>) => {
  const { rows } = await client.query<Customer>(
    `select c.email, c.name, c.locale, c.unsubscribed_at as "unsubscribedAt",
            (select m.name from members m join users u on u.id = m.user_id where m.organization_id = $1 and u.email = $3) as writer
       from customers c where c.organization_id = $1 and c.id = $2`,
    [organizationId, locked.customerId, by],
  )
  const [customer] = rows
  if (!customer?.email) return fail('step_not_allowed', 'The customer has no email address.')
  if (customer.unsubscribedAt) return fail('step_not_allowed', 'The customer asked not to be written to any more.')
  const template =
    step.template === undefined ? undefined : offered((await readOptions(client, organizationId)).caseMails, step.template)
  if (step.template !== undefined && !template) return missing('template', `there is no mail "${step.template}"`)
  const locale = customer.locale ?? locked.locale
  const values = {
    customer: customer.name ?? '',
    owner: customer.writer ?? localize(locked.organizationName, locale),
    organization: localize(locked.organizationName, locale),
    touchpoint: localize(locked.touchpointName, locale),
    case: String(locked.number),
  }
  const fill = (own: string | undefined, its: Parameters<typeof localize>[0]) =>
    fillTemplate(own ?? localize(its, locale, locked.locale), values)
  const subject = fill(step.subject, template?.subject).replace(/\s+/g, ' ')
  return { mail: { email: customer.email, name: customer.name, locale, subject, text: fill(step.text, template?.text) } }
}

const findOther = async (client: PoolClient, { organizationId, locked }: Stepping, path: string, number: number) => {
  const other = number === locked.number ? undefined : await lockCase(client, organizationId, number)
  return other ? { other } : missing(path, `there is no other case ${number}`)
}

/** The same again would stand in both histories as something that happened. */
const prepareLink = async (client: PoolClient, about: Stepping, step: StepOf<'link' | 'unlink'>) => {
  const found = await findOther(client, about, 'case', step.case)
  if (isFailure(found)) return found
  const { rows } = await client.query<Parameters<typeof linkedCases>[0][number]>(
    `select type, data from case_events where organization_id = $1 and case_id = $2 and type in ('link', 'unlink') order by sequence`,
    [about.organizationId, about.locked.id],
  )
  const isLinked = linkedCases(rows).includes(step.case)
  if (isLinked === (step.type === 'unlink')) return found
  return fail('step_not_allowed', `Case ${step.case} ${isLinked ? 'is linked already' : 'is not linked'}.`)
}

/** Finds what a step speaks of, or says what isn't there or why it can't be done. */
export const prepareStep = async (client: PoolClient, about: Stepping, step: CaseStep): Promise<Prepared | Failure> => {
  const { organizationId, by } = about
  if (step.type === 'assign' || step.type === 'take') {
    const name = step.type === 'assign' ? step.owner : by
    const owner = await findOwner(client, organizationId, name)
    return owner ? { owner } : missing('owner', `there is no active member or team "${name}"`)
  }
  if (step.type === 'note' && step.mentions) {
    const mentioned = await findMembers(client, organizationId, step.mentions)
    const unknown = step.mentions.find((email) => !mentioned.some((one) => one.email === email))
    return unknown === undefined ? { mentioned } : missing('mentions', `there is no active member "${unknown}"`)
  }
  if (step.type === 'resolve' && !offered((await readOptions(client, organizationId)).rootCauses, step.rootCause))
    return missing('rootCause', `there is no root cause "${step.rootCause}"`)
  if (step.type === 'recover' && !offered((await readOptions(client, organizationId)).recoveryActions, step.action))
    return missing('action', `there is no recovery action "${step.action}"`)
  if (step.type === 'mail') return prepareMail(client, about, step)
  if (step.type === 'link' || step.type === 'unlink') return prepareLink(client, about, step)
  if (step.type === 'merge') {
    const found = await findOther(client, about, 'into', step.into)
    if ('other' in found && !isOpenStatus(found.other.status))
      return fail('step_not_allowed', `Case ${step.into} is ${found.other.status}; nothing can be merged into it.`)
    return found
  }
  return {}
}
