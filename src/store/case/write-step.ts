import type { PoolClient } from 'pg'
import { type CaseState, isOpenStatus } from '@/domain/case/case'
import { defaultCasePolicy } from '@/domain/case/policy'
import type { CaseStep } from '@/domain/case/step'
import { askAt } from '@/domain/case/verification'
import { refreshStanding } from '../customer/refresh-standing'
import { announceCaseEvent } from '../delivery/announce'
import type { Owner } from './find-owner'
import type { LockedCase } from './lock-case'
import { acknowledgeWithCase, type KeptState, saveState } from './save-state'

export type WrittenStep = {
  organizationId: string
  locked: LockedCase
  next: CaseState
  step: CaseStep
  by: string
  at: Date
  /** what the event keeps of the step */
  data: Record<string, unknown>
  owner?: Owner | undefined
  isPast?: boolean
}

/** A fresh clock begins from nothing; what had been called for on the old one is done with. */
const levelAfter = (before: LockedCase, after: CaseState): number =>
  isOpenStatus(after.status) && !isOpenStatus(before.status) ? 0 : before.level

/** The word on whether it was mended. Reopening what was found mended takes that back. */
const verdictOf = ({ step, locked, at }: WrittenStep): KeptState['verdict'] => {
  if (step.type === 'verify') return { isFixed: step.fixed, at }
  return step.type === 'reopen' && locked.isFixed ? null : undefined
}

/** Nobody is asked about history that is loaded. */
const askAtOf = ({ step, locked, at, isPast = false }: WrittenStep): KeptState['askAt'] => {
  if (step.type !== 'resolve') return undefined
  return isPast ? null : askAt((locked.casePolicy ?? defaultCasePolicy).verification, at)
}

/** Writes a step that the life cycle allows: the case's state and the event. Answers the event's place. */
export const writeStep = async (client: PoolClient, written: WrittenStep): Promise<number> => {
  const { organizationId, locked, next, step, by, at, data, owner, isPast = false } = written
  const kept = { ...next, level: levelAfter(locked, next), isPast, askAt: askAtOf(written), verdict: verdictOf(written) }
  const sequence = await saveState(client, organizationId, locked.id, kept, owner)
  await client.query(
    'insert into case_events (organization_id, case_id, sequence, type, at, by, data) values ($1, $2, $3, $4, $5, $6, $7)',
    [organizationId, locked.id, sequence, step.type, at, by, JSON.stringify(data)],
  )
  return sequence
}

/** What every written step brings about elsewhere, and the webhooks that are told. Answers their deliveries. */
export const spreadStep = async (client: PoolClient, written: WrittenStep, sequence: number): Promise<string[]> => {
  const { organizationId, locked, next, step, by, at, isPast = false } = written
  const { id, customerId } = locked
  // At every step, not the first alone: what joined an acknowledged case is acknowledged with it.
  if (next.acknowledgedAt !== null && next.status !== 'open') await acknowledgeWithCase(client, organizationId, id, at, by)
  if (customerId && (step.type === 'split' || isOpenStatus(locked.status) !== isOpenStatus(next.status)))
    await refreshStanding(client, [{ organizationId, id: customerId }])
  return isPast ? [] : announceCaseEvent(client, organizationId, { caseId: id, sequence, type: step.type })
}
