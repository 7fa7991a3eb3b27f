import { prepareRules } from '@/domain/alert/evaluate-rules'
import { addDays, startOfDay } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { enqueue } from '@/queue/producer'
import { raiseAlerts } from '@/store/alert/raise-alerts'
import { readPastResponses } from '@/store/alert/read-past-responses'
import { lookups } from '@/store/alert/scored-facts'
import { publishLive } from '@/store/live/publish-live'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { loadRule } from '@/store/rule/load-rules'

type PastAsked = {
  organizationId: string
  key: string
  days: number
  /** whether what is found is told and opens cases, as it would now; otherwise it is history alone */
  acts: boolean
  now: Date
}

/** What a rule about more than answers says to being asked about past ones. */
export const aboutMore = (): Failure =>
  fail('invalid', 'The rule isn’t about single answers: past ones say nothing of it.', [
    { path: 'about', message: 'only rules about answers can be tested on past answers, or raise alerts over them' },
  ])

export type PastRaised = { responses: number; raised: number }

const pageSize = 500

/**
 * Raises the alerts that a stored rule would have raised over the answers of the last days, dated when they were given; those that are
 * there already stay, so running it again, or after it was cut short, adds nothing twice. `too_slow` past the limit: asking again goes on.
 */
export const raisePastAlerts = async (
  { organizationId, key, days, acts, now }: PastAsked,
  { limitSeconds = 60 } = {},
): Promise<PastRaised | Failure> => {
  const rule = await loadRule(organizationId, key)
  if (!rule) return fail('not_found', `There is no rule "${key}".`)
  if (rule.about) return aboutMore()
  const { timeZone } = await getOrganizationDetail(organizationId)
  const judge = prepareRules([{ ...rule, enabled: true }])
  const from = startOfDay(addDays(localDay(now, timeZone), 1 - days), timeZone)
  const range = { organizationId, timeZone, touchpoints: rule.touchpoints, from, before: now, lookups }
  const endsAt = performance.now() + limitSeconds * 1000
  const total = { responses: 0, raised: 0 }
  let last: { at: Date; id: string } | undefined
  for (;;) {
    const page = await readPastResponses(range, last, pageSize)
    if (isFailure(page)) return page
    for (const { id, at, customerId, touchpointId, facts } of page) {
      total.responses += 1
      if (judge(facts).length === 0) continue
      const about = { organizationId, id, revision: 0, customerId, touchpointId }
      const { alerts, deliveries } = await raiseAlerts(about, [rule], { at, later: { acts } })
      total.raised += alerts.length
      await enqueue(
        'deliver-message',
        deliveries.map((delivery) => ({ organizationId, id: delivery, attempt: 0 })),
      )
    }
    last = page.at(-1)
    if (page.length < pageSize || !last) break
    if (performance.now() > endsAt)
      return fail('too_slow', `${total.raised} alerts were raised in ${limitSeconds} s. Ask again: it goes on where it stopped.`)
  }
  if (total.raised > 0) await publishLive([{ organizationId, type: 'alert', id: rule.id }])
  return total
}
