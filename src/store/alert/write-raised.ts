import type { PoolClient } from 'pg'
import type { Finding } from '@/domain/alert/finding'
import type { Why } from '@/domain/alert/why'
import type { Severity } from '@/domain/schemas'
import { hot } from '../connection'
import { refreshStanding } from '../customer/refresh-standing'
import type { RaisedAbout } from './load-scored'
import type { Setting } from './read-setting'
import type { Owner } from './route'

export type NewAlert = {
  id: string
  ruleId: string
  ruleVersion: number
  subject: string
  base: string
  severity: Severity
  caseId: string | null
  /** why nobody is told */
  mutedReason: string | null
}
export type NewDelivery = {
  id: string
  alertId: string
  caseId: string | null
  email: string
  name: string
  locale: string
  /** unless the rule names them */
  why: Why | undefined
  /** until when it waits, unless it goes at once */
  notBefore: Date | undefined
}
export type NewCase = Owner & { id: string; severity: Severity; dueAt: Date; lookAt: Date | null }

/**
 * One statement for everything. The organization's row, which gives out case numbers, is locked from here to the commit
 * and no longer: that's what bounds how many cases an organization can open in a second.
 */
const statement = `
  with numbered as (
    update organizations set case_counter = case_counter + 1 where id = $1 and $3::uuid is not null returning case_counter),
  opened as (
    insert into cases (organization_id, id, number, status, severity, touchpoint_id, owner_member_id, owner_team_id, customer_id, opened_at, due_at, event_count, updated_at, sla_at)
    select $1, $3, case_counter, 'open', $4, $5, $6::uuid, $7::uuid, $8::uuid, $9::timestamptz, $10::timestamptz, 1, $9, $32::timestamptz from numbered returning id),
  told as (
    insert into case_events (organization_id, case_id, sequence, type, at, by, data)
    select $1, id, 1, 'open', $9, 'system', jsonb_build_object('response', $2::uuid, 'severity', $4::text) from opened),
  linked as (
    insert into case_responses (organization_id, case_id, response_id) select $1, id, $2 from opened),
  raised as (
    insert into alerts (organization_id, id, rule_id, rule_version, subject, subject_base, response_id, customer_id, touchpoint_id, case_id, severity, status, muted_reason, is_past, raised_at, finding)
    select $1, new.id, new.rule_id, new.rule_version, new.subject, new.base, $2, $8, $5, new.case_id, new.severity,
           case when new.muted is null then 'raised' else 'muted' end, new.muted, $28, coalesce($26, clock_timestamp()), $30::jsonb
      from unnest($11::uuid[], $12::uuid[], $13::int[], $14::text[], $15::text[], $16::text[], $17::uuid[], $27::text[])
           as new(id, rule_id, rule_version, subject, base, severity, case_id, muted)),
  sending as (
    insert into deliveries (organization_id, id, key, kind, channel, recipient, recipient_name, locale, alert_id, case_id, response_id, status, mode, next_attempt_at, why)
    select $1, new.id, 'alert:' || new.alert_id || '|' || new.email || '|email', 'alert', 'email', new.email, new.name, new.locale, new.alert_id,
           new.case_id, $2, 'pending', $25, coalesce(new.not_before, now()), new.why::jsonb
      from unnest($18::uuid[], $19::uuid[], $20::uuid[], $21::text[], $22::text[], $23::text[], $29::timestamptz[], $31::text[])
           as new(id, alert_id, case_id, email, name, locale, not_before, why))
  update responses set evaluated_revision = greatest(evaluated_revision, $24),
         alerted_at = case when cardinality($11::uuid[]) > 0 and not $28 then coalesce(alerted_at, clock_timestamp()) else alerted_at end
   where organization_id = $1 and id = $2`

export type Writing = {
  response: Omit<RaisedAbout, 'id' | 'touchpointId'> & { id: string | null; touchpointId: string | null }
  setting: Setting
  newCase: NewCase | undefined
  alerts: readonly NewAlert[]
  deliveries: readonly NewDelivery[]
  /** written as history: rendered and shown, never sent */
  isPast: boolean
  /** when it was raised, unless it is now */
  at: Date | undefined
  /** raised afterwards, over an answer that was judged long ago: says nothing about how fast alerts are */
  isLater: boolean
  /** what the alerts are about, instead of a response */
  finding?: Finding | undefined
}

/** Writes a response's firing: its case, its alerts, their messages, and that the rules have had their say. */
export const writeRaised = async (
  client: PoolClient,
  { response, setting, newCase, alerts, deliveries, isPast, at, isLater, finding }: Writing,
): Promise<void> => {
  await hot(client, 'raise.write', statement, [
    response.organizationId,
    response.id,
    newCase?.id ?? null,
    newCase?.severity ?? null,
    response.touchpointId,
    newCase?.ownerMemberId ?? null,
    newCase?.ownerTeamId ?? null,
    response.customerId,
    setting.now,
    newCase?.dueAt ?? null,
    alerts.map((alert) => alert.id),
    alerts.map((alert) => alert.ruleId),
    alerts.map((alert) => alert.ruleVersion),
    alerts.map((alert) => alert.subject),
    alerts.map((alert) => alert.base),
    alerts.map((alert) => alert.severity),
    alerts.map((alert) => alert.caseId),
    deliveries.map((delivery) => delivery.id),
    deliveries.map((delivery) => delivery.alertId),
    deliveries.map((delivery) => delivery.caseId),
    deliveries.map((delivery) => delivery.email),
    deliveries.map((delivery) => delivery.name),
    deliveries.map((delivery) => delivery.locale),
    response.revision,
    isPast ? 'past' : null,
    at ?? null,
    alerts.map((alert) => alert.mutedReason),
    isLater,
    deliveries.map((delivery) => delivery.notBefore ?? null),
    finding ? JSON.stringify(finding) : null,
    deliveries.map(({ why }) => (why ? JSON.stringify(why) : null)),
    newCase?.lookAt ?? null,
  ])
  if (newCase && response.customerId)
    await refreshStanding(client, [{ organizationId: response.organizationId, id: response.customerId }])
}
