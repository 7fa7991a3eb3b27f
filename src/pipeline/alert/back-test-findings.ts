import { setImmediate as breathe } from 'node:timers/promises'
import { type About, watchEverySeconds } from '@/domain/alert/about'
import { isCalm } from '@/domain/alert/budget'
import { looksBetween } from '@/domain/alert/looks'
import { createFindingTest, type Sighting } from '@/domain/alert/replay-findings'
import type { Rule } from '@/domain/alert/rule'
import { addDays, type Day, startOfDay } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'
import { type Failure, fail, isFailure } from '@/domain/errors'
import type { Localized } from '@/domain/localized'
import { listCaughtFindings } from '@/store/alert/list-caught-findings'
import { listPastMutes } from '@/store/alert/list-past-mutes'
import { countDeletedSince, listChangedStandards } from '@/store/alert/past-changes'
import { listCustomerNames } from '@/store/customer/list-customer-names'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { listPlaceOwners } from '@/store/touchpoint/list-place-owners'
import { listTouchpointsWithStage } from '@/store/touchpoint/list-touchpoints-with-stage'
import {
  type BackTest,
  type BackTestAsked,
  exampleCount,
  nothingUnknown,
  type PastFinding,
  perOwnerOf,
  type Unknown,
  type Watch,
} from './back-test-parts'
import { replayRule } from './replay-rule'

type WatchedRule = Rule & { about: About }

const statementMs = 15_000

const caughtBy = async (
  organizationId: string,
  told: readonly Sighting[],
  asked: { except: string | undefined; hours: number | undefined; slack: number },
): Promise<BackTest['caught']> => {
  const rules = new Map<string, { key: string; name: Localized; responses: number }>()
  let responses = 0
  for (let start = 0; start < told.length; start += 1000) {
    const some = told.slice(start, start + 1000).map(({ found, at }) => ({ base: found.base, at }))
    const caught = await listCaughtFindings(organizationId, some, asked)
    responses += new Set(caught.map(({ place }) => place)).size
    for (const { ruleKey: key, ruleName: name } of caught)
      rules.set(key, { key, name, responses: (rules.get(key)?.responses ?? 0) + 1 })
  }
  return { responses, rules: [...rules.values()].sort((a, b) => b.responses - a.responses) }
}

const tellFindings = async (organizationId: string, told: readonly Sighting[]): Promise<PastFinding[]> => {
  const customers = told.flatMap(({ found: { customerId } }) => customerId ?? [])
  const [touchpoints, names] = await Promise.all([
    listTouchpointsWithStage(organizationId),
    customers.length > 0 ? listCustomerNames(organizationId, customers) : new Map<string, string | null>(),
  ])
  return told.map(({ found: { finding, touchpointId, customerId }, at }) => {
    const place = touchpoints.find(({ id }) => id === touchpointId)
    return {
      ...{ at, finding },
      touchpoint: place ? { key: place.key, name: place.name } : null,
      customer: customerId === null ? null : { id: customerId, name: names.get(customerId) ?? null },
    }
  })
}

const unknownOf = async (
  organizationId: string,
  { about, touchpoints }: WatchedRule,
  from: Date,
  anonymous: boolean,
): Promise<Unknown> => {
  if (about.kind !== 'shift' && about.kind !== 'standard_missed') return nothingUnknown
  const [deleted, standards] = await Promise.all([
    countDeletedSince(organizationId, from),
    about.kind === 'standard_missed' ? listChangedStandards(organizationId, touchpoints, from) : [],
  ])
  return { deleted, standards, anonymous }
}

/**
 * What a rule about more than answers would have told over the last days: the worker's looks gone through again with what was known at
 * each, judged by the same functions.
 */
export const backTestFindings = async (
  rule: WatchedRule,
  asked: BackTestAsked,
  watch: Watch = {},
): Promise<BackTest | Failure> => {
  const { organizationId, key, days, now } = asked
  const { about } = rule
  const { onProgress = () => undefined, signal, limitSeconds = 60, pageSize = 1000 } = watch
  const { everySeconds = watchEverySeconds[about.kind] } = watch
  const { timeZone, alerts } = await getOrganizationDetail(organizationId)
  const first = addDays(localDay(now, timeZone), 1 - days)
  const from = startOfDay(first, timeZone)
  const againHours = 'againHours' in about ? about.againHours : undefined
  const mutes = key === undefined ? [] : await listPastMutes(organizationId, key, from)
  const test = createFindingTest({ first, days, againHours, mutes })
  const told: Sighting[] = []
  const perDay = new Map<Day, number>()
  const endsAt = performance.now() + limitSeconds * 1000
  const replayed = await replayRule({
    ...{ organizationId, rule, everySeconds, timeZone, first, from, now, pageSize },
    looks: looksBetween(from, now, { everySeconds, first, timeZone }),
    see: (sighting) => {
      if (test.see(sighting)) told.push(sighting)
    },
    ask: (day, count) => perDay.set(day, (perDay.get(day) ?? 0) + count),
    proceed: async (share) => {
      onProgress(Math.min(1, share))
      await breathe()
      const isOver = signal?.aborted || performance.now() > endsAt
      return isOver
        ? fail('too_slow', `This took longer than ${limitSeconds} s. Ask about fewer days, or fewer touchpoints.`)
        : undefined
    },
    left: () => Math.max(1, Math.min(statementMs, endsAt - performance.now())),
  })
  if (isFailure(replayed)) return replayed
  const [owners, caught, findings, unknown] = await Promise.all([
    listPlaceOwners(organizationId),
    caughtBy(organizationId, told, { except: key, hours: againHours, slack: everySeconds }),
    tellFindings(organizationId, told.slice(-exampleCount)),
    unknownOf(organizationId, rule, from, replayed.anonymous),
  ])
  const { places, perDay: firedPerDay, ...counts } = test.result()
  return {
    ...{ about: about.kind, days, from, before: now, timeZone, ...counts },
    responses: [...perDay.values()].reduce((sum, count) => sum + count, 0),
    perDay: firedPerDay.map(({ day, fired }) => ({ day, responses: perDay.get(day) ?? 0, fired })),
    perOwner: perOwnerOf(places, owners, { budget: alerts.budget, holds: isCalm(rule.severity) }),
    ...{ caught, examples: [], findings, unknown },
  }
}
