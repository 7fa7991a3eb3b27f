import type { Found } from '@/domain/alert/finding'
import { log } from '@/observe/logger'
import { enqueue } from '@/queue/producer'
import { raiseFinding } from '@/store/alert/raise-finding'
import { publishLive } from '@/store/live/publish-live'
import { claimWatchedRules, type WatchedRule } from '@/store/rule/claim-watched'
import { findDead, findOverdue, findSilent } from './find-others'
import { findMissedStandards, findShifts } from './find-series'

const find = (rule: WatchedRule, now: Date): Promise<Found[]> => {
  const { about } = rule
  switch (about.kind) {
    case 'no_answer':
      return findSilent(rule, about)
    case 'shift':
      return findShifts(rule, about, now)
    case 'standard_missed':
      return findMissedStandards(rule, about, now)
    case 'overdue_share':
      return findOverdue(rule, about)
    case 'dead_deliveries':
      return findDead(rule, about)
  }
}

/** Looks whether one rule holds, and raises what it finds. Answers how many alerts that were. */
export const watchRule = async (rule: WatchedRule, now: Date): Promise<number> => {
  const { organizationId, about } = rule
  const againHours = 'againHours' in about ? about.againHours : undefined
  let raised = 0
  for (const found of await find(rule, now)) {
    const { alerts, deliveries, told } = await raiseFinding(organizationId, rule, found, againHours)
    raised += alerts.length
    await enqueue(
      'deliver-message',
      deliveries.map((id) => ({ organizationId, id, attempt: 0 })),
    )
    await enqueue(
      'deliver-to-target',
      told.map((id) => ({ organizationId, id, attempt: 0 })),
    )
    await publishLive(alerts.map((id) => ({ organizationId, type: 'alert', id })))
  }
  return raised
}

const mostAtOnce = 20

/**
 * Looks at the rules that are about more than single answers and whose time has come. One that fails is looked at again in its turn: the
 * others don't wait for it.
 */
export const watchRules = async (now = new Date()): Promise<number> => {
  let raised = 0
  for (const rule of await claimWatchedRules(mostAtOnce)) {
    try {
      raised += await watchRule(rule, now)
    } catch (err) {
      log().error(
        { err, rule: rule.key, organizationId: rule.organizationId },
        'a rule could not be looked at; it comes round again',
      )
    }
  }
  return raised
}
