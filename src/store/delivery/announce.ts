import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import type { WebhookEvent } from '@/domain/delivery/target-kinds'
import { webhookEventOf } from '@/domain/delivery/target-kinds'
import type { Localized } from '@/domain/localized'
import { localize } from '@/domain/localized'
import { ask, type Transaction } from '../connection'

type Client = PoolClient | Transaction

/** Something that webhooks and chats are told of. */
export type Announcement = {
  event: WebhookEvent
  /** what it is about, unique together with the event: it is written once, whatever runs twice */
  subject: string
  alertId?: string
  caseId?: string | null
  caseSequence?: number
  responseId?: string | null
  /** targets that are told whether they asked for the event or not: `webhook:KEY`, `chat:KEY` */
  named?: readonly string[]
}

/** A target that may be told of something, as `webhook:KEY` or `chat:KEY`. */
export type Listening = { id: string; to: string; channel: string; name: Localized | null; events: string[]; locale: string }

/** Those that are told of one of the events, or are named. */
export const findTargets = (
  client: Client,
  organizationId: string,
  events: readonly WebhookEvent[],
  named: readonly string[],
): Promise<Listening[]> => {
  return ask<Listening>(
    client,
    'announce.targets',
    `select t.id, t.channel || ':' || t.key as "to", t.channel, t.name, t.events, coalesce(t.locale, o.locale) as locale
       from targets t join organizations o on o.id = t.organization_id
      where t.organization_id = $1 and t.removed_at is null and t.disabled_at is null
        and (t.events && $2::text[] or t.channel || ':' || t.key = any($3::text[]))
      order by t.created_at, t.id limit 500`,
    [organizationId, events, named],
  )
}

/** What a delivery is called until its message is written. */
const nameOf = ({ to, name, locale }: Listening): string => (name === null ? to : localize(name, locale))

/**
 * Writes a delivery for each target that is to be told, in the caller's transaction: told and happened are one. Answers the
 * deliveries' ids, in the order in which they are to be sent. `listening` are the targets in question where they are known already.
 */
export const announce = async (
  client: Client,
  organizationId: string,
  about: readonly Announcement[],
  listening?: readonly Listening[],
): Promise<string[]> => {
  if (about.length === 0) return []
  const targets =
    listening ??
    (await findTargets(
      client,
      organizationId,
      about.map(({ event }) => event),
      about.flatMap(({ named = [] }) => named),
    ))
  const rows = about.flatMap((one) =>
    targets
      .filter(({ to, events }) => events.includes(one.event) || one.named?.includes(to))
      .map((target) => ({
        id: uuidV7(),
        key: `${one.event}:${one.subject}|${target.id}|${target.channel}`,
        kind: one.alertId ? 'alert' : 'event',
        channel: target.channel,
        recipient: target.to,
        recipient_name: target.name === null ? null : nameOf(target),
        locale: target.locale,
        alert_id: one.alertId ?? null,
        case_id: one.caseId ?? null,
        case_sequence: one.caseSequence ?? null,
        response_id: one.responseId ?? null,
        target_id: target.id,
        event: one.event,
      })),
  )
  if (rows.length === 0) return []
  const written = await ask<{ id: string }>(
    client,
    'announce.write',
    `insert into deliveries (organization_id, id, key, kind, channel, recipient, recipient_name, locale, alert_id, case_id, case_sequence,
                             response_id, target_id, event, holds_line, status, next_attempt_at)
     select $1, new.id, new.key, new.kind, new.channel, new.recipient, new.recipient_name, new.locale, new.alert_id, new.case_id,
            new.case_sequence, new.response_id, new.target_id, new.event, true, 'pending', now()
       from jsonb_to_recordset($2) as new (id uuid, key text, kind text, channel text, recipient text, recipient_name text, locale text,
         alert_id uuid, case_id uuid, case_sequence int, response_id uuid, target_id uuid, event text)
     on conflict (organization_id, key) do nothing returning id`,
    [organizationId, JSON.stringify(rows)],
  )
  return written.map(({ id }) => id)
}

type CaseEvent = { caseId: string; sequence: number; type: string }

/** Tells of events of cases. */
export const announceCaseEvents = (client: Client, organizationId: string, events: readonly CaseEvent[]): Promise<string[]> =>
  announce(
    client,
    organizationId,
    events.flatMap(({ caseId, sequence, type }) => {
      const event = webhookEventOf(type)
      return event ? [{ event, subject: `${caseId}:${sequence}`, caseId, caseSequence: sequence }] : []
    }),
  )

/** Tells of one of a case's events. */
export const announceCaseEvent = (client: Client, organizationId: string, event: CaseEvent): Promise<string[]> =>
  announceCaseEvents(client, organizationId, [event])
