import { v7 as uuidV7 } from 'uuid'
import { type Earlier, isToldAlready } from '@/domain/alert/again'
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

const nothing: Raised = { alerts: [], cases: [], deliveries: [], told: [] }

/**
 * Writes what a rule found that isn't about a single answer, with its messages, in one transaction: once, or once in `againHours`. The
 * window is locked first, so that two who look at the same moment don't both find it empty; the subject's unique key holds besides. `at`
 * is the moment of the look, unless it is now.
 */
export const raiseFinding = (
  organizationId: string,
  rule: StoredRule,
  { base, finding, touchpointId, customerId }: Found,
  { againHours, at }: { againHours?: number | undefined; at?: Date | undefined } = {},
): Promise<Raised> =>
  withTransaction(async (client) => {
    await hot(client, 'raise.lock-window', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${rule.id}/${base}`])
    const earlier = await hot<Earlier & { now: Date }>(
      client,
      'finding.earlier',
      `select status = 'muted' as "isMuted", max(raised_at) as at, coalesce($4, now()) as now from alerts
        where organization_id = $1 and rule_id = $2 and subject_base = $3 group by 1`,
      [organizationId, rule.id, base, at ?? null],
    )
    if (earlier.rows[0] && isToldAlready(earlier.rows, againHours, earlier.rows[0].now)) return nothing
    const about = { organizationId, id: null, revision: 0, customerId, touchpointId }
    const setting = await readSetting(client, about)
    const mutedReason = (await findMutes(client, about, [{ rule }], at)).get(rule.id) ?? null
    const alert: NewAlert = {
      ...{ id: uuidV7(), ruleId: rule.id, ruleVersion: rule.version, base, severity: rule.severity, caseId: null, mutedReason },
      subject: againHours === undefined ? base : `${base}@${(at ?? setting.now).toISOString()}`,
    }
    const acting = mutedReason === null ? [{ alert, rule }] : []
    const router = await createRouter(client, about, { setting, rules: acting.map((one) => one.rule), caseId: null })
    const listening = await findTold(client, organizationId, rule.notify)
    const { deliveries, hold } = await planMessages(client, organizationId, acting, { router, setting, isPast: false, listening })
    await writeRaised(client, {
      ...{ response: about, setting, newCase: undefined, alerts: [alert], deliveries, finding },
      ...{ isPast: false, at, isLater: false },
    })
    await hold()
    const alerts = acting.map(() => ({ id: alert.id, caseId: null, notify: rule.notify }))
    const told = await announceRaised(client, about, { alerts, newCaseId: undefined, listening })
    return { alerts: [alert.id], cases: [], deliveries: deliveries.map(({ id }) => id), told }
  })
