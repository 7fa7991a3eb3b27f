import { v7 as uuidV7 } from 'uuid'
import type { Found } from '@/domain/alert/finding'
import { hot, withTransaction } from '../connection'
import { announceRaised, findTold } from '../delivery/announce-raised'
import type { StoredRule } from '../rule/load-rules'
import { findMutes } from './find-mutes'
import { planMessages } from './plan-messages'
import type { Raised } from './raise-alerts'
import { readSetting } from './read-setting'
import { createRouter } from './route'
import { type NewAlert, writeRaised } from './write-raised'

/** What a muted rule finds is written down once a day, not at every look. */
const mutedAgainHours = 24

const nothing: Raised = { alerts: [], cases: [], deliveries: [], told: [] }

/**
 * Writes what a rule found that isn't about a single answer, with its messages, in one transaction: once, or once in `againHours`. The
 * window is locked first, so that two who look at the same moment don't both find it empty; the subject's unique key holds besides.
 */
export const raiseFinding = (
  organizationId: string,
  rule: StoredRule,
  { base, finding, touchpointId, customerId }: Found,
  againHours: number | undefined,
): Promise<Raised> =>
  withTransaction(async (client) => {
    await hot(client, 'raise.lock-window', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${rule.id}/${base}`])
    const earlier = await hot(
      client,
      'finding.earlier',
      `select 1 from alerts where organization_id = $1 and rule_id = $2 and subject_base = $3
          and ($4::float8 is null or raised_at > now() - make_interval(secs => 3600 * (case when status = 'muted' then least($4, $5) else $4 end)))
        limit 1`,
      [organizationId, rule.id, base, againHours ?? null, mutedAgainHours],
    )
    if (earlier.rowCount !== 0) return nothing
    const about = { organizationId, id: null, revision: 0, customerId, touchpointId }
    const setting = await readSetting(client, about)
    const mutedReason = (await findMutes(client, about, [{ rule }])).get(rule.id) ?? null
    const alert: NewAlert = {
      ...{ id: uuidV7(), ruleId: rule.id, ruleVersion: rule.version, base, severity: rule.severity, caseId: null, mutedReason },
      subject: againHours === undefined ? base : `${base}@${setting.now.toISOString()}`,
    }
    const acting = mutedReason === null ? [{ alert, rule }] : []
    const router = await createRouter(client, about, { setting, rules: acting.map((one) => one.rule), caseId: null })
    const listening = await findTold(client, organizationId, rule.notify)
    const { deliveries, hold } = await planMessages(client, organizationId, acting, { router, setting, isPast: false, listening })
    await writeRaised(client, {
      ...{ response: about, setting, newCase: undefined, alerts: [alert], deliveries, finding },
      ...{ isPast: false, at: undefined, isLater: false },
    })
    await hold()
    const alerts = acting.map(() => ({ id: alert.id, caseId: null, notify: rule.notify }))
    const told = await announceRaised(client, about, { alerts, newCaseId: undefined, listening })
    return { alerts: [alert.id], cases: [], deliveries: deliveries.map(({ id }) => id), told }
  })
