import type { AboutKind } from '@/domain/alert/about'
import { budgetOf } from '@/domain/alert/budget'
import type { Finding } from '@/domain/alert/finding'
import type { AlertBudget } from '@/domain/alert/policy'
import type { Localized } from '@/domain/localized'
import type { ResponseRow } from '@/store/response/response-row'
import type { Place, PlaceOwner } from '@/store/touchpoint/list-place-owners'

/** What of the past isn't known as it was, beside what is never known of a rule's kind. */
export type Unknown = {
  /** answers that were given in this time and deleted since */
  deleted: number
  /** touchpoints whose standard has changed in this time: today's is asked for */
  standards: { key: string; name: Localized }[]
  /** whether there are anonymous answers, which count in whole groups, from the end of a group's last day on */
  anonymous: boolean
}

/** Something that a rule about more than answers would have told. */
export type PastFinding = {
  at: Date
  finding: Finding
  touchpoint: { key: string; name: Localized } | null
  customer: { id: string; name: string | null } | null
}

export type BackTest = {
  days: number
  from: Date
  before: Date
  timeZone: string
  /** what else than answers the rule is about; null for answers */
  about: AboutKind | null
  /** answers that the rule was asked about; or invitations whose days were over, cases opened, messages given up */
  responses: number
  /** for which its condition holds; more than fired where `once` folds some into an earlier alert. Of others: days on which it held, at each touchpoint */
  matched: number
  fired: number
  /** what a rule about more than answers found while it was muted */
  muted: number
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
  /** of those that fired: about how many of these answers (or the same subject) other rules have raised alerts already, and which rules */
  caught: { responses: number; rules: { key: string; name: Localized; responses: number }[] }
  /** the latest, at most ten; of a rule about more than answers they are `findings` */
  examples: ResponseRow[]
  findings: PastFinding[]
  unknown: Unknown
}

export type BackTestAsked = {
  organizationId: string
  /** a stored rule's key: is tested as it is stored, unless `rule` says what it is to become */
  key?: string | undefined
  rule?: unknown
  days: number
  now: Date
}

/** How long a test may take, who follows it, and how it is read. */
export type Watch = {
  /** gets the share that has been read, 0 to 1, after each batch */
  onProgress?: (share: number) => void
  signal?: AbortSignal | undefined
  limitSeconds?: number
  /** answers read at once */
  pageSize?: number
  /** how far a worker's looks at a rule about more than answers are apart */
  everySeconds?: number
}

const ownerKey = (owner: PlaceOwner | null): string =>
  owner === null ? '' : 'team' in owner ? `team:${owner.team}` : owner.email

export const perOwnerOf = (
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

export const exampleCount = 10

export const nothingUnknown: Unknown = { deleted: 0, standards: [], anonymous: false }
