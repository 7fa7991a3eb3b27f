import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import { subjectOf } from '@/domain/alert/evaluate-rules'
import { startClock } from '@/domain/case/watch'
import { type Severity, severities } from '@/domain/schemas'
import { findOpenCase, raiseTo } from '../case/find-open-case'
import { joinCase } from '../case/join-case'
import { hot, repeatable, withTransaction } from '../connection'
import { announceRaised, findTold } from '../delivery/announce-raised'
import type { StoredRule } from '../rule/load-rules'
import { findEarlier } from './find-earlier'
import { findMutes, type Mutes } from './find-mutes'
import type { RaisedAbout } from './load-scored'
import { planMessages } from './plan-messages'
import { readSetting, type Setting } from './read-setting'
import { createRouter, type Owner } from './route'
import { type NewAlert, type NewCase, writeRaised } from './write-raised'

/** `told`: deliveries to webhooks and chats */
export type Raised = { alerts: string[]; cases: string[]; deliveries: string[]; told: string[] }

type Firing = { rule: StoredRule; base: string; windowHours: number | undefined }

const highest = (rules: readonly { severity: Severity }[]): Severity =>
  rules.reduce<Severity>((top, { severity }) => (severities.indexOf(severity) > severities.indexOf(top) ? severity : top), 'low')

const newCaseFor = (setting: Setting, severity: Severity, owner: Owner): NewCase => ({
  id: uuidV7(),
  severity,
  ...startClock(setting, severity, setting.now),
  ...owner,
})

const toAlert = ({ rule, base }: Firing, responseId: string, caseId: string | null, mutes: Mutes): NewAlert => ({
  id: uuidV7(),
  ruleId: rule.id,
  ruleVersion: rule.version,
  subject: base.startsWith('customer:') ? `${base}@${responseId}` : base,
  base,
  severity: rule.severity,
  caseId: rule.openCase && !mutes.has(rule.id) ? caseId : null,
  mutedReason: mutes.get(rule.id) ?? null,
})

/** Holds the response until the commit, if nobody else judged this revision of it meanwhile. */
const isMine = async (
  client: PoolClient,
  { organizationId, id, revision }: Pick<RaisedAbout, 'organizationId' | 'id' | 'revision'>,
): Promise<boolean> => {
  const locked = await hot(
    client,
    'raise.lock',
    'select 1 from responses where organization_id = $1 and id = $2 and evaluated_revision < $3 for update',
    [organizationId, id, revision],
  )
  return locked.rowCount === 1
}

type Raising = {
  /** what is sent is written as history and never leaves */
  isPast?: boolean
  /** when the rules judge, unless it is now */
  at?: Date | undefined
  /** the response was judged already, and these rules judge it afterwards; without `acts`, nobody is told and no case is opened */
  later?: { acts: boolean } | undefined
}

/**
 * Writes what the firing rules call for, in one transaction: an alert for each, one case for the response (or the one
 * that it belongs to already, or that a window of `once` folds it into), a delivery for each recipient. What a muted rule
 * finds is an alert that says why, and nothing else. What is over somebody's budget goes into their digest. Unique keys and
 * the evaluated revision make it happen once, whatever runs twice. Answers the ids to follow up.
 */
export const raiseAlerts = (
  response: RaisedAbout,
  rules: readonly StoredRule[],
  { isPast = false, at, later }: Raising = {},
): Promise<Raised> =>
  withTransaction(async (client) => {
    const about = later ? { ...response, revision: 2 ** 31 - 1 } : response
    if (!(await isMine(client, about))) return { alerts: [], cases: [], deliveries: [], told: [] }
    const acts = later?.acts ?? true
    const firing = rules.map((rule): Firing => ({ rule, ...subjectOf(rule.once, response.id, response.customerId ?? undefined) }))
    const asked = firing.map(({ rule, base, windowHours }) => ({ ruleId: rule.id, base, windowHours }))
    const earlier = await findEarlier(client, response.organizationId, response.id, asked, at)
    const fresh = firing.filter(({ rule }) => !earlier.has(rule.id))
    const mutes: Mutes = acts ? await findMutes(client, response, fresh) : new Map()
    const opensCase = (rule: StoredRule) => rule.openCase && acts && !mutes.has(rule.id)
    const joined = firing.map(({ rule }) => (opensCase(rule) ? earlier.get(rule.id)?.caseId : null)).find((id) => id)
    const setting = await readSetting(client, response)
    const opening = fresh.filter(({ rule }) => opensCase(rule))
    const own = joined ?? (opening.length > 0 ? setting.caseId : null)
    const related =
      !own && opening.length > 0 ? await findOpenCase(client, response.organizationId, response.customerId, setting) : undefined
    const known = own ?? related?.id ?? null
    const acting = acts ? fresh.filter(({ rule }) => !mutes.has(rule.id)) : []
    const router = await createRouter(client, response, {
      ...{ setting, isPast, caseId: known },
      rules: acting.map(({ rule }) => rule),
    })
    const severity = highest(opening.map(({ rule }) => rule))
    const newCase = !known && opening.length > 0 ? newCaseFor(setting, severity, await router.owner(severity)) : undefined
    const caseId = known ?? newCase?.id ?? null
    const alerts = fresh.map((one) => toAlert(one, response.id, caseId, mutes))
    // Looked for before anything is written: from there to the commit every other alert of the organization waits.
    const listening = await findTold(
      client,
      response.organizationId,
      fresh.flatMap(({ rule }) => rule.notify),
    )
    const raising = fresh.flatMap(({ rule }, index) => {
      const alert = alerts[index]
      return alert && acts && !mutes.has(rule.id) ? [{ alert, rule }] : []
    })
    const planned = { router, setting, isPast, listening }
    const { deliveries, hold } = await planMessages(client, response.organizationId, raising, planned)
    if (known) await joinCase(client, response.organizationId, known, response.id)
    if (related) await raiseTo(client, response.organizationId, related, severity, setting)
    await writeRaised(client, { response, setting, newCase, alerts, deliveries, isPast, at, isLater: later !== undefined })
    await hold()
    const raised = alerts.flatMap(({ id, caseId: alertCase }, index) => {
      const rule = fresh[index]?.rule
      return rule && !mutes.has(rule.id) ? [{ id, caseId: alertCase, notify: rule.notify }] : []
    })
    const isTold = acts && !isPast
    const told = isTold ? await announceRaised(client, response, { alerts: raised, newCaseId: newCase?.id, listening }) : []
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
    return { alerts: ids(alerts), cases: caseId ? [caseId] : [], deliveries: ids(deliveries), told }
  }, repeatable)
