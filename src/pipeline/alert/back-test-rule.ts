import { createBackTest, type PastResponse } from '@/domain/alert/back-test'
import { budgetOf, isCalm } from '@/domain/alert/budget'
import type { AlertBudget } from '@/domain/alert/policy'
import { type Rule, ruleSchema } from '@/domain/alert/rule'
import { addDays, startOfDay } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'
import { fieldsOf } from '@/domain/condition/condition'
import { type Failure, fail, isFailure } from '@/domain/errors'
import type { Localized } from '@/domain/localized'
import { parse } from '@/domain/parse'
import { listCaught } from '@/store/alert/list-caught'
import { type PastRange, readPastResponses } from '@/store/alert/read-past-responses'
import { lookups } from '@/store/alert/scored-facts'
import { prisma } from '@/store/connection'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { readRule } from '@/store/programme/save-rule'
import { listResponsesById } from '@/store/response/list-responses-by-id'
import type { ResponseRow } from '@/store/response/response-row'
import { listPlaceOwners, type Place, type PlaceOwner } from '@/store/touchpoint/list-place-owners'
import { aboutMore } from './raise-past-alerts'

export type BackTest = {
  days: number
  from: Date
  before: Date
  timeZone: string
  /** answers that the rule was asked about */
  responses: number
  /** for which its condition holds; more than fired where `once` folds some into an earlier alert */
  matched: number
  fired: number
  perDay: { day: string; responses: number; fired: number }[]
  /**
   * by who answers for the touchpoint today, most alerts first; they add up to `fired`. `overBudget`: on how many days this rule alone
   * is more than their budget (of a team, one person's), and how many of its messages would have gone into digests; null without a budget
   */
  perOwner: {
    owner: PlaceOwner | null
    fired: number
    busiestDay: { day: string; fired: number }
    overBudget: { days: number; held: number } | null
  }[]
  /** of those that fired: about how many of these answers other rules have raised alerts already, and which rules */
  caught: { responses: number; rules: { key: string; name: Localized; responses: number }[] }
  /** the latest, at most ten */
  examples: ResponseRow[]
}

export type BackTestAsked = {
  organizationId: string
  /** a stored rule's key: is tested as it is stored, unless `rule` says what it is to become */
  key?: string | undefined
  rule?: unknown
  days: number
  now: Date
}

type Watch = {
  /** gets the share that has been read, 0 to 1, after each batch */
  onProgress?: (share: number) => void
  signal?: AbortSignal | undefined
  limitSeconds?: number
  /** answers read at once */
  pageSize?: number
}

const exampleCount = 10

const findTested = async ({ organizationId, key, rule }: BackTestAsked): Promise<Rule | Failure> => {
  if (rule !== undefined) {
    const parsed = parse(ruleSchema, rule)
    return 'errors' in parsed ? fail('invalid', 'The rule isn’t complete.', parsed.errors) : parsed.value
  }
  const found = key === undefined ? undefined : await readRule({ db: prisma(), organizationId }, key)
  return found ? found.rule : fail('not_found', `There is no rule "${key}".`)
}

const ownerKey = (owner: PlaceOwner | null): string =>
  owner === null ? '' : 'team' in owner ? `team:${owner.team}` : owner.email

const perOwnerOf = (
  places: ReadonlyMap<string, ReadonlyMap<string, number>>,
  owners: ReadonlyMap<string, Place>,
  { budget, holds }: { budget: AlertBudget | null; holds: boolean },
): BackTest['perOwner'] => {
  const found = new Map<string, Place & { days: Map<string, number> }>()
  for (const [place, days] of places) {
    const { owner, alertsPerDay } = owners.get(place) ?? { owner: null, alertsPerDay: null }
    const one = found.get(ownerKey(owner)) ?? { owner, alertsPerDay, days: new Map<string, number>() }
    for (const [day, fired] of days) one.days.set(day, (one.days.get(day) ?? 0) + fired)
    found.set(ownerKey(owner), one)
  }
  return [...found.values()]
    .map(({ owner, alertsPerDay, days }) => {
      const perDay = budgetOf(alertsPerDay, budget)?.perDay ?? null
      const [busiest = ['', 0] as const] = [...days].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      const fired = [...days.values()].reduce((sum, count) => sum + count, 0)
      const over = perDay === null ? [] : [...days.values()].filter((count) => count > perDay).map((count) => count - perDay)
      const held = holds ? over.reduce((sum, count) => sum + count, 0) : 0
      const overBudget = perDay === null ? null : { days: over.length, held }
      return { owner, fired, busiestDay: { day: busiest[0], fired: busiest[1] }, overBudget }
    })
    .sort((a, b) => b.fired - a.fired)
}

