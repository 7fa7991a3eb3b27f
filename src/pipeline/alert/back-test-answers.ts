import { createBackTest, type PastResponse } from '@/domain/alert/back-test'
import { isCalm } from '@/domain/alert/budget'
import type { Rule } from '@/domain/alert/rule'
import { addDays, startOfDay } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'
import { fieldsOf } from '@/domain/condition/condition'
import { type Failure, fail, isFailure } from '@/domain/errors'
import type { Localized } from '@/domain/localized'
import { listCaught } from '@/store/alert/list-caught'
import { type PastRange, readPastResponses } from '@/store/alert/read-past-responses'
import { lookups } from '@/store/alert/scored-facts'
import { getOrganizationDetail } from '@/store/organization/get-organization-detail'
import { listResponsesById } from '@/store/response/list-responses-by-id'
import { listPlaceOwners } from '@/store/touchpoint/list-place-owners'
import { type BackTest, type BackTestAsked, exampleCount, nothingUnknown, perOwnerOf, type Watch } from './back-test-parts'

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

/** What a rule about answers would have done over those of the last days. */
export const backTestAnswers = async (rule: Rule, asked: BackTestAsked, watch: Watch = {}): Promise<BackTest | Failure> => {
  const { organizationId, key, days, now } = asked
  const { onProgress = () => undefined, signal, limitSeconds = 60, pageSize = 1000 } = watch
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
    ...{ about: null, days, from: range.from, before: now, timeZone, muted: 0, ...counts },
    perOwner: perOwnerOf(places, owners, { budget: alerts.budget, holds: isCalm(rule.severity) }),
    caught: caught.result(),
    ...{ examples, findings: [], unknown: nothingUnknown },
  }
}
