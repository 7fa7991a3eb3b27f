import type { PoolClient } from 'pg'
import { hot } from '../connection'
import { type Announcement, announce } from './announce'

type Notify = readonly { to: string }[]

const isTarget = (to: string): boolean => to.startsWith('webhook:') || to.startsWith('chat:')

/** Of the webhooks and chats that rules name, those that are there and switched on, as `webhook:KEY` or `chat:KEY`. */
export const findNamed = async (client: PoolClient, organizationId: string, notify: Notify): Promise<Set<string>> => {
  const named = notify.map(({ to }) => to).filter(isTarget)
  if (named.length === 0) return new Set()
  const { rows } = await hot<{ to: string }>(
    client,
    'announce.named',
    `select channel || ':' || key as "to" from targets
      where organization_id = $1 and removed_at is null and disabled_at is null and channel || ':' || key = any($2::text[])`,
    [organizationId, named],
  )
  return new Set(rows.map(({ to }) => to))
}

type RaisedNow = { alerts: readonly { id: string; caseId: string | null; notify: Notify }[]; newCaseId: string | undefined }

/** Tells of a response's alerts and of the case that they opened. Answers the deliveries' ids. */
export const announceRaised = (
  client: PoolClient,
  { organizationId, id: responseId }: { organizationId: string; id: string | null },
  { alerts, newCaseId }: RaisedNow,
): Promise<string[]> => {
  const opened: Announcement[] = newCaseId
    ? [{ event: 'case.opened', subject: `${newCaseId}:1`, caseId: newCaseId, caseSequence: 1 }]
    : []
  const raised = alerts.map(
    ({ id, caseId, notify }): Announcement => ({
      event: 'alert.raised',
      subject: id,
      alertId: id,
      caseId,
      responseId,
      named: notify.map(({ to }) => to).filter(isTarget),
    }),
  )
  return announce(client, organizationId, [...raised, ...opened])
}