/** Counts, batch by batch, what other rules have caught of what this one fires for. */
const countCaught = (organizationId: string, except: string | undefined) => {
  const rules = new Map<string, { key: string; name: Localized; responses: number }>()
  let responses = 0
  return {
    add: async (fired: readonly PastResponse[]): Promise<void> => {
      if (fired.length === 0) return
      const caught = await listCaught(
        organizationId,
        fired.map(({ id }) => id),
        except,
      )
      responses += new Set(caught.map(({ responseId }) => responseId)).size
      for (const { ruleKey, ruleName } of caught) {
        const known = rules.get(ruleKey)
        rules.set(ruleKey, { key: ruleKey, name: ruleName, responses: (known?.responses ?? 0) + 1 })
      }
    },
    result: () => ({ responses, rules: [...rules.values()].sort((a, b) => b.responses - a.responses) }),
  }
}

/**
 * What a rule would have done over the answers of the last days (calendar days of the organization, today among them), had it been
 * enabled then. Changes nothing. Reads in batches; `too_slow` where that takes longer than the limit.
 */
export const backTestRule = async (asked: BackTestAsked, watch: Watch = {}): Promise<BackTest | Failure> => {
  const { organizationId, key, days, now } = asked
  const { onProgress = () => undefined, signal, limitSeconds = 60, pageSize = 1000 } = watch
  const rule = await findTested(asked)
  if (isFailure(rule)) return rule
  if (rule.about) return aboutMore()
  const { timeZone, alerts } = await getOrganizationDetail(organizationId)
  const first = addDays(localDay(now, timeZone), 1 - days)
  const groups = new Set(fieldsOf(rule.when).map((field) => field.slice(0, field.indexOf('.'))))
  const range: PastRange = {
    ...{ organizationId, timeZone, touchpoints: rule.touchpoints },
    from: startOfDay(first, timeZone),
    before: now,
    lookups: lookups.filter((lookup) => groups.has(lookup)),
  }
  const test = createBackTest(rule, first, days)
  const caught = countCaught(organizationId, key)
  const endsAt = performance.now() + limitSeconds * 1000
  let latest: string[] = []
  let last: PastResponse | undefined
  for (;;) {
    const page = await readPastResponses(range, last, pageSize)
    if (isFailure(page)) return page
    const fired = test.feed(page)
    await caught.add(fired)
    latest = [...latest, ...fired.map(({ id }) => id)].slice(-exampleCount)
    last = page.at(-1)
    if (page.length < pageSize || !last) break
    onProgress((last.at.getTime() - range.from.getTime()) / (now.getTime() - range.from.getTime()))
    if (signal?.aborted || performance.now() > endsAt)
      return fail('too_slow', `This took longer than ${limitSeconds} s. Ask about fewer days, or fewer touchpoints.`)
  }
  const [owners, examples] = await Promise.all([
    listPlaceOwners(organizationId),
    latest.length > 0 ? listResponsesById(organizationId, latest) : [],
  ])
  if (isFailure(examples)) return examples
  const { places, ...counts } = test.result()
  return {
    ...{ days, from: range.from, before: now, timeZone, ...counts },
    perOwner: perOwnerOf(places, owners, { budget: alerts.budget, holds: isCalm(rule.severity) }),
    caught: caught.result(),
    examples,
  }
}
