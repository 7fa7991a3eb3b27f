import type { Found } from '@/domain/alert/finding'
import type { SlowMetric } from '@/domain/alert/trouble'
import { log } from '@/observe/logger'
import { enqueue } from '@/queue/producer'
import { raiseFinding } from '@/store/alert/raise-finding'
import { publishLive } from '@/store/live/publish-live'
import { claimWatchedRules, type WatchedRule } from '@/store/rule/claim-watched'
import { noteTrouble } from '@/store/rule/watch-trouble'
import { findDead, findOverdue, findSilent } from './find-others'
import { findSeries } from './find-series'

type Look = { found: Found[]; slow: SlowMetric[] }

const find = async (rule: WatchedRule, now: Date, aloneMs: number | undefined): Promise<Look> => {
  const { about } = rule
  switch (about.kind) {
    case 'no_answer':
      return { found: await findSilent(rule, about, now), slow: [] }
    case 'shift':
    case 'standard_missed':
      return findSeries(rule, about, now, aloneMs)
    case 'overdue_share':
      return { found: await findOverdue(rule, about, now), slow: [] }
    case 'dead_deliveries':
      return { found: await findDead(rule, about, now), slow: [] }
  }
}

/**
 * Looks whether one rule holds, and raises what it finds, as of `at` where that isn't now. Answers how many alerts that were. What
 * takes longer than `aloneMs` to count at a touchpoint is noted, the others are judged.
 */
export const watchRule = async (
  rule: WatchedRule,
  now: Date,
  { at, aloneMs }: { at?: Date; aloneMs?: number } = {},
): Promise<number> => {
  const { organizationId, about } = rule
  const againHours = 'againHours' in about ? about.againHours : undefined
  let raised = 0
  const { found, slow } = await find(rule, now, aloneMs)
  for (const one of found) {
    const { alerts, deliveries, told } = await raiseFinding(organizationId, rule, one, { againHours, at })
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
  if (slow.length > 0) log().warn({ rule: rule.key, organizationId, slow }, 'numbers took too long to count')
  await noteTrouble(rule, { slow, isFailed: false })
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
      // Where the database is away, there is nowhere to note it: the log has it.
      await noteTrouble(rule, { slow: [], isFailed: true }).catch((cause: unknown) =>
        log().error({ err: cause, rule: rule.key }, 'the trouble of a rule could not be noted'),
      )
    }
  }
  return raised
}
